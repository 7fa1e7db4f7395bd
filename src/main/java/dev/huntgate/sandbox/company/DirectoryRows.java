package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes what domain controllers were told and asked as rows of the tables about it. */
record DirectoryRows(RowShape shape) {

  @Nullable Object[] row(DirectoryEvent event) {
    DirectoryEvent.Kind kind = event.kind();
    Account actor = event.actor().account();
    Account target = event.target().account();
    return shape
        .row()
        .set("Timestamp", event.at())
        .set("ActionType", kind.action())
        .set("Application", "Active Directory")
        .set("Protocol", kind.protocol())
        .set("AccountName", actor.name())
        .set("AccountDomain", actor.domain())
        .set("AccountUpn", actor.upn())
        .set("AccountSid", actor.sid())
        .set("AccountObjectId", actor.objectId())
        .set("AccountDisplayName", actor.displayName())
        .set("TargetAccountUpn", target.upn())
        .set("TargetAccountDisplayName", target.displayName())
        .set("DeviceName", event.from().name())
        .set("IPAddress", event.from().ip())
        .set("Port", 49_152 + (int) (event.at().getNano() / 1_000 % 16_000))
        .set("DestinationDeviceName", "dc01." + Staff.DOMAIN)
        .set("DestinationIPAddress", "10.20.1.68")
        .set("DestinationPort", kind.port())
        .set("TargetDeviceName", "dc01." + Staff.DOMAIN)
        .set("AdditionalFields", kind.details())
        .set("ReportId", FileImage.digest("MD5", actor.sid() + event.at()))
        .setWherePresent("QueryType", kind.queryType())
        .setWherePresent("Query", kind.query())
        .setWherePresent("QueryTarget", kind.queryTarget())
        .cells();
  }
}
