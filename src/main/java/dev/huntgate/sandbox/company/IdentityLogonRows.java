package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes sign-ins to the domain and to the cloud as rows of IdentityLogonEvents. */
record IdentityLogonRows(RowShape shape) {

  @Nullable Object[] row(Happening happening) {
    return happening instanceof SignIn signIn ? cloud(signIn) : domain((Logon) happening);
  }

  /** Whether a sign-in at a device is one that the domain controllers see. */
  static boolean seen(Happening happening) {
    return happening instanceof SignIn
        || happening instanceof Logon logon
            && logon.device().windows()
            && logon.remoteIp() != null
            && logon.account().upn() != null;
  }

  private @Nullable Object[] domain(Logon logon) {
    boolean failed = logon.failureReason() != null;
    Device from = logon.from();
    RowShape.Row row =
        account(logon.account())
            .set("Timestamp", logon.at())
            .set("ActionType", failed ? "LogonFailed" : "LogonSuccess")
            .set("Application", "Active Directory")
            .set("LogonType", failed ? "Failed logon" : "Resource access")
            .set("Protocol", failed ? "Ntlm" : "Kerberos")
            .set("FailureReason", failed ? "WrongPassword" : "")
            .set("IPAddress", logon.remoteIp())
            .set("DestinationDeviceName", "dc01." + Staff.DOMAIN)
            .set("TargetDeviceName", logon.device().name())
            .set("Port", 49_152 + (int) (logon.at().getNano() / 1_000 % 16_000))
            .set("DestinationPort", failed ? 445 : 88)
            .set("ReportId", report(logon))
            .set(
                "AdditionalFields",
                Bag.of("Count", 1, "ACTOR.DEVICE", from == null ? "" : from.hostName()));
    if (from != null) {
      row.set("DeviceName", from.name())
          .set("DeviceType", from.kind() == Device.Kind.SERVER ? "Server" : "Workstation")
          .set("OSPlatform", from.os().platform());
    }
    return row.cells();
  }

  private @Nullable Object[] cloud(SignIn signIn) {
    boolean failed = signIn.errorCode() != 0;
    Device device = signIn.device();
    return account(signIn.person().account())
        .set("Timestamp", signIn.at())
        .set("ActionType", failed ? "LogonFailed" : "LogonSuccess")
        .set("Application", "Microsoft 365")
        .set("LogonType", "Credentials validation")
        .set("Protocol", "Adfs")
        .set("FailureReason", failed ? "WrongPassword" : "")
        .set("IPAddress", signIn.from().ip())
        .set("Location", signIn.from().country())
        .set("Isp", signIn.from().provider())
        .set("DeviceName", device == null ? "" : device.name())
        .set("OSPlatform", device == null ? "" : device.os().platform())
        .set("ReportId", report(signIn))
        .set("AdditionalFields", Bag.of("ErrorCode", signIn.errorCode()))
        .cells();
  }

  private RowShape.Row account(Account account) {
    return shape
        .row()
        .set("AccountName", account.name())
        .set("AccountDomain", account.domain())
        .set("AccountSid", account.sid())
        .set("AccountUpn", account.upn())
        .set("AccountObjectId", account.objectId())
        .set("AccountDisplayName", account.displayName());
  }

  private static String report(Happening happening) {
    return Long.toHexString(
        happening.at().getEpochSecond() * 1_000_000 + happening.at().getNano() / 1_000);
  }
}
