package dev.huntgate.sandbox.company;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail on its way to one recipient.
 *
 * @param id the identifier inside the mail system
 * @param clusterId what mails that look alike share
 * @param senderIp {@code null} for mail between colleagues
 * @param direction Inbound, Outbound or Intra-org
 * @param threat Phish, Malware, Spam, or {@code null} for honest mail
 * @param delivered whether it reached the mailbox
 * @param attachments the files attached
 * @param urls the links in it
 */
public record Mail(
    Instant at,
    String id,
    long clusterId,
    String sender,
    String senderName,
    @Nullable String senderIp,
    Employee recipient,
    String subject,
    String direction,
    @Nullable String threat,
    boolean delivered,
    List<FileImage> attachments,
    List<String> urls)
    implements Happening {

  public Mail {
    attachments = List.copyOf(attachments);
    urls = List.copyOf(urls);
  }

  public String senderDomain() {
    return sender.substring(sender.indexOf('@') + 1);
  }

  public String internetId() {
    return "<" + id.substring(0, 13) + "@mail." + senderDomain() + ">";
  }

  public String location() {
    return delivered ? "Inbox/folder" : "Quarantine";
  }

  public String action() {
    return delivered ? "Delivered" : "Blocked";
  }
}
