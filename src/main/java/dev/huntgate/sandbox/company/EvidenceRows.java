package dev.huntgate.sandbox.company;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the evidence of an alert as a row of AlertEvidence. */
record EvidenceRows(RowShape shape) {

  @Nullable Object[] row(Alert alert, Evidence evidence) {
    RowShape.Row row =
        shape
            .row()
            .set("Timestamp", evidence.at())
            .set("AlertId", alert.id())
            .set("Title", alert.title())
            .set("Categories", Bag.list(List.of(alert.category())))
            .set("AttackTechniques", AlertRows.techniques(alert))
            .set("ServiceSource", AlertRows.source(alert))
            .set("DetectionSource", AlertRows.sensor(alert))
            .set("Severity", AlertRows.severity(alert))
            .set("ThreatFamily", ActorColumns.orEmpty(alert.threatFamily()))
            .set("EvidenceRole", impacted(evidence) ? "Impacted" : "Related")
            .set("EvidenceDirection", direction(evidence));
    return row.set("EntityType", fill(row, evidence.subject())).cells();
  }

  private static boolean impacted(Evidence evidence) {
    return evidence.roles().contains(Role.COMPROMISED)
        || evidence.roles().contains(Role.ATTACKED)
        || evidence.subject() instanceof Subject.OfDevice
        || evidence.subject() instanceof Subject.OfMailbox;
  }

  private static String direction(Evidence evidence) {
    return evidence.roles().contains(Role.SOURCE)
        ? "Source"
        : evidence.roles().contains(Role.DESTINATION) ? "Destination" : "";
  }

  /** Fills in what the subject says and returns the name of its kind. */
  private static String fill(RowShape.Row row, Subject subject) {
    if (subject instanceof Subject.OfDevice it) {
      device(row, it.device()).set("LocalIP", it.device().ip());
      return "Machine";
    }
    if (subject instanceof Subject.OfFile it) {
      file(row, it.file());
      if (it.device() != null) {
        device(row, it.device());
      }
      return "File";
    }
    if (subject instanceof Subject.OfProcess it) {
      file(device(row, it.process().device()), it.process().image())
          .set("ProcessCommandLine", it.process().commandLine());
      account(row, it.process().account());
      return "Process";
    }
    if (subject instanceof Subject.OfUser it) {
      account(row, it.account());
      return "User";
    }
    if (subject instanceof Subject.OfMailbox it) {
      account(row, it.owner().account());
      return "Mailbox";
    }
    if (subject instanceof Subject.OfMail it) {
      row.set("NetworkMessageId", it.mail().id()).set("EmailSubject", it.mail().subject());
      account(row, it.mail().recipient().account());
      return "MailMessage";
    }
    return other(row, subject);
  }

  private static String other(RowShape.Row row, Subject subject) {
    if (subject instanceof Subject.OfIp it) {
      row.set("RemoteIP", it.address());
      return "Ip";
    }
    if (subject instanceof Subject.OfUrl it) {
      row.set("RemoteUrl", it.url());
      return "Url";
    }
    if (subject instanceof Subject.OfDns it) {
      row.set("RemoteUrl", it.domain()).set("RemoteIP", it.answer());
      return "DnsResolution";
    }
    if (subject instanceof Subject.OfMailCluster it) {
      row.set(
          "AdditionalFields",
          Bag.of(
              "ClusterBy", it.by(), "ClusterByValue", it.value(), "MailCount", it.mails().size()));
      return "MailCluster";
    }
    if (subject instanceof Subject.OfRegistryKey it) {
      row.set("RegistryKey", it.hive() + "\\" + it.key());
      return "RegistryKey";
    }
    if (subject instanceof Subject.OfRegistryValue it) {
      device(row, it.device())
          .set("RegistryKey", it.hive() + "\\" + it.key())
          .set("RegistryValueName", it.name())
          .set("RegistryValueData", it.value());
      return "RegistryValue";
    }
    if (subject instanceof Subject.OfSecurityGroup it) {
      row.set("AdditionalFields", Bag.of("GroupId", it.id(), "GroupName", it.name()));
      return "SecurityGroup";
    }
    if (subject instanceof Subject.OfCloudApplication it) {
      row.set("Application", it.name()).set("ApplicationId", (int) it.id());
      return "CloudApplication";
    }
    Subject.OfOauthApplication it = (Subject.OfOauthApplication) subject;
    row.set("Application", it.name()).set("OAuthApplicationId", it.id());
    return "OAuthApplication";
  }

  private static RowShape.Row device(RowShape.Row row, Device device) {
    return row.set("DeviceId", device.id()).set("DeviceName", device.name());
  }

  private static RowShape.Row file(RowShape.Row row, FileImage file) {
    return row.set("FileName", file.name())
        .set("FolderPath", file.folder())
        .set("SHA1", file.sha1())
        .set("SHA256", file.sha256())
        .set("FileSize", file.size());
  }

  private static void account(RowShape.Row row, Account account) {
    row.set("AccountName", account.name())
        .set("AccountDomain", account.domain())
        .set("AccountSid", account.sid())
        .set("AccountUpn", account.upn())
        .set("AccountObjectId", account.objectId());
  }
}
