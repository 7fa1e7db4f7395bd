package dev.huntgate.sandbox.company;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What sensors report on ordinary days. */
record EverydayReports(Everyday everyday, List<Device> windows) {

  EverydayReports(Everyday everyday) {
    this(everyday, everyday.fleet().windows());
  }

  Stream<SensorReport> stream(long count) {
    return Stream.generate(this::report).limit(count);
  }

  private SensorReport report() {
    Dice dice = everyday.dice();
    Device device = dice.pick(windows);
    Instant at = everyday.month().sometime(dice);
    ProcessStart by = everyday.residents().pick(dice, device, at);
    return switch (dice.between(0, 14)) {
      case 0, 1 ->
          report(
              at,
              by,
              "PowerShellCommand",
              null,
              Bag.of("Command", dice.of("Get-Date", "Get-Item")));
      case 2 ->
          new SensorReport(
              at,
              by,
              "BrowserLaunchedToOpenUrl",
              null,
              "https://intranet.northwhale.example/",
              "{}");
      case 3 ->
          report(at, by, "PnpDeviceConnected", null, Bag.of("ClassName", dice.of("Mouse", "Net")));
      case 4 -> report(at, by, "UsbDriveMounted", null, drive(dice));
      case 5 ->
          report(at, by, "ScheduledTaskUpdated", null, Bag.of("TaskName", "\\Shelf\\Collect"));
      case 6 -> report(at, by, "NamedPipeEvent", null, Bag.of("PipeName", "\\Device\\otter.ipc"));
      case 7 ->
          report(at, by, "LdapSearch", null, Bag.of("SearchFilter", "(objectClass=printQueue)"));
      case 8 ->
          report(
              at,
              by,
              "AntivirusScanCompleted",
              null,
              Bag.of("ScanTypeIndex", "Quick", "User", "SYSTEM"));
      case 9 ->
          report(at, by, "ProcessPrimaryTokenModified", null, Bag.of("OriginalTokenUser", "S"));
      case 10 -> report(at, by, "GetClipboardData", null, "{}");
      case 11, 12, 13 -> dice.pick(RareReports.KINDS).at(at, by);
      default ->
          dice.chance(10)
              ? new SensorReport(
                  at, by, "SmartScreenUrlWarning", null, "https://ads.luckyclam.example/", "{}")
              : report(
                  at,
                  by,
                  "AsrUntrustedExecutableAudited",
                  Programs.INVENTORY,
                  Bag.of("IsAudit", true, "RuleId", "01443614-cd74-433a-b99e-2ecdc07bfc25"));
    };
  }

  private static SensorReport report(
      Instant at,
      ProcessStart by,
      String action,
      @org.jspecify.annotations.Nullable FileImage file,
      String details) {
    return new SensorReport(at, by, action, file, "", details);
  }

  static String drive(Dice dice) {
    return Bag.of(
        "DriveLetter",
        "E:",
        "ProductName",
        dice.of("Sandbar 32", "Pebble Go"),
        "SerialNumber",
        "SB" + dice.between(1_000, 1_040));
  }
}
