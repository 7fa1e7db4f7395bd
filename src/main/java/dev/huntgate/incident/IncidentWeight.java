package dev.huntgate.incident;

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
import java.util.List;

/** About how much memory incidents take, counted through everything they hold. */
final class IncidentWeight {

  private IncidentWeight() {}

  /** In bytes. */
  static long of(List<Incident> incidents) {
    long bytes = 0;
    for (Incident incident : incidents) {
      bytes += of(incident);
    }
    return bytes;
  }

  private static long of(Incident incident) {
    Footprint footprint =
        new Footprint()
            .record(22)
            .texts(incident.id(), incident.name(), incident.assignedTo())
            .texts(incident.redirectIncidentId(), incident.description(), incident.summary())
            .texts(incident.lastModifiedBy(), incident.resolvingComment(), incident.tenantId())
            .times(incident.createdAt(), incident.updatedAt())
            .numbers(incident.priorityScore())
            .address(incident.portalUrl())
            .textLists(incident.tags(), incident.systemTags())
            .each(incident.comments(), IncidentWeight::comment)
            .each(incident.unrecognized(), IncidentWeight::unrecognized);
    if (incident.alerts() != null) {
      footprint.each(incident.alerts(), IncidentWeight::alert);
    }
    return footprint.bytes();
  }

  private static void alert(Footprint footprint, Alert alert) {
    footprint
        .record(38)
        .texts(alert.id(), alert.incidentId(), alert.title(), alert.description())
        .texts(alert.category(), alert.serviceSource(), alert.detectionSource())
        .texts(alert.detectorId(), alert.productName(), alert.providerAlertId())
        .texts(alert.alertPolicyId(), alert.assignedTo(), alert.actorName())
        .texts(alert.threatFamilyName(), alert.threatDisplayName(), alert.investigationState())
        .texts(alert.investigationId(), alert.recommendedActions(), alert.tenantId())
        .times(alert.createdAt(), alert.updatedAt(), alert.resolvedAt())
        .times(alert.firstActivityAt(), alert.lastActivityAt())
        .address(alert.portalUrl())
        .textLists(alert.categories(), alert.mitreTechniques(), alert.systemTags())
        .each(alert.devices(), IncidentWeight::device)
        .each(alert.evidence(), IncidentWeight::evidence)
        .each(alert.comments(), IncidentWeight::comment)
        .each(alert.unrecognized(), IncidentWeight::unrecognized)
        .tree(alert.additionalData())
        .tree(alert.customDetails());
  }

  private static void device(Footprint footprint, Device device) {
    footprint
        .record(23)
        .texts(device.id(), device.entraDeviceId(), device.dnsName(), device.hostName())
        .texts(device.dnsDomain(), device.ntDomain(), device.osPlatform(), device.osVersion())
        .texts(device.osProcessor(), device.healthStatus(), device.riskScore())
        .texts(device.onboardingStatus(), device.antivirusStatus(), device.rbacGroupId())
        .texts(device.rbacGroupName(), device.lastIpAddress(), device.lastExternalIpAddress())
        .times(device.firstSeenAt())
        .numbers(device.osBuild())
        .textLists(device.ipInterfaces())
        .each(
            device.loggedOnUsers(),
            (at, user) -> at.record(2).texts(user.accountName(), user.domainName()))
        .maybe(
            device.virtualMachine(),
            (at, machine) ->
                at.record(4)
                    .texts(machine.vmId(), machine.cloudProvider())
                    .texts(machine.resourceId(), machine.subscriptionId()));
    finding(footprint, device.finding());
  }

  private static void evidence(Footprint footprint, Evidence evidence) {
    finding(footprint, evidence.finding());
    if (evidence instanceof FileEvidence it) {
      footprint
          .record(4)
          .maybe(it.file(), IncidentWeight::file)
          .texts(it.detectionStatus(), it.deviceId());
    } else if (evidence instanceof ProcessEvidence it) {
      footprint
          .record(11)
          .texts(it.commandLine(), it.detectionStatus(), it.deviceId())
          .numbers(it.processId(), it.parentProcessId())
          .times(it.createdAt(), it.parentCreatedAt())
          .maybe(it.image(), IncidentWeight::file)
          .maybe(it.parentImage(), IncidentWeight::file)
          .maybe(it.account(), IncidentWeight::account);
    } else if (evidence instanceof UserEvidence it) {
      footprint.record(2).maybe(it.account(), IncidentWeight::account);
    } else if (evidence instanceof IpEvidence it) {
      footprint.record(3).texts(it.ipAddress(), it.countryCode());
    } else if (evidence instanceof UrlEvidence it) {
      footprint.record(2).texts(it.url());
    } else if (evidence instanceof MailboxEvidence it) {
      footprint
          .record(5)
          .texts(it.address(), it.displayName(), it.userPrincipalName())
          .maybe(it.account(), IncidentWeight::account);
    } else if (evidence instanceof MailMessageEvidence it) {
      mail(footprint, it);
    } else if (evidence instanceof MailClusterEvidence it) {
      footprint
          .record(7)
          .texts(it.clusterBy(), it.clusterByValue(), it.query(), it.urn())
          .numbers(it.mailCount())
          .textLists(it.networkMessageIds());
    } else if (evidence instanceof RegistryKeyEvidence it) {
      footprint.record(3).texts(it.hive(), it.key());
    } else if (evidence instanceof RegistryValueEvidence it) {
      footprint
          .record(7)
          .texts(it.hive(), it.key(), it.valueName(), it.valueType(), it.value(), it.deviceId());
    } else if (evidence instanceof SecurityGroupEvidence it) {
      footprint
          .record(7)
          .texts(it.groupId(), it.displayName(), it.friendlyName(), it.distinguishedName())
          .texts(it.sid(), it.activeDirectoryObjectGuid());
    } else if (evidence instanceof CloudApplicationEvidence it) {
      footprint
          .record(6)
          .texts(it.appId(), it.saasAppId(), it.displayName())
          .texts(it.instanceId(), it.instanceName());
    } else if (evidence instanceof OauthApplicationEvidence it) {
      footprint.record(5).texts(it.appId(), it.objectId(), it.displayName(), it.publisher());
    } else if (evidence instanceof DnsEvidence it) {
      footprint
          .record(5)
          .texts(it.domainName(), it.dnsServerIp(), it.hostIp())
          .textLists(it.ipAddresses());
    } else if (evidence instanceof OtherEvidence it) {
      footprint.record(3).texts(it.kind()).tree(it.properties());
    }
  }

  private static void mail(Footprint footprint, MailMessageEvidence mail) {
    footprint
        .record(19)
        .maybe(mail.sender(), IncidentWeight::sender)
        .maybe(mail.envelopeSender(), IncidentWeight::sender)
        .texts(mail.senderIp(), mail.recipient(), mail.subject(), mail.deliveryAction())
        .texts(mail.deliveryLocation(), mail.direction(), mail.language())
        .texts(mail.internetMessageId(), mail.networkMessageId(), mail.urn())
        .times(mail.receivedAt())
        .numbers(mail.attachmentCount(), mail.urlCount())
        .textLists(mail.urls(), mail.threats(), mail.threatDetectionMethods());
  }

  private static void sender(Footprint footprint, MailSender sender) {
    footprint.record(3).texts(sender.address(), sender.displayName(), sender.domainName());
  }

  private static void file(Footprint footprint, FileDetails file) {
    footprint
        .record(10)
        .texts(file.name(), file.path(), file.sha1(), file.sha256(), file.sha256Ac(), file.md5())
        .texts(file.publisher(), file.signer(), file.issuer())
        .numbers(file.sizeBytes());
  }

  private static void account(Footprint footprint, Account account) {
    footprint
        .record(8)
        .texts(account.accountName(), account.domainName(), account.userSid())
        .texts(account.entraUserId(), account.userPrincipalName(), account.displayName())
        .texts(account.activeDirectoryObjectGuid(), account.tenantId());
  }

  private static void finding(Footprint footprint, Finding finding) {
    if (finding.equals(Finding.NONE)) {
      return;
    }
    footprint
        .record(7)
        .times(finding.createdAt())
        .texts(finding.verdict(), finding.remediationStatus(), finding.remediationStatusDetails())
        .textLists(finding.roles(), finding.detailedRoles(), finding.tags());
  }

  private static void comment(Footprint footprint, Comment comment) {
    footprint.record(3).texts(comment.text(), comment.createdBy()).times(comment.createdAt());
  }

  private static void unrecognized(Footprint footprint, Unrecognized unrecognized) {
    footprint.record(2).texts(unrecognized.field(), unrecognized.value());
  }
}
