package dev.huntgate.sandbox.engine;

import static dev.huntgate.sandbox.engine.QueryCase.where;

import dev.huntgate.sandbox.engine.SmallTables.Logon;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Comparisons, and tests on text. */
final class TestCases {

  private TestCases() {}

  static List<QueryCase> all() {
    return List.of(
        where("Port == 5", l -> l.port() != null && l.port() == 5),
        where("Port != 5", l -> l.port() == null || l.port() != 5),
        where("Port <> 5", l -> l.port() == null || l.port() != 5),
        where("Port < 5", l -> l.port() != null && l.port() < 5),
        where("Port <= 5", l -> l.port() != null && l.port() <= 5),
        where("Port > 5", l -> l.port() != null && l.port() > 5),
        where("Port >= 5", l -> l.port() != null && l.port() >= 5),
        where("not(Port > 5)", l -> l.port() != null && l.port() <= 5),
        where("Port between (5 .. 9)", l -> l.port() != null && l.port() >= 5 && l.port() <= 9),
        where("Port !between (5 .. 9)", l -> l.port() != null && (l.port() < 5 || l.port() > 9)),
        where(
            "Timestamp between (ago(1d) .. 6h)",
            l ->
                !l.time().isBefore(SmallTables.NOW.minus(Duration.ofDays(1)))
                    && !l.time().isAfter(SmallTables.NOW.minus(Duration.ofHours(18)))),
        where("Success and Port > 5", l -> l.ok() && l.port() != null && l.port() > 5),
        where("Success or Port > 5", l -> l.ok() || (l.port() != null && l.port() > 5)),
        where("Success == 1", Logon::ok),
        where("Success != \"0\"", Logon::ok),
        where("DeviceName notcontains 'rv'", l -> !folded(l).contains("rv")),
        where("DeviceName == 'srv-01'", l -> l.device().equals("srv-01")),
        where("DeviceName =~ 'srv-01'", l -> l.device().equalsIgnoreCase("srv-01")),
        where("DeviceName !~ 'srv-01'", l -> !l.device().equalsIgnoreCase("srv-01")),
        where("DeviceName in ('ws-01', 'srv-01')", l -> l.device().equals("ws-01")),
        where("DeviceName !in ('ws-01', 'srv-01')", l -> !l.device().equals("ws-01")),
        where(
            "DeviceName in~ ('WS-01', 'srv-01')",
            l -> Set.of("ws-01", "srv-01").contains(folded(l))),
        where(
            "DeviceName !in~ ('WS-01', 'srv-01')",
            l -> !Set.of("ws-01", "srv-01").contains(folded(l))),
        where(
            "Port in (dynamic([1, 5, 9]))",
            l -> l.port() != null && Set.of(1L, 5L, 9L).contains(l.port())),
        where("Port !in (1, 5)", l -> l.port() == null || (l.port() != 1 && l.port() != 5)),
        where(
            "DeviceName in ((Hosts | where Tier > 1 | project DeviceName))",
            l ->
                SmallTables.HOSTS.stream()
                    .anyMatch(
                        h -> h.tier() != null && h.tier() > 1 && h.device().equals(l.device()))),
        where("DeviceName has 'SRV'", l -> term(l, "srv"::equals)),
        where("DeviceName !has 'SRV'", l -> !term(l, "srv"::equals)),
        where("DeviceName has 's'", l -> term(l, "s"::equals)),
        where("DeviceName has 'srv-01'", l -> folded(l).equals("srv-01")),
        where("DeviceName has_cs 'SRV'", l -> l.device().startsWith("SRV")),
        where("DeviceName !has_cs 'SRV'", l -> !l.device().startsWith("SRV")),
        where("DeviceName has_any ('ws', '02')", l -> term(l, Set.of("ws", "02")::contains)),
        where("DeviceName has_any (dynamic(['ws', 'zz']))", l -> term(l, Set.of("ws")::contains)),
        where(
            "DeviceName has_any ((Hosts | where Tier == 5 | project t = substring(DeviceName, 0,"
                + " 3)))",
            l -> term(l, "srv"::equals)),
        where("DeviceName has_all ('srv', '02')", l -> folded(l).equals("srv-02")),
        where("DeviceName hasprefix 'SR'", l -> term(l, t -> t.startsWith("sr"))),
        where("DeviceName !hasprefix 'SR'", l -> !term(l, t -> t.startsWith("sr"))),
        where("DeviceName hasprefix_cs 'SR'", l -> l.device().startsWith("SR")),
        where("DeviceName !hasprefix_cs 'SR'", l -> !l.device().startsWith("SR")),
        where("DeviceName hassuffix 'RV'", l -> term(l, t -> t.endsWith("rv"))),
        where("DeviceName !hassuffix 'RV'", l -> !term(l, t -> t.endsWith("rv"))),
        where("DeviceName hassuffix_cs 'RV'", l -> l.device().contains("RV")),
        where("DeviceName !hassuffix_cs 'RV'", l -> !l.device().contains("RV")),
        where("DeviceName contains 'RV-0'", l -> folded(l).contains("rv-0")),
        where("DeviceName !contains 'RV-0'", l -> !folded(l).contains("rv-0")),
        where("DeviceName contains_cs 'RV-0'", l -> l.device().contains("RV-0")),
        where("DeviceName !contains_cs 'RV-0'", l -> !l.device().contains("RV-0")),
        where("DeviceName startswith 'sr'", l -> folded(l).startsWith("sr")),
        where("DeviceName !startswith 'sr'", l -> !folded(l).startsWith("sr")),
        where("DeviceName startswith_cs 'sr'", l -> l.device().startsWith("sr")),
        where("DeviceName !startswith_cs 'sr'", l -> !l.device().startsWith("sr")),
        where("AccountName endswith 'B'", l -> l.account().endsWith("b")),
        where("AccountName !endswith 'B'", l -> !l.account().endsWith("b")),
        where("AccountName endswith_cs 'B'", l -> l.account().endsWith("B")),
        where("AccountName !endswith_cs 'B'", l -> !l.account().endsWith("B")),
        where(
            "DeviceName matches regex @'^[a-z]+-0[12]$'",
            l -> Pattern.matches("[a-z]+-0[12]", l.device())),
        where(
            "DeviceName matches regex @'(?i)^SRV'",
            l -> l.device().toLowerCase(Locale.ROOT).startsWith("srv")),
        where("* has 'bob'", l -> l.account().equals("Bob")),
        where("Details.port > 5 and Details.tags has 'a'", l -> l.port() != null && l.port() > 5));
  }

  private static String folded(Logon logon) {
    return logon.device().toLowerCase(Locale.ROOT);
  }

  /** Tells whether a term of the device's name passes, whatever its case. */
  private static boolean term(Logon logon, Predicate<String> wanted) {
    return Arrays.stream(folded(logon).split("[^a-z0-9]+")).anyMatch(wanted);
  }
}
