package dev.huntgate.sandbox.company;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The connections of ordinary days. */
record EverydayNetwork(Everyday everyday) {

  private record Peer(String ip, int port, String url) {}

  private static final List<Peer> INSIDE =
      List.of(
          new Peer("10.20.1.68", 53, "dc01.northwhale.example"),
          new Peer("10.20.1.68", 88, "dc01.northwhale.example"),
          new Peer("10.20.1.69", 389, "dc02.northwhale.example"),
          new Peer("10.20.1.70", 445, "files01.northwhale.example"),
          new Peer("10.20.1.71", 443, "mail01.northwhale.example"),
          new Peer("10.20.1.72", 8_443, "erp01.northwhale.example"),
          new Peer("10.20.1.73", 1_433, "sql01.northwhale.example"),
          new Peer("10.20.1.79", 3_389, "jump01.northwhale.example"),
          new Peer("10.20.1.77", 3_128, "proxy01.northwhale.example"),
          new Peer("10.20.1.74", 22, "build01.northwhale.example"));

  private static final List<String> SITES =
      List.of(
          "news.bluefjord.example",
          "mirror.saltmarsh.example",
          "cdn.tallship.example",
          "dl.shelf.example",
          "update.otter.example",
          "telemetry.otter.example",
          "login.harbourline.example",
          "chat.gannet.example",
          "maps.kittiwake.example",
          "video.puffin.example",
          "files.cormorant.example",
          "ads.luckyclam.example");

  Stream<NetworkConnection> stream(long count) {
    return Stream.generate(this::connection).limit(count);
  }

  private NetworkConnection connection() {
    Dice dice = everyday.dice();
    Device device = everyday.device();
    Instant at = everyday.month().sometime(dice);
    ProcessStart by = everyday.residents().pick(dice, device, at);
    String action =
        dice.chance(88)
            ? "ConnectionSuccess"
            : dice.of(
                "ConnectionFailed",
                "ConnectionFailed",
                "ConnectionAttempt",
                "ConnectionAttempt",
                "ConnectionAcknowledged",
                "InboundConnectionAccepted",
                "InboundConnectionAccepted",
                "HttpConnectionInspected",
                "DnsConnectionInspected",
                "SslConnectionInspected");
    if (action.endsWith("Inspected") && device.name().startsWith("web")) {
      String visitor = "203.0.113." + dice.between(2, 250);
      return new NetworkConnection(at, by, "HttpConnectionInspected", visitor, 52_344, "");
    }
    if (device.name().startsWith("mail") && dice.chance(10)) {
      return new NetworkConnection(at, by, action, "198.51.100.40", 25, "mx.saltmarsh.example");
    }
    if (action.startsWith("Inbound") || dice.chance(45)) {
      Peer peer = dice.pick(INSIDE);
      return new NetworkConnection(at, by, action, peer.ip(), peer.port(), peer.url());
    }
    int site = dice.between(0, SITES.size() - 1);
    boolean plain = dice.chance(8);
    String url = (plain ? "http://" : "https://") + SITES.get(site) + "/";
    return new NetworkConnection(
        at,
        by,
        action,
        "198.51.100." + (10 + site),
        plain ? 80 : 443,
        dice.chance(15) ? "" : dice.chance(50) ? SITES.get(site) : url);
  }
}
