package dev.huntgate.sandbox.company;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reports of sensors that are few on any day, and that hunters ask for all the same. */
final class RareReports {

  private static final String SYSTEM_MAKER = "Microsoft Corporation";
  private static final FileImage KEYS =
      FileImage.of("ncrypt.dll", "C:\\Windows\\System32", SYSTEM_MAKER, "Operating system");
  private static final FileImage DRIVER =
      FileImage.of("shelfcam.sys", "C:\\Windows\\System32\\drivers", "Shelf Labs", "Shelfscan");

  /** What is the same in every report of a kind. */
  record Kind(String action, @Nullable FileImage file, String url, String details) {

    SensorReport at(Instant at, ProcessStart by) {
      return new SensorReport(at, by, action, file, url, details);
    }
  }

  static final List<Kind> KINDS =
      List.of(
          rule(
              "AsrOfficeChildProcessAudited", Programs.CMD, "d4f940ab-401b-4efc-aadc-ad5f3c50688a"),
          rule(
              "AsrOfficeChildProcessBlocked",
              Programs.POWERSHELL,
              "d4f940ab-401b-4efc-aadc-ad5f3c50688a"),
          rule(
              "AsrLsassCredentialTheftAudited",
              Programs.LSASS,
              "9e6c4e1f-7d60-472f-ba1a-a39ef669e4b2"),
          rule(
              "AsrLsassCredentialTheftBlocked",
              Programs.LSASS,
              "9e6c4e1f-7d60-472f-ba1a-a39ef669e4b2"),
          rule(
              "AsrPsexecWmiChildProcessAudited",
              Programs.CMD,
              "d1e49aac-8f56-4280-b9ba-993a6d77406c"),
          rule(
              "AsrUntrustedUsbProcessAudited",
              Programs.INVENTORY,
              "b2b3f03d-6a65-4f7b-a9c7-1c7ef74a9ba4"),
          site("ExploitGuardNetworkProtectionBlocked", "https://luckyclam.example/boat"),
          site("ExploitGuardNetworkProtectionAudited", "https://ads.luckyclam.example/"),
          of("ControlledFolderAccessViolationAudited", Programs.INVENTORY, "{}"),
          of("AppControlCodeIntegrityPolicyAudited", KEYS, Bag.of("Policy", "Audit")),
          of("DriverLoad", DRIVER, Bag.of("Signer", "Shelf Labs")),
          of("ServiceInstalled", Programs.BACKUP, service()),
          of("ScheduledTaskCreated", null, task()),
          of("ScheduledTaskDeleted", null, task()),
          of("UserAccountCreated", null, Bag.of("TargetAccount", "shelfadmin")),
          of("UserAccountAddedToLocalGroup", null, Bag.of("GroupName", "Administrators")),
          of("PasswordChangeAttempt", null, "{}"),
          of("SecurityLogCleared", null, "{}"),
          of("TamperingAttempt", null, Bag.of("TamperingAction", "DisableRealtimeMonitoring")),
          of("CreateRemoteThreadApiCall", Programs.EXPLORER, "{}"),
          of("OpenProcessApiCall", Programs.LSASS, Bag.of("DesiredAccess", 4_096)),
          of("DpapiAccessed", null, Bag.of("OperationType", "SPCryptUnprotect")),
          of("WmiBindEventFilterToConsumer", null, Bag.of("Consumer", "ShelfscanNightly")),
          of("AntivirusScanFailed", null, Bag.of("ScanTypeIndex", "Full")),
          of("AntivirusDefinitionsUpdated", null, Bag.of("Version", "1.404.3.0")),
          of("FirewallInboundConnectionBlocked", null, "{}"),
          of("DnsQueryResponse", null, Bag.of("DnsQueryString", "mirror.saltmarsh.example")),
          of("ScreenshotTaken", null, "{}"),
          of("UsbDriveUnmounted", null, Bag.of("DriveLetter", "E:")),
          of("ShellLinkCreateFileEvent", Programs.BROWSER, "{}"));

  private RareReports() {}

  private static Kind rule(String action, FileImage file, String rule) {
    boolean audit = action.endsWith("Audited");
    return new Kind(action, file, "", Bag.of("IsAudit", audit, "RuleId", rule));
  }

  private static Kind site(String action, String url) {
    boolean audit = action.endsWith("Audited");
    return new Kind(
        action, null, url, Bag.of("IsAudit", audit, "ResponseCategory", "Malicious", "Uri", url));
  }

  private static Kind of(String action, @Nullable FileImage file, String details) {
    return new Kind(action, file, "", details);
  }

  private static String service() {
    return Bag.of(
        "ServiceName", "tidevault", "ServiceStartType", 2, "ServiceAccount", "LocalSystem");
  }

  private static String task() {
    return Bag.of("TaskName", "\\Shelf\\Collect", "UserName", "SYSTEM");
  }
}
