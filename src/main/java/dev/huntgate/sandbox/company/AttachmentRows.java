package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes an attachment of a mail as a row of EmailAttachmentInfo. */
record AttachmentRows(RowShape shape) {

  @Nullable Object[] row(Mail mail, FileImage file) {
    boolean threat = mail.threat() != null && !mail.threat().equals("Spam");
    return shape
        .row()
        .set("Timestamp", mail.at())
        .set("NetworkMessageId", mail.id())
        .set("SenderFromAddress", mail.sender())
        .set("SenderDisplayName", mail.senderName())
        .set("RecipientEmailAddress", mail.recipient().address())
        .set("RecipientObjectId", mail.recipient().account().objectId())
        .set("FileName", file.name())
        .set("FileType", file.name().substring(file.name().lastIndexOf('.') + 1))
        .set("SHA256", file.sha256())
        .set("FileSize", file.size())
        .set("ThreatTypes", threat ? "Malware" : "")
        .set("ThreatNames", threat ? "O97M/Invoicer" : "")
        .set("DetectionMethods", threat ? "{\"Malware\":[\"File detonation\"]}" : "")
        .set("ReportId", MailRows.reportId(mail))
        .cells();
  }
}
