package dev.huntgate.sandbox.engine;

import static dev.huntgate.sandbox.engine.QueryCase.row;
import static dev.huntgate.sandbox.engine.SmallTables.HOSTS;
import static dev.huntgate.sandbox.engine.SmallTables.LOGONS;

import dev.huntgate.sandbox.engine.SmallTables.Logon;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Queries put together as hunters put them together: names, functions, several steps. */
final class WholeQueryCases {

  private WholeQueryCases() {}

  static List<QueryCase> all() {
    return List.of(
        QueryCase.one(
            "let label = (device: string, n: long = 2) { strcat(device, '#', n) };"
                + " print a = label('x'), b = label('y', 5), c = label(n = 7, device = 'z')",
            "x#2",
            "y#5",
            "z#7"),
        QueryCase.of(
            "let recent = (span: timespan) { Logons | where Timestamp > ago(span) };"
                + " recent(5h) | project Timestamp",
            LOGONS.stream()
                .filter(l -> l.time().isAfter(SmallTables.NOW.minus(Duration.ofHours(5))))
                .map(l -> row(l.time()))),
        QueryCase.of(
            "let busy = (T: (DeviceName: string), least: long) { let counted = T | summarize n ="
                + " count() by DeviceName; counted | where n > least }; Logons | invoke busy(15)",
            LOGONS.stream()
                .collect(Collectors.groupingBy(Logon::device, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(e -> e.getValue() > 15)
                .map(e -> row(e.getKey(), e.getValue()))),
        QueryCase.of(
            "let Owned = view () { Hosts | project Owner }; Owned | where Owner startswith 'b'",
            HOSTS.stream().filter(h -> h.owner().startsWith("b")).map(h -> row(h.owner()))),
        QueryCase.of(
            "let half = (x: long) { x / 2 }; let quarter = (x: long) { half(half(x)) };"
                + " Logons | where quarter(Port) == 3 | project Port",
            LOGONS.stream()
                .filter(l -> l.port() != null && l.port() / 2 / 2 == 3)
                .map(l -> row(l.port()))),
        QueryCase.of(
            "declare query_parameters(least: long = 20); Logons | where Port >= least | project"
                + " Port",
            LOGONS.stream()
                .filter(l -> l.port() != null && l.port() >= 20)
                .map(l -> row(l.port()))),
        QueryCase.of(
            "let names = dynamic(['alice', 'carol']); let seen = Logons | where AccountName in"
                + " (names) | distinct DeviceName; Hosts | where DeviceName !in (seen) | project"
                + " Owner",
            HOSTS.stream()
                .filter(
                    h ->
                        LOGONS.stream()
                            .noneMatch(
                                l ->
                                    List.of("alice", "carol").contains(l.account())
                                        && l.device().equals(h.device())))
                .map(h -> row(h.owner()))),
        QueryCase.of(
            "let list = toscalar(Hosts | summarize make_set(DeviceName));"
                + " Logons | where DeviceName in (list) | summarize n = count() by DeviceName",
            LOGONS.stream()
                .filter(l -> HOSTS.stream().anyMatch(h -> h.device().equals(l.device())))
                .collect(Collectors.groupingBy(Logon::device, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> row(e.getKey(), e.getValue()))),
        QueryCase.inOrder(
            "let first = Logons | summarize First = min(Timestamp) by AccountName;"
                + " Logons | join kind=inner first on AccountName | where Timestamp - First < 3h"
                + " | summarize n = count() by AccountName | sort by n desc, AccountName asc",
            LOGONS.stream().collect(Collectors.groupingBy(Logon::account)).entrySet().stream()
                .map(e -> row(e.getKey(), early(e.getValue())))
                .sorted(
                    Comparator.<List<Object>, Long>comparing(r -> -(long) r.get(1))
                        .thenComparing(r -> (String) r.get(0)))));
  }

  private static long early(List<Logon> logons) {
    Logon first = logons.stream().min(Comparator.comparing(Logon::time)).get();
    return logons.stream()
        .filter(l -> Duration.between(first.time(), l.time()).compareTo(Duration.ofHours(3)) < 0)
        .count();
  }
}
