package dev.huntgate.sandbox.engine;

import static dev.huntgate.sandbox.engine.QueryCase.row;
import static dev.huntgate.sandbox.engine.SmallTables.HOSTS;
import static dev.huntgate.sandbox.engine.SmallTables.LOGONS;

import dev.huntgate.sandbox.engine.SmallTables.Host;
import dev.huntgate.sandbox.engine.SmallTables.Logon;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Operators that look at other rows, make rows, or put tables together. */
final class MadeCases {

  private static final Comparator<Logon> BY_TIME = Comparator.comparing(Logon::time);

  private MadeCases() {}

  static List<QueryCase> all() {
    return Stream.of(windows(), made(), several()).flatMap(List::stream).toList();
  }

  private static List<QueryCase> windows() {
    List<Logon> sorted = LOGONS.stream().sorted(BY_TIME).toList();
    List<Logon> byDevice =
        LOGONS.stream().sorted(Comparator.comparing(Logon::device).thenComparing(BY_TIME)).toList();
    return List.of(
        QueryCase.inOrder(
            "Logons | sort by Timestamp asc | extend before = prev(AccountName), after = next(Port,"
                + " 2, -1), n = row_number() | project before, after, n",
            IntStream.range(0, sorted.size())
                .mapToObj(
                    i ->
                        row(
                            i == 0 ? "" : sorted.get(i - 1).account(),
                            i + 2 < sorted.size() ? sorted.get(i + 2).port() : Long.valueOf(-1),
                            i + 1L))),
        QueryCase.inOrder(
            "Logons | where isnotnull(Port) | sort by Timestamp asc"
                + " | serialize total = row_cumsum(Port) | project total",
            cumulated(sorted.stream().map(Logon::port).filter(Objects::nonNull).toList())),
        QueryCase.inOrder(
            "Logons | sort by DeviceName asc, Timestamp asc | extend n = row_number(1, DeviceName"
                + " != prev(DeviceName)) | project DeviceName, n",
            restarted(byDevice)),
        QueryCase.inOrder(
            "Logons | sort by DeviceName asc, Timestamp asc | extend d ="
                + " row_rank_dense(DeviceName), m = row_rank_min(DeviceName) | project d, m",
            ranked(byDevice)));
  }

  private static Stream<List<Object>> cumulated(List<Long> ports) {
    long[] total = {0};
    return ports.stream().map(port -> row(total[0] += port));
  }

  private static Stream<List<Object>> restarted(List<Logon> logons) {
    Map<String, Long> seen = new TreeMap<>();
    return logons.stream().map(l -> row(l.device(), seen.merge(l.device(), 1L, Long::sum)));
  }

  private static Stream<List<Object>> ranked(List<Logon> logons) {
    List<String> names = logons.stream().map(Logon::device).toList();
    List<String> distinct = names.stream().distinct().toList();
    return names.stream().map(name -> row(distinct.indexOf(name) + 1L, names.indexOf(name) + 1L));
  }

  private static List<QueryCase> made() {
    Instant start = SmallTables.NOW.minus(Duration.ofDays(2));
    Map<String, List<Logon>> groups =
        LOGONS.stream()
            .filter(l -> !l.time().isBefore(start) && l.time().isBefore(SmallTables.NOW))
            .collect(Collectors.groupingBy(Logon::device));
    return List.of(
        QueryCase.one("print x = 1 + 2, 'y'", 3L, "y"),
        QueryCase.inOrder(
            "range x from 1 to 10 step 4", LongStream.of(1, 5, 9).mapToObj(QueryCase::row)),
        QueryCase.inOrder(
            "range t from ago(2h) to now() step 1h",
            Stream.of(2, 1, 0).map(h -> row(SmallTables.NOW.minus(Duration.ofHours(h))))),
        QueryCase.inOrder(
            "datatable(a: string, b: long, c: datetime) ['x', 1, datetime(2026-01-01), 'y',"
                + " long(null), datetime(null)]",
            Stream.of(row("x", 1L, Instant.parse("2026-01-01T00:00:00Z")), row("y", null, null))),
        QueryCase.of(
            "Logons | make-series n = count() default = 0 on Timestamp from ago(2d) to now() step"
                + " 1d by DeviceName | project DeviceName, n",
            groups.entrySet().stream()
                .map(
                    e ->
                        row(
                            e.getKey(),
                            IntStream.range(0, 2)
                                .mapToObj(i -> "" + inDay(e.getValue(), start, i))
                                .collect(Collectors.joining(",", "[", "]"))))),
        QueryCase.of(
            "Logons | evaluate pivot(AccountName, count(), DeviceName) | project DeviceName, alice,"
                + " Bob",
            LOGONS.stream().collect(Collectors.groupingBy(Logon::device)).entrySet().stream()
                .map(e -> row(e.getKey(), of(e.getValue(), "alice"), of(e.getValue(), "Bob")))),
        QueryCase.of(
            "Hosts | project Owner, Info | evaluate bag_unpack(Info)",
            HOSTS.stream()
                .map(
                    h ->
                        row(
                            h.owner(),
                            h.ports() == null ? "" : h.owner().toUpperCase(),
                            h.ports() == null ? null : h.portsJson()))),
        QueryCase.one(
            "Hosts | where DeviceName == 'ws-01' | extend SHA1 = DeviceName | invoke"
                + " FileProfile(SHA1, 10) | project GlobalPrevalence > 0, ProfileAvailability",
            true,
            "Available"));
  }

  private static long inDay(List<Logon> logons, Instant start, int day) {
    return logons.stream().filter(l -> Duration.between(start, l.time()).toDays() == day).count();
  }

  private static long of(List<Logon> logons, String account) {
    return logons.stream().filter(l -> l.account().equals(account)).count();
  }

  private static List<QueryCase> several() {
    return List.of(
        QueryCase.of(
            "Logons | project DeviceName, Port | union (Hosts | project DeviceName, Owner)",
            Stream.concat(
                LOGONS.stream().map(l -> row(l.device(), l.port(), "")),
                HOSTS.stream().map(h -> row(h.device(), null, h.owner())))),
        QueryCase.of(
            "union kind=inner withsource=From Logons, Hosts | summarize n = count() by From",
            Stream.of(row("Logons", (long) LOGONS.size()), row("Hosts", (long) HOSTS.size()))),
        QueryCase.of(
            "union isfuzzy=true Ho*, Nowhere | project Owner",
            HOSTS.stream().map(h -> row(h.owner()))),
        QueryCase.of(
            "union (print a = 1), (print a = 'x')", Stream.of(row(1L, ""), row(null, "x"))),
        QueryCase.of(
            "let All = materialize(Hosts | where Tier > 0); All | union All | summarize n = count()"
                + " by Owner",
            HOSTS.stream().filter(h -> h.tier() != null).map(h -> row(h.owner(), 2L))),
        QueryCase.of(
            "table('Hosts') | where Tier == toscalar(Hosts | summarize max(Tier)) | project Owner",
            HOSTS.stream()
                .filter(h -> h.tier() != null)
                .max(Comparator.comparing(Host::tier))
                .stream()
                .map(h -> row(h.owner()))),
        QueryCase.of(
            "Hosts | where Tier > 1 | as Big | join kind=inner (Big) on Owner | project Owner1",
            HOSTS.stream().filter(h -> h.tier() != null && h.tier() > 1).map(h -> row(h.owner()))));
  }
}
