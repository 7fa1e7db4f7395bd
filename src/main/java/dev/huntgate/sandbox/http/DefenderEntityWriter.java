package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huntgate.sandbox.company.Account;
import dev.huntgate.sandbox.company.Evidence;
import dev.huntgate.sandbox.company.FileImage;
import dev.huntgate.sandbox.company.Mail;
import dev.huntgate.sandbox.company.ProcessStart;
import dev.huntgate.sandbox.company.Subject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes evidence as the native family does: one flat object for every kind. */
final class DefenderEntityWriter {

  private static final List<String> KEYS =
      List.of(
          "entityType",
          "sha1",
          "sha256",
          "fileName",
          "filePath",
          "processId",
          "processCommandLine",
          "processCreationTime",
          "parentProcessId",
          "parentProcessCreationTime",
          "ipAddress",
          "url",
          "accountName",
          "domainName",
          "userSid",
          "aadUserId",
          "userPrincipalName",
          "mailboxDisplayName",
          "mailboxAddress",
          "clusterBy",
          "sender",
          "recipient",
          "subject",
          "deliveryAction",
          "securityGroupId",
          "securityGroupName",
          "registryHive",
          "registryKey",
          "registryValueType",
          "registryValue",
          "deviceId");

  private DefenderEntityWriter() {}

  /**
   * Writes one piece of evidence, or nothing when the native family does not know its kind.
   *
   * @param newer whether to leave out what does not apply and to add the verdict, instead of
   *     writing all 31 keys
   */
  static Optional<ObjectNode> write(Evidence evidence, boolean newer) {
    ObjectNode known = Json.object();
    String type = fill(known, evidence.subject());
    if (type == null) {
      return Optional.empty();
    }
    known.put("entityType", type);
    ObjectNode node = Json.object();
    for (String key : KEYS) {
      if (known.hasNonNull(key)) {
        node.set(key, known.get(key));
      } else if (!newer) {
        node.putNull(key);
      }
    }
    if (newer) {
      node.put("verdict", evidence.verdict().defender());
    }
    return Optional.of(node);
  }

  private static @Nullable String fill(ObjectNode node, Subject subject) {
    if (subject instanceof Subject.OfFile file) {
      file(node, file.file());
      node.put("deviceId", file.device() == null ? null : file.device().id());
      return "File";
    }
    if (subject instanceof Subject.OfProcess process) {
      process(node, process.process());
      return "Process";
    }
    if (subject instanceof Subject.OfIp ip) {
      node.put("ipAddress", ip.address());
      return "Ip";
    }
    if (subject instanceof Subject.OfUrl url) {
      node.put("url", url.url());
      return "Url";
    }
    if (subject instanceof Subject.OfUser user) {
      account(node, user.account());
      return "User";
    }
    if (subject instanceof Subject.OfRegistryKey key) {
      node.put("registryHive", key.hive()).put("registryKey", key.key());
      return "Registry";
    }
    if (subject instanceof Subject.OfRegistryValue value) {
      node.put("registryHive", value.hive()).put("registryKey", value.key());
      node.put("registryValueType", value.type()).put("registryValue", value.value());
      node.put("deviceId", value.device().id());
      return "Registry";
    }
    if (subject instanceof Subject.OfSecurityGroup group) {
      node.put("securityGroupId", group.id()).put("securityGroupName", group.name());
      return "SecurityGroup";
    }
    return mail(node, subject);
  }

  private static @Nullable String mail(ObjectNode node, Subject subject) {
    if (subject instanceof Subject.OfMailbox mailbox) {
      node.put("userPrincipalName", mailbox.owner().account().upn());
      node.put("mailboxDisplayName", mailbox.owner().displayName());
      node.put("mailboxAddress", mailbox.owner().address());
      return "MailBox";
    }
    if (subject instanceof Subject.OfMail message) {
      Mail mail = message.mail();
      node.put("userPrincipalName", mail.recipient().account().upn());
      node.put("sender", mail.sender()).put("recipient", mail.recipient().address());
      node.put("subject", mail.subject()).put("deliveryAction", mail.action());
      return "MailMessage";
    }
    if (subject instanceof Subject.OfMailCluster cluster) {
      node.put("clusterBy", cluster.by());
      return "MailCluster";
    }
    return null;
  }

  private static void process(ObjectNode node, ProcessStart process) {
    file(node, process.image());
    account(node, process.account());
    node.put("processId", process.processId());
    node.put("processCommandLine", process.commandLine());
    node.put("processCreationTime", WireTime.of(process.at()));
    node.put("parentProcessId", process.parent().processId());
    node.put("parentProcessCreationTime", WireTime.of(process.parent().startedAt()));
    node.put("deviceId", process.device().id());
  }

  private static void file(ObjectNode node, FileImage file) {
    node.put("sha1", file.sha1()).put("sha256", file.sha256());
    node.put("fileName", file.name()).put("filePath", file.folder());
  }

  private static void account(ObjectNode node, Account account) {
    node.put("accountName", account.name()).put("domainName", account.domain());
    node.put("userSid", account.sid()).put("aadUserId", account.objectId());
    node.put("userPrincipalName", account.upn());
  }
}
