package dev.huntgate.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that an alert touches, other than a device. */
public sealed interface Evidence {

  /** What upstream says of its part in the alert. */
  Finding finding();

  /** A file. */
  record FileEvidence(
      Finding finding,
      FileDetails file,
      @Nullable String detectionStatus,
      @Nullable String deviceId)
      implements Evidence {}

  /** A process, with its image and its parent. */
  record ProcessEvidence(
      Finding finding,
      @Nullable Long processId,
      @Nullable String commandLine,
      @Nullable Instant createdAt,
      @Nullable FileDetails image,
      @Nullable Long parentProcessId,
      @Nullable Instant parentCreatedAt,
      @Nullable FileDetails parentImage,
      @Nullable Account account,
      @Nullable String detectionStatus,
      @Nullable String deviceId)
      implements Evidence {}

  /** A user account. */
  record UserEvidence(Finding finding, Account account) implements Evidence {}

  /** An address on the network. */
  record IpEvidence(Finding finding, @Nullable String ipAddress, @Nullable String countryCode)
      implements Evidence {}

  /** A web address. */
  record UrlEvidence(Finding finding, @Nullable String url) implements Evidence {}

  /** A mailbox. */
  record MailboxEvidence(
      Finding finding,
      @Nullable String address,
      @Nullable String displayName,
      @Nullable String userPrincipalName,
      @Nullable Account account)
      implements Evidence {}

  /**
   * A mail.
   *
   * @param envelopeSender who delivered it (P1), {@code sender} who it shows (P2)
   */
  record MailMessageEvidence(
      Finding finding,
      @Nullable MailSender sender,
      @Nullable MailSender envelopeSender,
      @Nullable String senderIp,
      @Nullable String recipient,
      @Nullable String subject,
      @Nullable Instant receivedAt,
      @Nullable String deliveryAction,
      @Nullable String deliveryLocation,
      @Nullable String direction,
      @Nullable String language,
      @Nullable String internetMessageId,
      @Nullable String networkMessageId,
      @Nullable String urn,
      @Nullable Long attachmentCount,
      @Nullable Long urlCount,
      List<String> urls,
      List<String> threats,
      List<String> threatDetectionMethods)
      implements Evidence {
    public MailMessageEvidence {
      urls = List.copyOf(urls);
      threats = List.copyOf(threats);
      threatDetectionMethods = List.copyOf(threatDetectionMethods);
    }
  }

  /** Mails that are alike. */
  record MailClusterEvidence(
      Finding finding,
      @Nullable String clusterBy,
      @Nullable String clusterByValue,
      @Nullable Long mailCount,
      List<String> networkMessageIds,
      @Nullable String query,
      @Nullable String urn)
      implements Evidence {
    public MailClusterEvidence {
      networkMessageIds = List.copyOf(networkMessageIds);
    }
  }

  /** A key of the Windows registry. */
  record RegistryKeyEvidence(Finding finding, @Nullable String hive, @Nullable String key)
      implements Evidence {}

  /** A value of the Windows registry. */
  record RegistryValueEvidence(
      Finding finding,
      @Nullable String hive,
      @Nullable String key,
      @Nullable String valueName,
      @Nullable String valueType,
      @Nullable String value,
      @Nullable String deviceId)
      implements Evidence {}

  /** A group in the directory. */
  record SecurityGroupEvidence(
      Finding finding,
      @Nullable String groupId,
      @Nullable String displayName,
      @Nullable String friendlyName,
      @Nullable String distinguishedName,
      @Nullable String sid,
      @Nullable String activeDirectoryObjectGuid)
      implements Evidence {}

  /** A cloud application. */
  record CloudApplicationEvidence(
      Finding finding,
      @Nullable String appId,
      @Nullable String saasAppId,
      @Nullable String displayName,
      @Nullable String instanceId,
      @Nullable String instanceName)
      implements Evidence {}

  /** An application that was granted access by OAuth. */
  record OauthApplicationEvidence(
      Finding finding,
      @Nullable String appId,
      @Nullable String objectId,
      @Nullable String displayName,
      @Nullable String publisher)
      implements Evidence {}

  /** A name that was looked up. */
  record DnsEvidence(
      Finding finding,
      @Nullable String domainName,
      @Nullable String dnsServerIp,
      @Nullable String hostIp,
      List<String> ipAddresses)
      implements Evidence {
    public DnsEvidence {
      ipAddresses = List.copyOf(ipAddresses);
    }
  }

  /**
   * A kind that has no record of its own here.
   *
   * @param kind upstream's name of it, such as {@code AMAZON_RESOURCE}
   * @param properties everything upstream says of it
   */
  record OtherEvidence(Finding finding, String kind, Map<String, Object> properties)
      implements Evidence {}
}
