package dev.huntgate.sandbox.company;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an alert as a row of AlertInfo, in the words of the hunting tables. */
record AlertRows(RowShape shape) {

  private static final Map<String, String> TECHNIQUES =
      Map.ofEntries(
          Map.entry("T1003.001", "LSASS Memory"),
          Map.entry("T1021.006", "Windows Remote Management"),
          Map.entry("T1041", "Exfiltration Over C2 Channel"),
          Map.entry("T1053.005", "Scheduled Task"),
          Map.entry("T1059.001", "PowerShell"),
          Map.entry("T1078", "Valid Accounts"),
          Map.entry("T1091", "Replication Through Removable Media"),
          Map.entry("T1110.003", "Password Spraying"),
          Map.entry("T1204.002", "Malicious File"),
          Map.entry("T1486", "Data Encrypted for Impact"),
          Map.entry("T1490", "Inhibit System Recovery"),
          Map.entry("T1496", "Resource Hijacking"),
          Map.entry("T1528", "Steal Application Access Token"),
          Map.entry("T1547.001", "Registry Run Keys / Startup Folder"),
          Map.entry("T1560.001", "Archive via Utility"),
          Map.entry("T1566", "Phishing"),
          Map.entry("T1566.002", "Spearphishing Link"));

  @Nullable Object[] row(Alert alert) {
    return shape
        .row()
        .set("Timestamp", alert.createdAt())
        .set("AlertId", alert.id())
        .set("Title", alert.title())
        .set("Category", alert.category())
        .set("Severity", severity(alert))
        .set("ServiceSource", source(alert))
        .set("DetectionSource", sensor(alert))
        .set("AttackTechniques", techniques(alert))
        .cells();
  }

  static String severity(Alert alert) {
    return alert.severity() == Severity.UNSPECIFIED
        ? "Informational"
        : alert.severity().name().charAt(0)
            + alert.severity().name().substring(1).toLowerCase(Locale.ROOT);
  }

  static String techniques(Alert alert) {
    List<String> named =
        alert.techniques().stream()
            .map(id -> TECHNIQUES.getOrDefault(id, "Technique") + " (" + id + ")")
            .toList();
    return named.isEmpty() ? "" : Bag.list(named);
  }

  static String source(Alert alert) {
    return switch (alert.serviceSource()) {
      case MICROSOFT_DEFENDER_FOR_ENDPOINT -> "Microsoft Defender for Endpoint";
      case MICROSOFT_DEFENDER_FOR_IDENTITY -> "Microsoft Defender for Identity";
      case MICROSOFT_DEFENDER_FOR_CLOUD -> "Microsoft Defender for Cloud";
      case MICROSOFT_DEFENDER_FOR_OFFICE365 -> "Microsoft Defender for Office 365";
      case MICROSOFT_DEFENDER_FOR_CLOUD_APPS -> "Microsoft Defender for Cloud Apps";
    };
  }

  static String sensor(Alert alert) {
    return switch (alert.detectionSource()) {
      case ANTIVIRUS -> "Antivirus";
      case MICROSOFT_DEFENDER_FOR_ENDPOINT -> "EDR";
      case MICROSOFT_DEFENDER_FOR_IDENTITY -> "Microsoft Defender for Identity";
      case MICROSOFT_DEFENDER_FOR_OFFICE365 -> "Microsoft Defender for Office 365";
      case CLOUD_APP_SECURITY -> "Microsoft Defender for Cloud Apps";
      case MICROSOFT_DEFENDER_FOR_DATABASES -> "Microsoft Defender for Databases";
      case AUTOMATED_INVESTIGATION -> "Automated investigation";
    };
  }
}
