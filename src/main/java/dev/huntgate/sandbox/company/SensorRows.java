package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes a sensor's report as a row of DeviceEvents. */
record SensorRows(RowShape shape) {

  @Nullable Object[] row(SensorReport report) {
    Account account = report.by().account();
    RowShape.Row row =
        ActorColumns.start(shape, report, report.action())
            .set("RemoteUrl", report.remoteUrl())
            .set("AccountName", account.name())
            .set("AccountDomain", account.domain())
            .set("AccountSid", account.sid())
            .set("AdditionalFields", report.details());
    FileImage file = report.file();
    return (file == null ? row : ActorColumns.file(row, file)).cells();
  }
}
