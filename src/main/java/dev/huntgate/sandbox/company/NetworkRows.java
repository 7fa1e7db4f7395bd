package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes a connection as a row of DeviceNetworkEvents. */
record NetworkRows(RowShape shape) {

  @Nullable Object[] row(NetworkConnection connection) {
    String remote = connection.remoteIp();
    return ActorColumns.start(shape, connection, connection.action())
        .set("RemoteIP", remote)
        .set("RemotePort", connection.remotePort())
        .set("RemoteUrl", connection.remoteUrl())
        .set("LocalIP", connection.device().ip())
        .set("LocalPort", 49_152 + (int) (connection.at().getNano() / 1_000 % 16_000))
        .set("Protocol", connection.remotePort() == 53 ? "Udp" : "Tcp")
        .set("LocalIPType", "Private")
        .set("RemoteIPType", remote.startsWith("10.") ? "Private" : "Public")
        .set("AdditionalFields", inspected(connection))
        .cells();
  }

  /** What the network sensor saw inside a connection. */
  private static String inspected(NetworkConnection connection) {
    String host = connection.remoteUrl().replaceAll("^https?://|/$", "");
    return switch (connection.action()) {
      case "HttpConnectionInspected" ->
          Bag.of(
              "direction",
              host.isEmpty() ? "In" : "Out",
              "method",
              "GET",
              "host",
              host.isEmpty() ? connection.device().name() : host,
              "uri",
              host.isEmpty() ? "/.env" : "/",
              "status_code",
              host.isEmpty() ? "404" : "200",
              "user_agent",
              host.isEmpty() ? "python-requests/2.31" : "Otterbrowse/12");
      case "DnsConnectionInspected" ->
          Bag.of("direction", "Out", "query", host, "qtype_name", "A", "rcode_name", "NOERROR");
      case "SslConnectionInspected" ->
          Bag.of("direction", "Out", "server_name", host, "version", "TLSv12", "established", true);
      default -> "";
    };
  }
}
