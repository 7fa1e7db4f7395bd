package dev.huntgate.bench;

import dev.huntgate.sandbox.company.Company;
import dev.huntgate.sandbox.engine.DuckDbHuntingEngine;
import dev.huntgate.sandbox.engine.HuntLimits;
import dev.huntgate.sandbox.engine.HuntingTable;
import dev.huntgate.sandbox.engine.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Measures what the sandbox's tables cost when they are first hunted in, and after that. */
public final class SandboxTables {

  private static final List<String> QUERIES =
      List.of(
          "DeviceProcessEvents | count",
          "DeviceProcessEvents | where FileName =~ 'powershell.exe'"
              + " | summarize n = count() by DeviceName | top 5 by n",
          "DeviceProcessEvents | where ProcessCommandLine has 'encodedcommand'"
              + " | project Timestamp, DeviceName, ProcessCommandLine | take 100",
          "DeviceProcessEvents | summarize dcount(SHA256), max(Timestamp) by AccountName",
          "DeviceProcessEvents | where Timestamp > ago(7d)"
              + " | summarize n = count() by bin(Timestamp, 1h), FileName | top 100 by n",
          "DeviceProcessEvents | where ProcessCommandLine matches regex @'(?i)-enc\\w*\\s'"
              + " | summarize n = count() by DeviceName",
          "DeviceProcessEvents | sort by Timestamp desc | take 100",
          "DeviceProcessEvents | where ProcessCommandLine has_any ('whoami', 'nltest', 'net user',"
              + " 'mimikatz') | summarize make_set(ProcessCommandLine, 20) by DeviceName,"
              + " AccountName",
          "DeviceProcessEvents | summarize arg_max(Timestamp, *) by DeviceId",
          "DeviceProcessEvents | where Timestamp > ago(1d) | join kind=inner (DeviceProcessEvents"
              + " | where FileName =~ 'cmd.exe' and Timestamp > ago(1d) | project DeviceId,"
              + " InitiatingProcessId, Line = ProcessCommandLine) on DeviceId,"
              + " InitiatingProcessId | take 100",
          "DeviceProcessEvents | summarize n = count() by ProcessCommandLine,"
              + " InitiatingProcessFileName | where n < 5",
          "DeviceProcessEvents | where ProcessCommandLine contains 'invoke'"
              + " or InitiatingProcessCommandLine contains 'http' | count",
          "DeviceProcessEvents | extend Host = tolower(tostring(split(DeviceName, '.')[0]))"
              + " | summarize dcount(FileName) by Host",
          "DeviceProcessEvents | make-series n = count() on Timestamp from ago(30d) to now() step 1d"
              + " by FileName | take 20");

  private final Instant now = Clock.systemUTC().instant();
  private final Clock clock = Clock.fixed(now, java.time.ZoneOffset.UTC);
  private final TimeRange month = new TimeRange(now.minus(Duration.ofDays(30)), now);

  private SandboxTables() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    SandboxTables bench = new SandboxTables();
    bench.firstHunts(100_000);
    bench.firstHunts(100_000);
    bench.firstHunts(1_000_000);
    bench.millionRows();
  }

  private void firstHunts(long rows) {
    long start = System.nanoTime();
    Company company = new Company(20_260_401, now, 240, rows);
    List<HuntingTable> tables = company.huntingTables();
    double founding = since(start);
    start = System.nanoTime();
    try (DuckDbHuntingEngine engine = engine(tables)) {
      double opening = since(start);
      start = System.nanoTime();
      company.incidents();
      System.out.printf(
          Locale.ROOT,
          "%n%,d rows: founded in %.0f ms, database open in %.0f ms, incidents in %.0f ms%n",
          rows,
          founding,
          opening,
          since(start));
      double all = 0;
      long counted = 0;
      for (HuntingTable table : tables) {
        double first = hunt(engine, table.name() + " | count");
        long size = (long) engine.run(table.name() + " | count", month).rows().get(0)[0];
        all += first;
        counted += size;
        if (size > 0) {
          double second = hunt(engine, table.name() + " | count");
          System.out.printf(
              Locale.ROOT,
              "%-36s %,10d rows  first %,7.0f ms  again %5.1f ms%n",
              table.name(),
              size,
              first,
              second);
        }
      }
      System.out.printf(Locale.ROOT, "%-36s %,10d rows  first %,7.0f ms%n", "all", counted, all);
    }
  }

  private void millionRows() {
    Company company = new Company(20_260_401, now, 240, 4_700_000);
    try (DuckDbHuntingEngine engine = engine(company.huntingTables())) {
      double first = hunt(engine, QUERIES.get(0));
      long size = (long) engine.run(QUERIES.get(0), month).rows().get(0)[0];
      System.out.printf(
          Locale.ROOT, "%nDeviceProcessEvents with %,d rows: first hunt %,.0f ms%n", size, first);
      for (String query : QUERIES) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
          times.add(hunt(engine, query));
        }
        times.sort(Comparator.naturalOrder());
        System.out.printf(
            Locale.ROOT,
            "median %6.0f ms, slowest %6.0f ms: %s%n",
            times.get(3),
            times.get(6),
            query);
      }
    }
  }

  private DuckDbHuntingEngine engine(List<HuntingTable> tables) {
    HuntLimits limits = HuntLimits.beside(Runtime.getRuntime().availableProcessors());
    return new DuckDbHuntingEngine(tables, clock, limits);
  }

  private double hunt(DuckDbHuntingEngine engine, String kql) {
    long start = System.nanoTime();
    engine.run(kql, month);
    return since(start);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
