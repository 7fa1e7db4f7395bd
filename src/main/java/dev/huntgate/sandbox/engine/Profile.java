package dev.huntgate.sandbox.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.duckdb.ProfilerPrintFormat;

/** Measures what one hunt uses, on the connection and the thread that run it. */
final class Profile {

  private static final String METRICS =
      "{\"CPU_TIME\":\"true\",\"CUMULATIVE_ROWS_SCANNED\":\"true\","
          + "\"SYSTEM_PEAK_BUFFER_MEMORY\":\"true\"}";
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final DuckDBConnection connection;
  private final long start = System.nanoTime();
  private final long kernelBefore = kernel();

  private Profile(DuckDBConnection connection) {
    this.connection = connection;
  }

  static Profile start(DuckDBConnection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA enable_profiling = 'no_output'");
      statement.execute("PRAGMA custom_profiling_settings = '" + METRICS + "'");
    }
    return new Profile(connection);
  }

  /** How long the hunt has run so far. */
  Duration running() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  HuntCost end(long resultBytes) throws SQLException {
    Duration running = running();
    String measured = connection.getProfilingInformation(ProfilerPrintFormat.JSON);
    return new HuntCost(
        running,
        Duration.ofNanos((long) (read(measured, "cpu_time") * 1e9)),
        Duration.ofNanos(Math.max(0, kernel() - kernelBefore)),
        (long) read(measured, "system_peak_buffer_memory"),
        (long) read(measured, "cumulative_rows_scanned"),
        resultBytes);
  }

  /** The first number of this name is that of the whole query; the others are its operators'. */
  private static double read(String json, String name) {
    Matcher number = Pattern.compile('"' + name + "\":\\s*([0-9.eE+-]+)").matcher(json);
    return number.find() ? Double.parseDouble(number.group(1)) : 0;
  }

  private static long kernel() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime() - THREADS.getCurrentThreadUserTime()
        : 0;
  }
}
