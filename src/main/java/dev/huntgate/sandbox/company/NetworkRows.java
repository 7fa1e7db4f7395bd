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
        .cells();
  }
}
