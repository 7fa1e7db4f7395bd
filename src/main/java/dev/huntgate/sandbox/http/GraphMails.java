package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huntgate.sandbox.company.Mail;
import dev.huntgate.sandbox.company.Subject;
import java.util.List;

/** Writes the evidence on Graph that has to do with mail. */
final class GraphMails {

  private GraphMails() {}

  /** Fills in a subject and returns its type. */
  static String fill(ObjectNode node, Subject subject) {
    if (subject instanceof Subject.OfMailbox mailbox) {
      node.put("primaryAddress", mailbox.owner().address());
      node.put("displayName", mailbox.owner().displayName());
      node.put("upn", mailbox.owner().account().upn());
      node.set("userAccount", GraphPlaces.account(mailbox.owner().account()));
      return "mailboxEvidence";
    }
    if (subject instanceof Subject.OfMail mail) {
      mail(node, mail.mail());
      return "analyzedMessageEvidence";
    }
    if (subject instanceof Subject.OfMailCluster cluster) {
      node.put("clusterBy", cluster.by()).put("clusterByValue", cluster.value());
      node.put("emailCount", cluster.mails().size());
      node.set("networkMessageIds", Json.texts(cluster.mails().stream().map(Mail::id).toList()));
      node.put("query", "EmailClusterId: " + cluster.value());
      node.put("urn", "urn:MailCluster:" + cluster.value());
      return "mailClusterEvidence";
    }
    throw new IllegalArgumentException("No evidence on Graph for " + subject);
  }

  private static void mail(ObjectNode node, Mail mail) {
    node.put("networkMessageId", mail.id());
    node.put("internetMessageId", mail.internetId());
    node.put("subject", mail.subject());
    node.put("language", "en");
    node.put("senderIp", mail.senderIp());
    node.put("recipientEmailAddress", mail.recipient().address());
    node.put("antiSpamDirection", mail.direction());
    node.put("deliveryAction", mail.action());
    node.put("deliveryLocation", mail.location());
    node.put("receivedDateTime", WireTime.of(mail.at()));
    node.put("attachmentsCount", mail.attachments().size());
    node.put("urlCount", mail.urls().size());
    node.set("urls", Json.texts(mail.urls()));
    List<String> threats = mail.threat() == null ? List.of() : List.of(mail.threat());
    node.set("threats", Json.texts(threats));
    node.putArray("threatDetectionMethods");
    node.put("urn", "urn:MailEntity:" + mail.id());
    sender(node.putObject("p1Sender"), mail);
    sender(node.putObject("p2Sender"), mail);
  }

  private static void sender(ObjectNode node, Mail mail) {
    node.put("emailAddress", mail.sender());
    node.put("displayName", mail.senderName());
    node.put("domainName", mail.senderDomain());
  }
}
