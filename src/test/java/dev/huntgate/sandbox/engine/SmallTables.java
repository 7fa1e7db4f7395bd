package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hand-made tables, small enough to know every answer. */
final class SmallTables {

  static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final TimeRange ALWAYS =
      new TimeRange(NOW.minus(Duration.ofDays(365)), NOW.plus(Duration.ofDays(1)));

  /** A logon, as plain Java sees it. */
  record Logon(Instant time, String device, String account, Long port, Double score, Boolean ok) {

    Object[] row() {
      String details =
          port == null ? null : "{\"port\": " + port + ", \"tags\": [\"a\", \"" + device + "\"]}";
      return new Object[] {time, device, account, port, score, ok, details};
    }
  }

  static final List<Logon> LOGONS =
      IntStream.range(0, 60)
          .mapToObj(
              i ->
                  new Logon(
                      NOW.minus(Duration.ofMinutes(47L * i)),
                      List.of("ws-01", "ws-02", "SRV-01", "srv-02").get(i * 7 % 4),
                      List.of("alice", "Bob", "carol", "").get(i * 5 % 11 % 4),
                      i % 9 == 0 ? null : (long) (i * 37 % 23),
                      i % 8 == 0 ? null : i / 4.0,
                      i % 3 == 0))
          .toList();

  /** A host, some of which have logons and some not; one stands twice. */
  record Host(String device, String owner, Long tier, List<Integer> ports) {

    String json() {
      return ports == null
          ? null
          : "{\"os\":\"" + owner.toUpperCase(Locale.ROOT) + "\",\"ports\":" + portsJson() + "}";
    }

    String portsJson() {
      return ports.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
  }

  static final List<Host> HOSTS =
      List.of(
          new Host("ws-01", "alice", 1L, List.of(80, 443)),
          new Host("ws-02", "bob", 2L, List.of(22)),
          new Host("ws-02", "bella", 3L, List.of(443, 22, 8080)),
          new Host("SRV-01", "carol", null, List.of()),
          new Host("srv-99", "dave", 5L, null));

  private SmallTables() {}

  static HuntingTable hosts() {
    return new HuntingTable(
        "Hosts",
        columns("DeviceName:STRING", "Owner:STRING", "Tier:LONG", "Info:DYNAMIC"),
        () -> HOSTS.stream().map(h -> new Object[] {h.device(), h.owner(), h.tier(), h.json()}));
  }

  static HuntingTable logons() {
    return new HuntingTable(
        "Logons",
        columns(
            "Timestamp:DATETIME",
            "DeviceName:STRING",
            "AccountName:STRING",
            "Port:LONG",
            "Score:REAL",
            "Success:BOOL",
            "Details:DYNAMIC"),
        () -> LOGONS.stream().map(Logon::row));
  }

  /** One row with one value of each kind, to try expressions on. */
  static HuntingTable one() {
    Object[] row = {
      Instant.parse("2026-03-04T05:06:07.089Z"),
      "powershell.exe -enc ZQB4",
      "",
      42L,
      7,
      -2.5,
      true,
      null,
      null,
      "{\"a\": {\"b c\": [1, \"two\", null]}, \"n\": 5, \"x/y~z\": \"slash\"}",
      "D3B07384-D9A0-4F6B-8D1E-000000000001",
      1L,
      2L
    };
    return new HuntingTable(
        "One",
        columns(
            "Time:DATETIME",
            "Text:STRING",
            "Empty:STRING",
            "Long:LONG",
            "Int:INT",
            "Real:REAL",
            "Bool:BOOL",
            "NoLong:LONG",
            "NoText:STRING",
            "Bag:DYNAMIC",
            "Id:GUID",
            "LogonId:LONG",
            "LogonID:LONG"),
        () -> List.<Object[]>of(row).stream());
  }

  static List<HuntingColumn> columns(String... columns) {
    return Arrays.stream(columns)
        .map(column -> column.split(":"))
        .map(parts -> new HuntingColumn(parts[0], KqlType.valueOf(parts[1])))
        .toList();
  }
}
