package dev.huntgate.sandbox.engine;

import static dev.huntgate.sandbox.engine.QueryCase.row;
import static dev.huntgate.sandbox.engine.SmallTables.HOSTS;
import static dev.huntgate.sandbox.engine.SmallTables.LOGONS;

import dev.huntgate.sandbox.engine.SmallTables.Host;
import dev.huntgate.sandbox.engine.SmallTables.Logon;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins and look-ups of logons with hosts, by nested loops. */
final class JoinCases {

  private static final Logon NO_LOGON = new Logon(null, "", "", null, null, null);
  private static final Host NO_HOST = new Host("", "", null, null);

  private JoinCases() {}

  static List<QueryCase> all() {
    return List.of(
        both("inner", matches()),
        both("leftouter", Stream.concat(matches(), lonelyLogons())),
        both("rightouter", Stream.concat(matches(), lonelyHosts())),
        both(
            "fullouter", Stream.of(matches(), lonelyLogons(), lonelyHosts()).flatMap(each -> each)),
        left("leftsemi", true),
        left("leftanti", false),
        left("anti", false),
        left("leftantisemi", false),
        right("rightsemi", true),
        right("rightanti", false),
        right("rightantisemi", false),
        QueryCase.of(
            "Hosts | project DeviceName, Tier | join (Logons | project DeviceName, Timestamp) on"
                + " DeviceName | summarize n = count() by DeviceName",
            LOGONS.stream()
                .filter(l -> hosts(l).findAny().isPresent())
                .collect(Collectors.groupingBy(Logon::device, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> row(e.getKey(), e.getValue()))),
        QueryCase.of(
            "Logons | lookup (Hosts | project DeviceName, Owner, Port = Tier) on DeviceName"
                + " | project Timestamp, DeviceName, Port, Owner, Port1",
            Stream.concat(matches(), lonelyLogons())
                .map(
                    p ->
                        row(
                            p.logon().time(),
                            p.logon().device(),
                            p.logon().port(),
                            p.host().owner(),
                            p.host().tier()))),
        QueryCase.of(
            "Logons | lookup kind=inner Hosts on $left.DeviceName == $right.DeviceName"
                + " | project Timestamp, Owner",
            matches().map(p -> row(p.logon().time(), p.host().owner()))),
        QueryCase.of(
            "Logons | join kind=inner Hosts on DeviceName, $left.AccountName == $right.Owner"
                + " | project Timestamp",
            matches()
                .filter(p -> p.logon().account().equals(p.host().owner()))
                .map(p -> row(p.logon().time()))),
        QueryCase.of(
            "Logons | join kind=inner Hosts on $left.DeviceName == $right.DeviceName and $left.Port"
                + " == $right.Tier | project Timestamp, Owner",
            matches()
                .filter(p -> p.host().tier() != null && p.host().tier().equals(p.logon().port()))
                .map(p -> row(p.logon().time(), p.host().owner()))));
  }

  private record Match(Logon logon, Host host) {}

  private static Stream<Host> hosts(Logon logon) {
    return HOSTS.stream().filter(host -> host.device().equals(logon.device()));
  }

  private static boolean hasLogon(Host host) {
    return LOGONS.stream().anyMatch(logon -> logon.device().equals(host.device()));
  }

  private static Stream<Match> matches() {
    return LOGONS.stream().flatMap(logon -> hosts(logon).map(host -> new Match(logon, host)));
  }

  private static Stream<Match> lonelyLogons() {
    return LOGONS.stream()
        .filter(logon -> hosts(logon).findAny().isEmpty())
        .map(logon -> new Match(logon, NO_HOST));
  }

  private static Stream<Match> lonelyHosts() {
    return HOSTS.stream().filter(host -> !hasLogon(host)).map(host -> new Match(NO_LOGON, host));
  }

  private static QueryCase both(String kind, Stream<Match> expected) {
    return QueryCase.of(
        "Logons | join kind="
            + kind
            + " (Hosts) on DeviceName"
            + " | project Timestamp, DeviceName, DeviceName1, Owner, Tier",
        expected.map(
            p ->
                row(
                    p.logon().time(),
                    p.logon().device(),
                    p.host().device(),
                    p.host().owner(),
                    p.host().tier())));
  }

  private static QueryCase left(String kind, boolean found) {
    return QueryCase.of(
        "Logons | join kind=" + kind + " Hosts on DeviceName | project Timestamp, AccountName",
        LOGONS.stream()
            .filter(l -> hosts(l).findAny().isPresent() == found)
            .map(l -> row(l.time(), l.account())));
  }

  private static QueryCase right(String kind, boolean found) {
    return QueryCase.of(
        "Logons | join kind=" + kind + " Hosts on DeviceName | project DeviceName, Owner",
        HOSTS.stream().filter(h -> hasLogon(h) == found).map(h -> row(h.device(), h.owner())));
  }
}
