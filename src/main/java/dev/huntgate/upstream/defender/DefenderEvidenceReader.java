package dev.huntgate.upstream.defender;

import dev.huntgate.incident.Account;
import dev.huntgate.incident.Evidence;
import dev.huntgate.incident.Evidence.FileEvidence;
import dev.huntgate.incident.Evidence.IpEvidence;
import dev.huntgate.incident.Evidence.MailClusterEvidence;
import dev.huntgate.incident.Evidence.MailMessageEvidence;
import dev.huntgate.incident.Evidence.MailboxEvidence;
import dev.huntgate.incident.Evidence.OtherEvidence;
import dev.huntgate.incident.Evidence.ProcessEvidence;
import dev.huntgate.incident.Evidence.RegistryKeyEvidence;
import dev.huntgate.incident.Evidence.RegistryValueEvidence;
import dev.huntgate.incident.Evidence.SecurityGroupEvidence;
import dev.huntgate.incident.Evidence.UrlEvidence;
import dev.huntgate.incident.Evidence.UserEvidence;
import dev.huntgate.incident.FileDetails;
import dev.huntgate.incident.Finding;
import dev.huntgate.incident.MailSender;
import dev.huntgate.upstream.Fields;
import dev.huntgate.upstream.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads entities in the defender family's shape: one flat object for every kind. */
final class DefenderEvidenceReader {

  private DefenderEvidenceReader() {}

  static Evidence read(Fields fields) {
    String type = fields.textOr("", "entityType");
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "file" -> new FileEvidence(finding(fields), file(fields), null, device(fields));
      case "process" -> process(fields);
      case "user" -> new UserEvidence(finding(fields), account(fields));
      case "ip" -> new IpEvidence(finding(fields), fields.text("ipAddress"), null);
      case "url" -> new UrlEvidence(finding(fields), fields.text("url"));
      case "mailbox" ->
          new MailboxEvidence(
              finding(fields),
              fields.text("mailboxAddress"),
              fields.text("mailboxDisplayName"),
              fields.text("userPrincipalName"),
              null);
      case "mailmessage" -> message(fields);
      case "mailcluster" ->
          new MailClusterEvidence(
              finding(fields), fields.text("clusterBy"), null, null, List.of(), null, null);
      case "registry", "registrykey", "registryvalue" -> registry(fields);
      case "securitygroup" ->
          new SecurityGroupEvidence(
              finding(fields),
              fields.text("securityGroupId"),
              fields.text("securityGroupName"),
              null,
              null,
              null,
              null);
      default -> other(fields, type);
    };
  }

  private static Finding finding(Fields fields) {
    String verdict = fields.term("verdict");
    return verdict == null
        ? Finding.NONE
        : new Finding(null, verdict, null, null, List.of(), List.of(), List.of());
  }

  private static Evidence process(Fields fields) {
    FileDetails image = file(fields);
    return new ProcessEvidence(
        finding(fields),
        fields.number("processId"),
        fields.text("processCommandLine"),
        fields.time("processCreationTime"),
        image.equals(NO_FILE) ? null : image,
        fields.number("parentProcessId"),
        fields.time("parentProcessCreationTime"),
        null,
        fields.has("accountName") ? account(fields) : null,
        null,
        device(fields));
  }

  private static Evidence message(Fields fields) {
    String sender = fields.text("sender");
    return new MailMessageEvidence(
        finding(fields),
        sender == null ? null : new MailSender(sender, null, null),
        null,
        null,
        fields.text("recipient"),
        fields.text("subject"),
        null,
        fields.text("deliveryAction"),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of());
  }

  private static Evidence registry(Fields fields) {
    String hive = fields.text("registryHive");
    String key = fields.text("registryKey");
    if (!fields.has("registryValue") && !fields.has("registryValueType")) {
      return new RegistryKeyEvidence(finding(fields), hive, key);
    }
    return new RegistryValueEvidence(
        finding(fields),
        hive,
        key,
        fields.text("registryValueName"),
        fields.text("registryValueType"),
        fields.text("registryValue"),
        device(fields));
  }

  private static Evidence other(Fields fields, String type) {
    Map<String, Object> properties = fields.everything();
    properties.values().removeIf(value -> value == null);
    return new OtherEvidence(
        finding(fields), type.isEmpty() ? "UNKNOWN" : Spelling.ours(type), properties);
  }

  private static final FileDetails NO_FILE =
      new FileDetails(null, null, null, null, null, null, null, null, null, null);

  private static FileDetails file(Fields fields) {
    return new FileDetails(
        fields.text("fileName"),
        fields.text("filePath"),
        fields.text("sha1"),
        fields.text("sha256"),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Account account(Fields fields) {
    return new Account(
        fields.text("accountName"),
        fields.text("domainName"),
        fields.text("userSid"),
        fields.text("aadUserId"),
        fields.text("userPrincipalName"),
        null,
        null,
        null);
  }

  private static @Nullable String device(Fields fields) {
    return fields.text("deviceId");
  }
}
