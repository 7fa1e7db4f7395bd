package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes a sign-in as a row of EntraIdSignInEvents. */
record SignInRows(RowShape shape) {

  @Nullable Object[] row(SignIn signIn) {
    Account account = signIn.person().account();
    Device device = signIn.device();
    long salt =
        Math.floorMod(signIn.at().getNano() / 1_000 * 7_919L + account.sid().hashCode(), 1L << 40);
    String request = "%08x-4f2a-4c1b-8d3e-%012x".formatted(salt & 0xffff_ffffL, salt);
    return shape
        .row()
        .set("Timestamp", signIn.at())
        .set("Application", signIn.application().label())
        .set("ApplicationId", signIn.application().directoryId())
        .set("LogonType", "[\"interactiveUser\"]")
        .set("ErrorCode", signIn.errorCode())
        .set("CorrelationId", request)
        .set("RequestId", request)
        .set("ReportId", request)
        .set("AccountDisplayName", signIn.person().displayName())
        .set("AccountObjectId", account.objectId())
        .set("AccountUpn", account.upn())
        .set("IsConfidentialClient", false)
        .set("IsExternalUser", 0)
        .set("IsGuestUser", false)
        .set("ResourceDisplayName", signIn.application().label())
        .set("ResourceId", signIn.application().directoryId())
        .set("ResourceTenantId", Staff.TENANT)
        .set("DeviceName", device == null ? "" : device.hostName())
        .set("EntraIdDeviceId", device == null ? "" : ActorColumns.orEmpty(device.objectId()))
        .set("OSPlatform", device == null ? "Windows10" : device.os().platform())
        .set("DeviceTrustType", device == null ? "" : "Hybrid Azure AD joined")
        .set("IsManaged", device == null ? 0 : 1)
        .set("IsCompliant", device == null ? 0 : 1)
        .set("AuthenticationRequirement", authentication(signIn))
        .set("TokenIssuerType", 0)
        .set("RiskLevelAggregated", signIn.risk())
        .set("RiskState", signIn.risk() > 0 ? 1 : 0)
        .set("UserAgent", "Mozilla/5.0 (" + signIn.client() + ")")
        .set("ClientAppUsed", signIn.client())
        .set("Browser", device == null ? "" : "Otterbrowse 12")
        .set("ConditionalAccessStatus", signIn.errorCode() == 53_003 ? 1 : 0)
        .set("IPAddress", signIn.from().ip())
        .set("Country", signIn.from().country())
        .set("City", signIn.from().city())
        .set("EndpointCall", "Entra sign-in")
        .cells();
  }

  private static String authentication(SignIn signIn) {
    return signIn.device() == null ? "singleFactorAuthentication" : "multiFactorAuthentication";
  }
}
