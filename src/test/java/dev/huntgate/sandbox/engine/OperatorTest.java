package dev.huntgate.sandbox.engine;

import static dev.huntgate.sandbox.engine.SmallTables.LOGONS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.sandbox.engine.SmallTables.Logon;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OperatorTest {

  private static DuckDbHuntingEngine engine;

  @BeforeAll
  static void open() {
    engine =
        new DuckDbHuntingEngine(
            List.of(SmallTables.logons(), SmallTables.one()), SmallTables.CLOCK);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static HuntingAnswer run(String kql) {
    return engine.run(kql, SmallTables.ALWAYS);
  }

  private static void assertInOrder(String kql, Stream<List<Object>> expected) {
    assertEquals(expected.toList(), run(kql).rows().stream().map(OperatorTest::list).toList());
  }

  private static void assertSameRows(String kql, Stream<List<Object>> expected) {
    List<Object[]> rows = run(kql).rows();
    Set<List<Object>> found = rows.stream().map(OperatorTest::list).collect(Collectors.toSet());
    Set<List<Object>> wanted = expected.collect(Collectors.toSet());
    assertEquals(wanted, found);
    assertEquals(wanted.size(), rows.size());
  }

  private static List<Object> list(Object... row) {
    return Stream.of(row).map(value -> value == null ? "null" : value).toList();
  }

  private static void assertColumns(String kql, String... columns) {
    assertEquals(SmallTables.columns(columns), run(kql).columns());
  }

  @Test
  void keepsMatchingRows_whenFiltered() {
    assertInOrder(
        "Logons | where AccountName =~ 'BOB' and Port > 10 | project Timestamp, Port",
        LOGONS.stream()
            .filter(l -> l.account().equalsIgnoreCase("bob") && l.port() != null && l.port() > 10)
            .map(l -> list(l.time(), l.port())));
  }

  @Test
  void addsAndReplacesColumns_whenExtended() {
    assertColumns(
        "One | project Long, Text | extend Long = Long / 5.0, More = strlen(Text)",
        "Long:REAL",
        "Text:STRING",
        "More:LONG");
    assertArrayEquals(
        new Object[] {42L, 43L}, run("One | project Long | extend Long2 = Long + 1").rows().get(0));
  }

  @Test
  void countsByGroup_whenSummarized() {
    assertSameRows(
        "Logons | summarize n = count(), good = countif(Success) by DeviceName, AccountName",
        LOGONS.stream()
            .collect(Collectors.groupingBy(l -> List.of(l.device(), l.account())))
            .entrySet()
            .stream()
            .map(
                e ->
                    list(
                        e.getKey().get(0),
                        e.getKey().get(1),
                        (long) e.getValue().size(),
                        e.getValue().stream().filter(Logon::ok).count())));
  }

  @Test
  void skipsNulls_whenNumbersAreSummarized() {
    List<Long> ports = LOGONS.stream().map(Logon::port).filter(Objects::nonNull).toList();
    List<Double> scores = LOGONS.stream().map(Logon::score).filter(Objects::nonNull).toList();
    assertSameRows(
        "Logons | summarize sum(Port), min(Port), max(Port), avg(Port), dcount(Port), sum(Score),"
            + " sumif(Port, Success), dcountif(Port, Success)",
        Stream.of(
            list(
                ports.stream().mapToLong(p -> p).sum(),
                ports.stream().min(Comparator.naturalOrder()).get(),
                ports.stream().max(Comparator.naturalOrder()).get(),
                ports.stream().mapToLong(p -> p).average().getAsDouble(),
                (long) new HashSet<>(ports).size(),
                scores.stream().mapToDouble(s -> s).sum(),
                LOGONS.stream()
                    .filter(l -> l.ok() && l.port() != null)
                    .mapToLong(Logon::port)
                    .sum(),
                LOGONS.stream()
                    .filter(l -> l.ok() && l.port() != null)
                    .map(Logon::port)
                    .distinct()
                    .count())));
  }

  @Test
  void groupsByTime_whenBinned() {
    long day = Duration.ofDays(1).toSeconds();
    assertSameRows(
        "Logons | summarize count() by bin(Timestamp, 1d)",
        LOGONS.stream()
            .collect(
                Collectors.groupingBy(
                    l -> l.time().minusSeconds(l.time().getEpochSecond() % day),
                    Collectors.counting()))
            .entrySet()
            .stream()
            .map(e -> list(e.getKey(), e.getValue())));
  }

  @Test
  void gathersValues_whenListed() {
    String devices =
        LOGONS.stream()
            .map(l -> "\"" + l.device() + "\"")
            .distinct()
            .sorted()
            .collect(Collectors.joining(",", "[", "]"));
    Object[] row =
        run("Logons | summarize make_set(DeviceName), make_list(Port, 2), l = make_list(Port)")
            .rows()
            .get(0);
    String ports =
        LOGONS.stream()
            .filter(l -> l.port() != null)
            .map(l -> l.port().toString())
            .collect(Collectors.joining(",", "[", "]"));

    assertEquals(devices, row[0]);
    assertEquals(2, row[1].toString().split(",").length);
    assertEquals(ports, row[2]);
  }

  @Test
  void takesOneWholeRow_whenAnExtremeIsWanted() {
    assertSameRows(
        "Logons | summarize arg_max(Timestamp, *) by DeviceName | project DeviceName, Timestamp,"
            + " AccountName, Port",
        LOGONS.stream().collect(Collectors.groupingBy(Logon::device)).values().stream()
            .map(group -> group.stream().max(Comparator.comparing(Logon::time)).get())
            .map(l -> list(l.device(), l.time(), l.account(), l.port())));
    assertColumns(
        "Logons | summarize arg_min(Timestamp, AccountName, Port) by DeviceName",
        "DeviceName:STRING",
        "Timestamp:DATETIME",
        "AccountName:STRING",
        "Port:LONG");
    assertColumns(
        "Logons | summarize arg_max(Timestamp, *) by DeviceName",
        "DeviceName:STRING",
        "Timestamp:DATETIME",
        "AccountName:STRING",
        "Port:LONG",
        "Score:REAL",
        "Success:BOOL",
        "Details:DYNAMIC");
  }

  @Test
  void putsNullsLast_whenSortedDescending() {
    Comparator<Logon> byPort =
        Comparator.comparing(Logon::port, Comparator.nullsFirst(Comparator.naturalOrder()));
    Comparator<Logon> byTime = Comparator.comparing(Logon::time);
    assertInOrder(
        "Logons | sort by Port, Timestamp asc | project Port, Timestamp",
        LOGONS.stream()
            .sorted(byPort.reversed().thenComparing(byTime))
            .map(l -> list(l.port(), l.time())));
    assertInOrder(
        "Logons | order by Port asc, Timestamp | project Port, Timestamp",
        LOGONS.stream()
            .sorted(byPort.thenComparing(byTime.reversed()))
            .map(l -> list(l.port(), l.time())));
  }

  @Test
  void putsNullsWhereAsked_whenTopIsTaken() {
    assertEquals(
        "null",
        list(run("Logons | top 1 by Port nulls first | project Port").rows().get(0)).get(0));
    assertInOrder(
        "Logons | top 5 by Port desc, Timestamp asc | project Port, Timestamp",
        LOGONS.stream()
            .filter(l -> l.port() != null)
            .sorted(Comparator.comparing(Logon::port).reversed().thenComparing(Logon::time))
            .limit(5)
            .map(l -> list(l.port(), l.time())));
    assertEquals(0L, run("Logons | top 1 by Port asc nulls last | project Port").rows().get(0)[0]);
  }

  @Test
  void counts_whenAsked() {
    assertColumns("Logons | count", "Count:LONG");
    assertInOrder("Logons | count", Stream.of(list(60L)));
    assertEquals(7, run("let n = 7; Logons | take n").rows().size());
    assertEquals(3, run("Logons | limit 3").rows().size());
    assertEquals(0, run("Logons | where false | summarize count() by DeviceName").rows().size());
    assertInOrder("Logons | where false | summarize count(), sum(Port)", Stream.of(list(0L, 0L)));
  }

  @Test
  void dropsRepeats_whenDistinct() {
    assertSameRows(
        "Logons | distinct DeviceName, Success",
        LOGONS.stream().map(l -> list(l.device(), l.ok())).distinct());
    assertSameRows(
        "Logons | project AccountName | distinct *",
        LOGONS.stream().map(l -> list(l.account())).distinct());
  }

  @Test
  void readsIntoDynamic_whenAPathIsGiven() {
    assertInOrder(
        "Logons | where Details.port == 5 | project tostring(Details.tags[1]), p ="
            + " tolong(Details.port)",
        LOGONS.stream()
            .filter(l -> Objects.equals(l.port(), 5L))
            .map(l -> list(l.device(), l.port())));
  }

  @Test
  void usesTheOtherQuery_whenItStandsInBrackets() {
    Set<String> devices =
        LOGONS.stream()
            .filter(l -> Objects.equals(l.port(), 5L))
            .map(Logon::device)
            .collect(Collectors.toSet());
    assertInOrder(
        "let seen = Logons | where Port == 5 | distinct DeviceName;"
            + " Logons | where DeviceName in (seen) | count",
        Stream.of(list(LOGONS.stream().filter(l -> devices.contains(l.device())).count())));
    assertInOrder(
        "Logons | where Port == toscalar(Logons | summarize max(Port)) | distinct Port",
        Stream.of(list(22L)));
    assertTrue(
        run("Logons | where DeviceName in~ ((Logons | where DeviceName == 'SRV-01' | project"
                    + " DeviceName))")
                .rows()
                .size()
            > 0);
  }
}
