package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes a sign-in as a row of DeviceLogonEvents. */
record LogonRows(RowShape shape) {

  @Nullable Object[] row(Logon logon) {
    boolean failed = logon.failureReason() != null;
    Account account = logon.account();
    RowShape.Row row =
        shape
            .row()
            .set("Timestamp", logon.at())
            .set("DeviceId", logon.device().id())
            .set("DeviceName", logon.device().name())
            .set("ActionType", failed ? "LogonFailed" : "LogonSuccess")
            .set("LogonType", logon.type())
            .set("AccountDomain", account.domain())
            .set("AccountName", account.name())
            .set("AccountSid", account.sid())
            .set("Protocol", logon.remoteIp() == null ? "Negotiate" : failed ? "NTLM" : "Kerberos")
            .set("FailureReason", failed ? logon.failureReason() : "")
            .set("IsLocalAdmin", failed ? null : account.upn() == null)
            .set("LogonId", failed ? null : 200_000L + logon.at().getNano() / 1_000)
            .set("ReportId", (long) logon.at().getNano() / 100 % 1_000_000)
            .set("AdditionalFields", "{\"IsLocalLogon\":" + (logon.remoteIp() == null) + "}");
    origin(row, logon);
    if (logon.device().windows()) {
      broker(row, logon);
    }
    return row.cells();
  }

  private static void origin(RowShape.Row row, Logon logon) {
    String ip = logon.remoteIp();
    if (ip == null) {
      return;
    }
    row.set("RemoteIP", ip)
        .set("RemoteIPType", ip.startsWith("10.") ? "Private" : "Public")
        .set("RemotePort", 49_152 + logon.at().getNano() / 100 % 16_000)
        .set("RemoteDeviceName", logon.from() == null ? "" : logon.from().hostName());
  }

  private static void broker(RowShape.Row row, Logon logon) {
    FileImage lsass = Programs.LSASS;
    row.set("InitiatingProcessFileName", lsass.name())
        .set("InitiatingProcessFolderPath", lsass.path())
        .set("InitiatingProcessSHA1", lsass.sha1())
        .set("InitiatingProcessSHA256", lsass.sha256())
        .set("InitiatingProcessMD5", lsass.md5())
        .set("InitiatingProcessFileSize", lsass.size())
        .set("InitiatingProcessId", 812L)
        .set("InitiatingProcessCommandLine", lsass.name())
        .set("InitiatingProcessAccountName", Account.SYSTEM.name())
        .set("InitiatingProcessAccountDomain", Account.SYSTEM.domain())
        .set("InitiatingProcessAccountSid", Account.SYSTEM.sid())
        .set("InitiatingProcessIntegrityLevel", "System")
        .set("InitiatingProcessCreationTime", logon.at().minusSeconds(86_400))
        .set("IsInitiatingProcessRemoteSession", false);
  }
}
