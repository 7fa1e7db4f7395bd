package dev.huntgate.upstream.graph;

import dev.huntgate.incident.Account;
import dev.huntgate.incident.Evidence;
import dev.huntgate.incident.Evidence.CloudApplicationEvidence;
import dev.huntgate.incident.Evidence.DnsEvidence;
import dev.huntgate.incident.Evidence.FileEvidence;
import dev.huntgate.incident.Evidence.IpEvidence;
import dev.huntgate.incident.Evidence.MailClusterEvidence;
import dev.huntgate.incident.Evidence.MailMessageEvidence;
import dev.huntgate.incident.Evidence.MailboxEvidence;
import dev.huntgate.incident.Evidence.OauthApplicationEvidence;
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
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads evidence in Graph's shape, told apart by {@code @odata.type}. */
final class GraphEvidenceReader {

  private static final Map<String, Function<Fields, Evidence>> KINDS =
      Map.ofEntries(
          Map.entry("fileEvidence", GraphEvidenceReader::file),
          Map.entry("processEvidence", GraphEvidenceReader::process),
          Map.entry("userEvidence", f -> new UserEvidence(finding(f), account(f))),
          Map.entry("ipEvidence", GraphEvidenceReader::ip),
          Map.entry("urlEvidence", f -> new UrlEvidence(finding(f), f.text("url"))),
          Map.entry("mailboxEvidence", GraphEvidenceReader::mailbox),
          Map.entry("analyzedMessageEvidence", GraphEvidenceReader::message),
          Map.entry("mailClusterEvidence", GraphEvidenceReader::cluster),
          Map.entry("registryKeyEvidence", GraphEvidenceReader::registryKey),
          Map.entry("registryValueEvidence", GraphEvidenceReader::registryValue),
          Map.entry("securityGroupEvidence", GraphEvidenceReader::group),
          Map.entry("cloudApplicationEvidence", GraphEvidenceReader::cloudApplication),
          Map.entry("oauthApplicationEvidence", GraphEvidenceReader::oauthApplication),
          Map.entry("dnsEvidence", GraphEvidenceReader::dns));

  private GraphEvidenceReader() {}

  /** The kind without its namespace, such as {@code fileEvidence}. */
  static String kind(Fields fields) {
    String type = fields.textOr("", "@odata.type");
    return type.substring(type.lastIndexOf('.') + 1);
  }

  static Evidence read(Fields fields) {
    return KINDS.getOrDefault(kind(fields), GraphEvidenceReader::other).apply(fields);
  }

  static Finding finding(Fields fields) {
    return new Finding(
        fields.time("createdDateTime"),
        fields.term("verdict"),
        fields.term("remediationStatus"),
        fields.text("remediationStatusDetails"),
        fields.terms("roles"),
        fields.texts("detailedRoles"),
        fields.texts("tags"));
  }

  private static Evidence file(Fields fields) {
    return new FileEvidence(
        finding(fields),
        details(fields.object("fileDetails")),
        fields.term("detectionStatus"),
        fields.text("mdeDeviceId"));
  }

  private static Evidence process(Fields fields) {
    return new ProcessEvidence(
        finding(fields),
        fields.number("processId"),
        fields.text("processCommandLine"),
        fields.time("processCreationDateTime"),
        fields.has("imageFile") ? details(fields.object("imageFile")) : null,
        fields.number("parentProcessId"),
        fields.time("parentProcessCreationDateTime"),
        fields.has("parentProcessImageFile")
            ? details(fields.object("parentProcessImageFile"))
            : null,
        fields.has("userAccount") ? account(fields) : null,
        fields.term("detectionStatus"),
        fields.text("mdeDeviceId"));
  }

  private static Evidence ip(Fields fields) {
    return new IpEvidence(
        finding(fields), fields.text("ipAddress"), fields.text("countryLetterCode"));
  }

  private static Evidence mailbox(Fields fields) {
    return new MailboxEvidence(
        finding(fields),
        fields.text("primaryAddress"),
        fields.text("displayName"),
        fields.textOr("", "upn").isEmpty()
            ? fields.object("userAccount").text("userPrincipalName")
            : fields.text("upn"),
        fields.has("userAccount") ? account(fields) : null);
  }

  private static Evidence message(Fields fields) {
    return new MailMessageEvidence(
        finding(fields),
        sender(fields, "p2Sender"),
        sender(fields, "p1Sender"),
        fields.text("senderIp"),
        fields.text("recipientEmailAddress"),
        fields.text("subject"),
        fields.time("receivedDateTime"),
        fields.text("deliveryAction"),
        fields.text("deliveryLocation"),
        fields.text("antiSpamDirection"),
        fields.text("language"),
        fields.text("internetMessageId"),
        fields.text("networkMessageId"),
        fields.text("urn"),
        fields.number("attachmentsCount"),
        fields.number("urlCount"),
        fields.texts("urls"),
        fields.texts("threats"),
        fields.texts("threatDetectionMethods"));
  }

  private static Evidence cluster(Fields fields) {
    return new MailClusterEvidence(
        finding(fields),
        fields.text("clusterBy"),
        fields.text("clusterByValue"),
        fields.number("emailCount"),
        fields.texts("networkMessageIds"),
        fields.text("query"),
        fields.text("urn"));
  }

  private static Evidence registryKey(Fields fields) {
    return new RegistryKeyEvidence(
        finding(fields), fields.text("registryHive"), fields.text("registryKey"));
  }

  private static Evidence registryValue(Fields fields) {
    return new RegistryValueEvidence(
        finding(fields),
        fields.text("registryHive"),
        fields.text("registryKey"),
        fields.text("registryValueName"),
        fields.text("registryValueType"),
        fields.text("registryValue"),
        fields.text("mdeDeviceId"));
  }

  private static Evidence group(Fields fields) {
    return new SecurityGroupEvidence(
        finding(fields),
        fields.text("securityGroupId"),
        fields.text("displayName"),
        fields.text("friendlyName"),
        fields.text("distinguishedName"),
        fields.text("sid"),
        fields.text("activeDirectoryObjectGuid"));
  }

  private static Evidence cloudApplication(Fields fields) {
    return new CloudApplicationEvidence(
        finding(fields),
        fields.text("appId"),
        fields.text("saasAppId"),
        fields.text("displayName"),
        fields.text("instanceId"),
        fields.text("instanceName"));
  }

  private static Evidence oauthApplication(Fields fields) {
    return new OauthApplicationEvidence(
        finding(fields),
        fields.text("appId"),
        fields.text("objectId"),
        fields.text("displayName"),
        fields.text("publisher"));
  }

  private static Evidence dns(Fields fields) {
    return new DnsEvidence(
        finding(fields),
        fields.text("domainName"),
        fields.object("dnsServerIp").text("ipAddress"),
        fields.object("hostIpAddress").text("ipAddress"),
        fields.objects("ipAddresses", ip -> ip.textOr("", "ipAddress")));
  }

  private static Evidence other(Fields fields) {
    String kind = Spelling.ours(kind(fields).replaceFirst("Evidence$", ""));
    return new OtherEvidence(
        finding(fields), kind.isEmpty() ? "UNKNOWN" : kind, fields.everything());
  }

  private static FileDetails details(Fields file) {
    return new FileDetails(
        file.text("fileName"),
        file.text("filePath"),
        file.text("sha1"),
        file.text("sha256"),
        file.text("sha256Ac"),
        file.text("md5"),
        file.number("fileSize"),
        file.text("filePublisher"),
        file.text("signer"),
        file.text("issuer"));
  }

  private static Account account(Fields owner) {
    Fields account = owner.object("userAccount");
    return new Account(
        account.text("accountName"),
        account.text("domainName"),
        account.text("userSid"),
        account.text("azureAdUserId"),
        account.text("userPrincipalName"),
        account.text("displayName"),
        account.text("activeDirectoryObjectGuid"),
        account.text("tenantId"));
  }

  private static @Nullable MailSender sender(Fields fields, String name) {
    if (!fields.has(name)) {
      return null;
    }
    Fields sender = fields.object(name);
    return new MailSender(
        sender.text("emailAddress"), sender.text("displayName"), sender.text("domainName"));
  }
}
