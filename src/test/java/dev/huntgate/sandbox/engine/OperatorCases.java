package dev.huntgate.sandbox.engine;

import static dev.huntgate.sandbox.engine.QueryCase.row;
import static dev.huntgate.sandbox.engine.SmallTables.HOSTS;
import static dev.huntgate.sandbox.engine.SmallTables.LOGONS;

import dev.huntgate.sandbox.engine.SmallTables.Logon;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tabular operators, apart from joins. */
final class OperatorCases {

  private static final Comparator<Logon> BY_TIME = Comparator.comparing(Logon::time);

  private OperatorCases() {}

  static List<QueryCase> all() {
    return Stream.of(columns(), rows(), expansions()).flatMap(List::stream).toList();
  }

  private static List<QueryCase> columns() {
    return List.of(
        QueryCase.of(
            "Logons | filter Success | extend n = Port + 1, DeviceName = toupper(DeviceName)"
                + " | project DeviceName, n",
            LOGONS.stream()
                .filter(Logon::ok)
                .map(l -> row(l.device().toUpperCase(), l.port() == null ? null : l.port() + 1))),
        QueryCase.of(
            "Hosts | project-away Info, T*", HOSTS.stream().map(h -> row(h.device(), h.owner()))),
        QueryCase.of(
            "Hosts | project-keep *ier, Owner", HOSTS.stream().map(h -> row(h.owner(), h.tier()))),
        QueryCase.of(
            "Hosts | project-rename Name = DeviceName | project Name",
            HOSTS.stream().map(h -> row(h.device()))),
        QueryCase.of(
            "Hosts | project-reorder Tier, O* | project-away Info",
            HOSTS.stream().map(h -> row(h.tier(), h.owner(), h.device()))),
        QueryCase.inOrder(
            "Hosts | getschema | project ColumnName, ColumnOrdinal, DataType, ColumnType",
            Stream.of(
                row("DeviceName", 0L, "System.String", "string"),
                row("Owner", 1L, "System.String", "string"),
                row("Tier", 2L, "System.Int64", "long"),
                row("Info", 3L, "System.Object", "dynamic"))),
        QueryCase.of(
            "Logons | parse DeviceName with kind '-' number:long | project kind, number",
            LOGONS.stream()
                .map(l -> l.device().split("-"))
                .map(p -> row(p[0], Long.valueOf(p[1])))),
        QueryCase.of(
            "Logons | parse-where DeviceName with 'ws-' n:int | project n",
            LOGONS.stream()
                .filter(l -> l.device().startsWith("ws-"))
                .map(l -> row(Integer.valueOf(l.device().substring(3))))),
        QueryCase.of(
            "Logons | parse kind=regex flags=i DeviceName with 'SRV.' rest | project rest",
            LOGONS.stream()
                .map(
                    l ->
                        row(
                            l.device().toLowerCase().startsWith("srv-")
                                ? l.device().substring(4)
                                : ""))),
        QueryCase.of(
            "Logons | extend t = strcat('dev=', DeviceName, ';port=', Port) | parse-kv t as (port:"
                + " long, dev: string) with (pair_delimiter=';', kv_delimiter='=') | project dev,"
                + " port",
            LOGONS.stream().map(l -> row(l.device(), l.port()))));
  }

  private static List<QueryCase> rows() {
    return List.of(
        QueryCase.inOrder(
            "Logons | sort by AccountName asc, Timestamp desc | project AccountName, Timestamp",
            LOGONS.stream()
                .sorted(Comparator.comparing(Logon::account).thenComparing(BY_TIME.reversed()))
                .map(l -> row(l.account(), l.time()))),
        QueryCase.inOrder(
            "Logons | order by Timestamp asc | take 3 | project Timestamp",
            LOGONS.stream().sorted(BY_TIME).limit(3).map(l -> row(l.time()))),
        QueryCase.inOrder(
            "Logons | top 4 by Timestamp | limit 2 | project Timestamp",
            LOGONS.stream().sorted(BY_TIME.reversed()).limit(2).map(l -> row(l.time()))),
        QueryCase.one("Logons | count", (long) LOGONS.size()),
        QueryCase.one("Logons | count as n | project n", (long) LOGONS.size()),
        QueryCase.of(
            "Logons | distinct DeviceName, Success",
            LOGONS.stream().map(l -> row(l.device(), l.ok())).distinct()),
        QueryCase.one("Logons | sample 7 | count", 7L),
        QueryCase.one("Logons | sample-distinct 3 of DeviceName | count", 3L),
        QueryCase.of(
            "Logons | search 'bob' | project Timestamp",
            LOGONS.stream().filter(l -> l.account().equals("Bob")).map(l -> row(l.time()))),
        QueryCase.of(
            "Logons | search AccountName : 'BO*' | project Timestamp",
            LOGONS.stream().filter(l -> l.account().startsWith("Bo")).map(l -> row(l.time()))),
        QueryCase.of(
            "search in (Logons, Hosts) 'ws' | summarize n = count() by $table",
            Stream.of(
                row("Logons", LOGONS.stream().filter(l -> l.device().startsWith("ws")).count()),
                row("Hosts", HOSTS.stream().filter(h -> h.device().startsWith("ws")).count()))),
        QueryCase.of(
            "find in (Logons, Hosts) where DeviceName == 'ws-02' project DeviceName"
                + " | summarize n = count() by source_",
            Stream.of(
                row("Logons", LOGONS.stream().filter(l -> l.device().equals("ws-02")).count()),
                row("Hosts", HOSTS.stream().filter(h -> h.device().equals("ws-02")).count()))),
        QueryCase.of(
            "Logons | summarize n = count() by DeviceName | render columnchart with (title='x')",
            LOGONS.stream()
                .collect(Collectors.groupingBy(Logon::device, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> row(e.getKey(), e.getValue()))),
        QueryCase.of(
            "Logons | partition by DeviceName (top 1 by Timestamp | project DeviceName, Timestamp)",
            LOGONS.stream().collect(Collectors.groupingBy(Logon::device)).values().stream()
                .map(g -> g.stream().max(BY_TIME).get())
                .map(l -> row(l.device(), l.time()))));
  }

  private static List<QueryCase> expansions() {
    return List.of(
        QueryCase.of(
            "Hosts | mv-expand port = Info.ports to typeof(long) | project Owner, port",
            HOSTS.stream()
                .flatMap(
                    h ->
                        h.ports() == null
                            ? Stream.of(row(h.owner(), null))
                            : h.ports().stream().map(p -> row(h.owner(), p.longValue())))),
        QueryCase.of(
            "Hosts | mvexpand with_itemindex=i port = Info.ports limit 2"
                + " | where isnotnull(port) | project Owner, i, tolong(port)",
            HOSTS.stream()
                .filter(h -> h.ports() != null)
                .flatMap(
                    h ->
                        IntStream.range(0, Math.min(2, h.ports().size()))
                            .mapToObj(i -> row(h.owner(), (long) i, (long) h.ports().get(i))))),
        QueryCase.of(
            "Hosts | mv-expand kind=bag Info | project Owner, key = tostring(bag_keys(Info)[0])",
            HOSTS.stream()
                .flatMap(
                    h ->
                        h.ports() == null
                            ? Stream.of(row(h.owner(), ""))
                            : Stream.of(row(h.owner(), "os"), row(h.owner(), "ports")))),
        QueryCase.inOrder(
            "print a = dynamic([1, 2, 3]), b = dynamic(['x', 'y']) | mv-expand a, b"
                + " | project tolong(a), tostring(b)",
            Stream.of(row(1L, "x"), row(2L, "y"), row(3L, ""))),
        QueryCase.of(
            "Hosts | mv-apply port = Info.ports to typeof(long) on (where port > 79 | summarize n ="
                + " count(), top = max(port)) | project Owner, n, top",
            HOSTS.stream()
                .filter(h -> h.ports() != null && h.ports().stream().anyMatch(p -> p > 79))
                .map(
                    h ->
                        row(
                            h.owner(),
                            h.ports().stream().filter(p -> p > 79).count(),
                            (long) h.ports().stream().max(Integer::compare).get()))),
        QueryCase.of(
            "Hosts | mv-apply port = Info.ports on (top 1 by tolong(port) asc | project low ="
                + " tolong(port)) | project Owner, low",
            HOSTS.stream()
                .filter(h -> h.ports() == null || !h.ports().isEmpty())
                .map(
                    h ->
                        row(
                            h.owner(),
                            h.ports() == null
                                ? null
                                : (long) h.ports().stream().min(Integer::compare).get()))));
  }
}
