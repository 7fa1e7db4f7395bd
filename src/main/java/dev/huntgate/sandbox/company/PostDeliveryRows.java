package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was done to a mail that was found out only in the mailbox as a row of
 * EmailPostDeliveryEvents: most are moved by the service itself, some by hand.
 */
record PostDeliveryRows(RowShape shape, Month month) {

  /** Whether a mail was found out after it had been delivered. */
  static boolean concerns(Mail mail) {
    return mail.delivered() && mail.threat() != null;
  }

  @Nullable Object[] row(Mail mail) {
    boolean byHand = mail.clusterId() % 4 == 0;
    Instant moved = mail.at().plus(Duration.ofMinutes(20 + mail.clusterId() % 300));
    return shape
        .row()
        .set("Timestamp", moved.isAfter(month.end()) ? month.end() : moved)
        .set("NetworkMessageId", mail.id())
        .set("InternetMessageId", mail.internetId())
        .set("Action", "Moved to quarantine")
        .set("ActionType", byHand ? "Manual Remediation" : mail.threat() + " ZAP")
        .set("ActionTrigger", byHand ? "AdminAction" : "SpecialAction")
        .set("ActionResult", mail.clusterId() % 9 == 1 ? "Error" : "Success")
        .set("RecipientEmailAddress", mail.recipient().address())
        .set("DeliveryLocation", "Quarantine")
        .set("SourceLocation", mail.location())
        .set("ThreatTypes", mail.threat())
        .set("DetectionMethods", MailRows.detection(mail))
        .set("ReportId", MailRows.reportId(mail) + "-1")
        .cells();
  }
}
