package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes a mail as a row of EmailEvents. */
record MailRows(RowShape shape) {

  @Nullable Object[] row(Mail mail) {
    boolean threat = mail.threat() != null;
    boolean outside = mail.senderIp() != null;
    return shape
        .row()
        .set("Timestamp", mail.at())
        .set("NetworkMessageId", mail.id())
        .set("InternetMessageId", mail.internetId())
        .set("SenderMailFromAddress", mail.sender())
        .set("SenderFromAddress", mail.sender())
        .set("SenderDisplayName", mail.senderName())
        .set("SenderMailFromDomain", mail.senderDomain())
        .set("SenderFromDomain", mail.senderDomain())
        .set("SenderIPv4", outside ? mail.senderIp() : "")
        .set("RecipientEmailAddress", mail.recipient().address())
        .set("RecipientObjectId", mail.recipient().account().objectId())
        .set("Subject", mail.subject())
        .set("EmailClusterId", mail.clusterId())
        .set("EmailDirection", mail.direction())
        .set("DeliveryAction", mail.action())
        .set("DeliveryLocation", mail.location())
        .set("LatestDeliveryAction", mail.action())
        .set("LatestDeliveryLocation", mail.location())
        .set("ThreatTypes", threat ? mail.threat() : "")
        .set("DetectionMethods", threat ? detection(mail) : "")
        .set("ConfidenceLevel", threat ? "{\"" + mail.threat() + "\":\"High\"}" : "")
        .set("BulkComplaintLevel", outside ? (int) (mail.clusterId() % 9) : null)
        .set("EmailAction", mail.delivered() ? "No action taken" : "Send to quarantine")
        .set("AuthenticationDetails", outside ? authentication(mail) : "")
        .set("AttachmentCount", mail.attachments().size())
        .set("UrlCount", mail.urls().size())
        .set("EmailLanguage", "en")
        .set("OrgLevelAction", mail.delivered() ? "" : "Block")
        .set("ReportId", reportId(mail))
        .cells();
  }

  static String reportId(Mail mail) {
    return mail.id() + "-" + mail.clusterId() % 97;
  }

  static String detection(Mail mail) {
    return "{\"" + mail.threat() + "\":[\"Link detonation\"]}";
  }

  private static String authentication(Mail mail) {
    String result = mail.threat() == null ? "pass" : "fail";
    return "{\"SPF\":\"%s\",\"DKIM\":\"%s\",\"DMARC\":\"%s\"}".formatted(result, result, result);
  }
}
