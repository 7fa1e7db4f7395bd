package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes the start of a program as a row of DeviceProcessEvents. */
record ProcessRows(RowShape shape) {

  @Nullable Object[] row(ProcessStart process) {
    RowShape.Row row =
        shape
            .row()
            .set("Timestamp", process.at())
            .set("DeviceId", process.device().id())
            .set("DeviceName", process.device().name())
            .set("ActionType", "ProcessCreated")
            .set("ReportId", process.reportId())
            .set("ProcessUniqueId", Long.toString(process.reportId() * 31))
            .set("AdditionalFields", process.remote() ? "{\"SessionSource\":\"WinRM\"}" : "")
            .set("IsProcessRemoteSession", process.device().windows() ? process.remote() : null)
            .set("IsInitiatingProcessRemoteSession", process.device().windows() ? false : null)
            .set("CreatedProcessSessionId", process.elevated() ? 0L : 1L);
    image(row, process);
    account(row, "", process);
    account(row, "InitiatingProcess", process);
    parent(row, process);
    return row.cells();
  }

  private static void image(RowShape.Row row, ProcessStart process) {
    FileImage image = process.image();
    row.set("FileName", image.name())
        .set("FolderPath", image.path())
        .set("SHA1", image.sha1())
        .set("SHA256", image.sha256())
        .set("MD5", image.md5())
        .set("FileSize", image.size())
        .set("ProcessVersionInfoCompanyName", image.publisher())
        .set("ProcessVersionInfoProductName", image.product())
        .set("ProcessVersionInfoOriginalFileName", image.product().isEmpty() ? "" : image.name())
        .set("ProcessId", process.processId())
        .set("ProcessCommandLine", process.commandLine())
        .set("ProcessIntegrityLevel", process.integrity())
        .set("ProcessTokenElevation", process.elevation())
        .set("ProcessCreationTime", process.createdAt());
  }

  private static void account(RowShape.Row row, String prefix, ProcessStart process) {
    Account account = process.account();
    row.set(prefix + "AccountDomain", account.domain())
        .set(prefix + "AccountName", account.name())
        .set(prefix + "AccountSid", account.sid())
        .set(prefix + "AccountUpn", account.upn() == null ? "" : account.upn())
        .set(prefix + "AccountObjectId", account.objectId() == null ? "" : account.objectId())
        .set(prefix + "LogonId", process.logonId());
  }

  private static void parent(RowShape.Row row, ProcessStart process) {
    ProcessStart.Parent parent = process.parent();
    boolean signed = !parent.image().publisher().isEmpty();
    row.set("InitiatingProcessFileName", parent.image().name())
        .set("InitiatingProcessFolderPath", parent.image().path())
        .set("InitiatingProcessSHA1", parent.image().sha1())
        .set("InitiatingProcessSHA256", parent.image().sha256())
        .set("InitiatingProcessMD5", parent.image().md5())
        .set("InitiatingProcessFileSize", parent.image().size())
        .set("InitiatingProcessVersionInfoCompanyName", parent.image().publisher())
        .set("InitiatingProcessVersionInfoProductName", parent.image().product())
        .set("InitiatingProcessId", parent.processId())
        .set("InitiatingProcessCommandLine", parent.commandLine())
        .set("InitiatingProcessCreationTime", parent.startedAt())
        .set("InitiatingProcessIntegrityLevel", process.integrity())
        .set("InitiatingProcessParentFileName", process.device().windows() ? "userinit.exe" : "")
        .set("InitiatingProcessParentId", process.device().windows() ? 884L : null)
        .set("InitiatingProcessSignerType", signed ? "OsVendor" : "")
        .set("InitiatingProcessSignatureStatus", signed ? "Valid" : "Unknown");
  }
}
