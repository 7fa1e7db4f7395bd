package dev.huntgate.sandbox.engine;

import static dev.huntgate.sandbox.engine.QueryCase.row;
import static dev.huntgate.sandbox.engine.SmallTables.LOGONS;

import dev.huntgate.sandbox.engine.SmallTables.Logon;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Aggregates, each by device. */
final class AggregateCases {

  private AggregateCases() {}

  static List<QueryCase> all() {
    return List.of(
        grouped("count()", g -> (long) g.size()),
        grouped("countif(Success)", g -> g.stream().filter(Logon::ok).count()),
        grouped("dcount(AccountName)", g -> accounts(g.stream()).count()),
        grouped("count_distinct(AccountName)", g -> accounts(g.stream()).count()),
        grouped("dcountif(AccountName, Success)", g -> accounts(ok(g)).count()),
        grouped("count_distinctif(AccountName, Success)", g -> accounts(ok(g)).count()),
        grouped("sum(Port)", g -> ports(g.stream()).stream().mapToLong(p -> p).sum()),
        grouped("sumif(Port, Success)", g -> ports(ok(g)).stream().mapToLong(p -> p).sum()),
        grouped("avg(Port)", g -> average(ports(g.stream()))),
        grouped("avgif(Port, Success)", g -> average(ports(ok(g)))),
        grouped("min(Port)", g -> ports(g.stream()).stream().min(Long::compare).orElse(null)),
        grouped("max(Port)", g -> ports(g.stream()).stream().max(Long::compare).orElse(null)),
        grouped("minif(Port, Success)", g -> ports(ok(g)).stream().min(Long::compare).orElse(null)),
        grouped("maxif(Port, Success)", g -> ports(ok(g)).stream().max(Long::compare).orElse(null)),
        grouped(
            "max(AccountName)", g -> g.stream().map(Logon::account).max(String::compareTo).get()),
        grouped("any(DeviceName)", g -> g.get(0).device()),
        grouped("take_any(DeviceName)", g -> g.get(0).device()),
        grouped("anyif(DeviceName, Success)", g -> g.get(0).device()),
        grouped("take_anyif(DeviceName, Port > 1000)", g -> ""),
        grouped("percentile(Port, 90)", g -> rank(g, 90)),
        grouped(
            "percentiles_array(Port, 50, 90)", g -> "[" + rank(g, 50) + "," + rank(g, 90) + "]"),
        grouped("stdev(Port)", g -> Math.sqrt(variance(ports(g.stream()), 1))),
        grouped("stdevif(Port, Success)", g -> Math.sqrt(variance(ports(ok(g)), 1))),
        grouped("stdevp(Port)", g -> Math.sqrt(variance(ports(g.stream()), 0))),
        grouped("variance(Port)", g -> variance(ports(g.stream()), 1)),
        grouped("varianceif(Port, Success)", g -> variance(ports(ok(g)), 1)),
        grouped("variancepif(Port, Success)", g -> variance(ports(ok(g)), 0)),
        grouped("variancep(Port)", g -> variance(ports(g.stream()), 0)),
        grouped(
            "binary_all_and(Port)", g -> ports(g.stream()).stream().reduce((a, b) -> a & b).get()),
        grouped(
            "binary_all_or(Port)", g -> ports(g.stream()).stream().reduce((a, b) -> a | b).get()),
        grouped(
            "binary_all_xor(Port)", g -> ports(g.stream()).stream().reduce((a, b) -> a ^ b).get()),
        grouped("make_set(AccountName)", g -> json(accounts(g.stream()).sorted())),
        grouped("makeset(AccountName)", g -> json(accounts(g.stream()).sorted())),
        grouped("make_set(AccountName, 1)", g -> json(accounts(g.stream()).sorted().limit(1))),
        grouped("make_set_if(AccountName, Success)", g -> json(accounts(ok(g)).sorted())),
        sorted("make_list(AccountName)", g -> json(g.stream().map(Logon::account))),
        sorted("makelist(AccountName)", g -> json(g.stream().map(Logon::account))),
        sorted("make_list(AccountName, 2)", g -> json(g.stream().map(Logon::account).limit(2))),
        sorted("make_list_if(AccountName, Success)", g -> json(ok(g).map(Logon::account))),
        sorted(
            "make_list_with_nulls(Port)",
            g -> g.stream().map(l -> "" + l.port()).collect(Collectors.joining(",", "[", "]"))),
        QueryCase.one(
            "Hosts | where isnotempty(Info) | summarize make_set(Info.ports)", "[22,443,80,8080]"),
        QueryCase.one(
            "datatable(k: string, v: long) ['a', 1, 'b', 2] | sort by k asc"
                + " | summarize make_bag(bag_pack(k, v)), make_bag_if(bag_pack(k, v), v > 1),"
                + " make_dictionary(bag_pack(k, v))",
            "{\"b\":2,\"a\":1}",
            "{\"b\":2}",
            "{\"b\":2,\"a\":1}"),
        QueryCase.of(
            "Logons | summarize percentiles(Port, 50, 90) by DeviceName",
            groups().map(g -> row(g.get(0).device(), rank(g, 50), rank(g, 90)))),
        QueryCase.of(
            "Logons | summarize (low, high) = percentiles(Port, 10, 99) by DeviceName"
                + " | project DeviceName, low, high",
            groups().map(g -> row(g.get(0).device(), rank(g, 10), rank(g, 99)))),
        extreme("arg_max", Comparator.comparing(Logon::time)),
        extreme("arg_min", Comparator.comparing(Logon::time).reversed()),
        QueryCase.of(
            "Logons | where AccountName == 'Bob' | summarize take_any(*) by DeviceName"
                + " | project DeviceName, AccountName",
            groups()
                .filter(g -> g.stream().anyMatch(l -> l.account().equals("Bob")))
                .map(g -> row(g.get(0).device(), "Bob"))),
        QueryCase.one(
            "Logons | where false | summarize count(), sum(Port), min(Port), max(AccountName),"
                + " make_list(Port), dcount(Port)",
            0L,
            0L,
            null,
            "",
            "[]",
            0L));
  }

  private static Stream<List<Logon>> groups() {
    return LOGONS.stream().collect(Collectors.groupingBy(Logon::device)).values().stream();
  }

  private static QueryCase grouped(String aggregate, Function<List<Logon>, Object> value) {
    return QueryCase.of(
        "Logons | summarize v = " + aggregate + " by DeviceName",
        groups().map(g -> row(g.get(0).device(), value.apply(g))));
  }

  /** An aggregate that keeps the order of its rows. */
  private static QueryCase sorted(String aggregate, Function<List<Logon>, Object> value) {
    return QueryCase.of(
        "Logons | sort by Timestamp asc | summarize v = " + aggregate + " by DeviceName",
        groups()
            .map(g -> g.stream().sorted(Comparator.comparing(Logon::time)).toList())
            .map(g -> row(g.get(0).device(), value.apply(g))));
  }

  private static QueryCase extreme(String aggregate, Comparator<Logon> order) {
    return QueryCase.of(
        "Logons | summarize " + aggregate + "(Timestamp, AccountName, Port) by DeviceName",
        groups()
            .map(g -> g.stream().max(order).get())
            .map(l -> row(l.device(), l.time(), l.account(), l.port())));
  }

  private static Stream<Logon> ok(List<Logon> group) {
    return group.stream().filter(Logon::ok);
  }

  private static Stream<String> accounts(Stream<Logon> logons) {
    return logons.map(Logon::account).distinct();
  }

  private static List<Long> ports(Stream<Logon> logons) {
    return logons.map(Logon::port).filter(Objects::nonNull).toList();
  }

  private static Double average(List<Long> ports) {
    return ports.stream().mapToLong(p -> p).average().getAsDouble();
  }

  private static Double variance(List<Long> ports, int fewer) {
    double mean = average(ports);
    return DoubleStream.of(ports.stream().mapToDouble(p -> (p - mean) * (p - mean)).toArray()).sum()
        / (ports.size() - fewer);
  }

  /** The nearest rank. */
  private static Long rank(List<Logon> group, int percent) {
    List<Long> ports = ports(group.stream()).stream().sorted().toList();
    return ports.get((int) Math.ceil(percent / 100.0 * ports.size()) - 1);
  }

  private static String json(Stream<String> texts) {
    return texts.map(text -> "\"" + text + "\"").collect(Collectors.joining(",", "[", "]"));
  }
}
