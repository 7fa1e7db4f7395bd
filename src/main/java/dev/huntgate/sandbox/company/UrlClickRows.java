package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes a click as a row of UrlClickEvents. */
record UrlClickRows(RowShape shape) {

  @Nullable Object[] row(UrlClick click) {
    Mail mail = click.mail();
    boolean threat = mail.threat() != null;
    return shape
        .row()
        .set("Timestamp", click.at())
        .set("TimeGenerated", click.at())
        .set("Url", click.url())
        .set("ActionType", click.action())
        .set("AccountUpn", mail.recipient().account().upn())
        .set("Workload", "Email")
        .set("NetworkMessageId", mail.id())
        .set("ThreatTypes", threat ? mail.threat() : "")
        .set("DetectionMethods", threat ? MailRows.detection(mail) : "")
        .set("IPAddress", click.ip())
        .set("IsClickedThrough", click.clickedThrough())
        .set("UrlChain", Bag.list(java.util.List.of(click.url())))
        .set("AppName", "Outlook")
        .set("SourceId", mail.id())
        .set("TenantId", Staff.TENANT)
        .set("Type", "UrlClickEvents")
        .set("ReportId", mail.id() + "-" + click.at().getEpochSecond() % 9_973)
        .cells();
  }
}
