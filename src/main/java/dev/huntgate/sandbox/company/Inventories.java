package dev.huntgate.sandbox.company;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables that list what there is, rather than what happens; their size follows from that. */
record Inventories(TableSources sources) {

  Stream<@Nullable Object[]> rows(String table, RowShape shape) {
    Month month = sources.month();
    return switch (table) {
      case "DeviceInfo" ->
          new DeviceInfoRows(shape)
              .rows(sources.dice(1), sources.fleet().everything(), month.end());
      case "DeviceNetworkInfo" ->
          new NetworkInfoRows(shape).rows(sources.dice(13), sources.fleet().everything(), month);
      case "DeviceFileCertificateInfo" ->
          new CertificateRows(shape).rows(sources.dice(14), sources.fleet().windows(), month);
      default -> new IdentityRows(shape).rows(sources.dice(15), sources.staff(), month);
    };
  }

  Stream<@Nullable Object[]> software(String table, RowShape shape) {
    SoftwareRows rows = new SoftwareRows(shape);
    return switch (table) {
      case "DeviceTvmSoftwareInventory" ->
          rows.inventory(sources.fleet().everything(), sources.month());
      case "DeviceTvmSoftwareVulnerabilities" -> rows.weaknesses(sources.fleet().everything());
      default -> rows.knowledge(sources.month());
    };
  }

  Stream<@Nullable Object[]> alerts(String table, RowShape shape) {
    if (table.equals("AlertInfo")) {
      return sources.alerts().map(new AlertRows(shape)::row);
    }
    EvidenceRows rows = new EvidenceRows(shape);
    return sources
        .alerts()
        .flatMap(alert -> alert.evidence().stream().map(evidence -> rows.row(alert, evidence)));
  }
}
