package dev.huntgate.sandbox.company;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Writes a link in a mail as a row of EmailUrlInfo. */
record LinkRows(RowShape shape) {

  @Nullable Object[] row(Mail mail, String url) {
    return shape
        .row()
        .set("Timestamp", mail.at())
        .set("NetworkMessageId", mail.id())
        .set("Url", url)
        .set("UrlDomain", URI.create(url).getHost())
        .set("UrlLocation", mail.attachments().isEmpty() ? "Body" : "Attachment")
        .set("ReportId", MailRows.reportId(mail))
        .cells();
  }
}
