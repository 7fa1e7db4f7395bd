package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes an activity as a row of CloudAppEvents. */
record CloudActivityRows(RowShape shape) {

  @Nullable Object[] row(CloudActivity activity) {
    Account account = activity.person().account();
    CloudApplication application = activity.application();
    boolean office = activity.from().ip().startsWith("192.0.2.");
    return shape
        .row()
        .set("Timestamp", activity.at())
        .set("ActionType", activity.action())
        .set("ActivityType", activity.objectType())
        .set("Application", application.label())
        .set("ApplicationId", application.number())
        .set("AppInstanceId", 0)
        .set("AccountObjectId", account.objectId())
        .set("AccountId", account.objectId())
        .set("AccountDisplayName", account.displayName())
        .set("AccountType", activity.admin() ? "Admin" : "Regular")
        .set("IsAdminOperation", activity.admin())
        .set("IsExternalUser", false)
        .set("IsImpersonated", false)
        .set("DeviceType", "Desktop")
        .set("OSPlatform", "Windows 10")
        .set("IPAddress", activity.from().ip())
        .set("IsAnonymousProxy", !office)
        .set("CountryCode", activity.from().country())
        .set("City", activity.from().city())
        .set("Isp", activity.from().provider())
        .set("IPCategory", office ? "Corporate" : "None")
        .set("IPTags", office ? "[]" : "[\"Anonymous proxy\"]")
        .set("UserAgent", "Mozilla/5.0 (Otterbrowse 12)")
        .set("UserAgentTags", "[]")
        .set("ObjectName", activity.objectName())
        .set("ObjectType", activity.objectType())
        .set("ObjectId", FileImage.digest("MD5", activity.objectName()))
        .set(
            "ActivityObjects",
            "[" + Bag.of("Type", activity.objectType(), "Name", activity.objectName()) + "]")
        .set("RawEventData", activity.raw())
        .set("AdditionalFields", "{}")
        .set("LastSeenForUser", Bag.of("ActionType", office ? 1 : 0))
        .set("UncommonForUser", office ? "[]" : "[\"ISP\",\"CountryCode\"]")
        .set("AuditSource", "Defender for Cloud Apps app connector")
        .set(
            "ReportId", account.objectId() + "_" + Long.toHexString(activity.at().getEpochSecond()))
        .cells();
  }
}
