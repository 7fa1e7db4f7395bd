package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes the columns about the initiating process, as far as a table has them. */
final class ActorColumns {

  private ActorColumns() {}

  static RowShape.Row fill(RowShape.Row row, ProcessStart by) {
    FileImage image = by.image();
    Account account = by.account();
    row.set("InitiatingProcessFileName", image.name())
        .set("InitiatingProcessFolderPath", image.path())
        .set("InitiatingProcessSHA1", image.sha1())
        .set("InitiatingProcessSHA256", image.sha256())
        .set("InitiatingProcessMD5", image.md5())
        .set("InitiatingProcessFileSize", image.size())
        .set("InitiatingProcessVersionInfoCompanyName", image.publisher())
        .set("InitiatingProcessVersionInfoProductName", image.product())
        .set(
            "InitiatingProcessVersionInfoOriginalFileName",
            image.product().isEmpty() ? "" : image.name())
        .set("InitiatingProcessId", by.processId())
        .set("InitiatingProcessCommandLine", by.commandLine())
        .set("InitiatingProcessCreationTime", by.createdAt())
        .set("InitiatingProcessParentFileName", by.parent().image().name())
        .set("InitiatingProcessParentId", by.parent().processId())
        .set("InitiatingProcessParentCreationTime", by.parent().startedAt())
        .set("InitiatingProcessAccountName", account.name())
        .set("InitiatingProcessAccountDomain", account.domain())
        .set("InitiatingProcessAccountSid", account.sid())
        .set("InitiatingProcessAccountUpn", orEmpty(account.upn()))
        .set("InitiatingProcessAccountObjectId", orEmpty(account.objectId()))
        .setWherePresent("InitiatingProcessIntegrityLevel", by.integrity())
        .setWherePresent("InitiatingProcessTokenElevation", by.elevation())
        .setWherePresent("InitiatingProcessLogonId", by.logonId())
        .setWherePresent("InitiatingProcessUniqueId", Long.toString(by.reportId() * 31))
        .setWherePresent("InitiatingProcessSessionId", by.elevated() ? 0L : 1L);
    if (by.device().windows()) {
      row.set("IsInitiatingProcessRemoteSession", by.remote());
    }
    return row;
  }

  /** Where and when, and what the sensor counts its reports by. */
  static RowShape.Row start(RowShape shape, ProcessDeed deed, String action) {
    long report = deed.at().getNano() / 1_000 + deed.by().processId() * 13;
    return fill(
        shape
            .row()
            .set("Timestamp", deed.at())
            .set("DeviceId", deed.device().id())
            .set("DeviceName", deed.device().name())
            .set("ActionType", action)
            .set("ReportId", report % 1_000_000),
        deed.by());
  }

  static RowShape.Row file(RowShape.Row row, FileImage file) {
    return row.set("FileName", file.name())
        .set("FolderPath", file.path())
        .set("SHA1", file.sha1())
        .set("SHA256", file.sha256())
        .set("MD5", file.md5())
        .set("FileSize", file.size());
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
