package dev.huntgate.sandbox.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * Runs KQL in an embedded DuckDB that holds the tables in memory.
 *
 * <p>Hunts may run in parallel; each has a connection of its own.
 */
public final class DuckDbHuntingEngine implements HuntingEngine, AutoCloseable {

  /** Where upstream cuts a result off, silently. */
  static final int MOST_ROWS = 100_000;

  private static final long CANCEL_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final Clock clock;
  private final Duration timeOut;
  private final DuckDBConnection root;
  private final LoadedTables tables;
  private final ScheduledExecutorService stopper;

  public DuckDbHuntingEngine(List<HuntingTable> tables, Clock clock) {
    this(tables, clock, TEN_MINUTES);
  }

  /**
   * @param tables what can be hunted in; no row is made before its table is first queried
   * @param clock what {@code now()} is
   * @param timeOut how long a hunt may run
   */
  public DuckDbHuntingEngine(List<HuntingTable> tables, Clock clock, Duration timeOut) {
    this.clock = clock;
    this.timeOut = timeOut;
    this.root = open();
    this.tables = new LoadedTables(root, tables);
    this.stopper =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "sandbox-hunt-stopper");
              thread.setDaemon(true);
              return thread;
            });
  }

  private static DuckDBConnection open() {
    try (InputStream macros =
        Objects.requireNonNull(
            DuckDbHuntingEngine.class.getResourceAsStream("macros.sql"), "macros.sql")) {
      /* The driver manager does not find it when the application starts again in one JVM. */
      DuckDBConnection connection =
          new DuckDBDriver().connect("jdbc:duckdb:", sealedOff()).unwrap(DuckDBConnection.class);
      try (Statement statement = connection.createStatement()) {
        statement.execute(new String(macros.readAllBytes(), StandardCharsets.UTF_8));
      }
      return connection;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("The sandbox's database does not start", e);
    }
  }

  /** A hunt never needs a file or the network, so the database cannot reach them. */
  private static Properties sealedOff() {
    Properties settings = new Properties();
    settings.setProperty("enable_external_access", "false");
    return settings;
  }

  /**
   * {@inheritDoc}
   *
   * @throws HuntTimedOutException when the hunt runs for longer than it may
   */
  @Override
  public HuntingAnswer run(String kql, TimeRange range) {
    long start = System.nanoTime();
    Relation relation = translate(kql, range);
    List<Object[]> rows = execute(relation);
    List<HuntingColumn> columns =
        relation.columns().stream()
            .map(column -> new HuntingColumn(column.name(), column.type()))
            .toList();
    return new HuntingAnswer(columns, rows, Duration.ofNanos(System.nanoTime() - start));
  }

  private Relation translate(String kql, TimeRange range) {
    TimeCut cut = new TimeCut(range);
    Translation translation =
        new Translation(
            clock.instant(), tables::find, table -> cut.select(table, tables.load(table)));
    return new QueryTranslator(translation).translate(kql);
  }

  private List<Object[]> execute(Relation relation) {
    try (Connection connection = root.duplicate();
        Statement statement = connection.createStatement()) {
      long start = System.nanoTime();
      Future<?> stop = stopAfter(timeOut, statement);
      try (ResultSet results = statement.executeQuery(AnswerReader.select(relation, MOST_ROWS))) {
        List<Object[]> rows = AnswerReader.rows(results, relation.columns());
        if (isOver(start)) {
          throw new HuntTimedOutException();
        }
        return rows;
      } catch (SQLException e) {
        throw isOver(start) ? new HuntTimedOutException() : failure(e);
      } finally {
        stop.cancel(false);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private boolean isOver(long start) {
    return System.nanoTime() - start > timeOut.toNanos();
  }

  /** Cancels again and again: a cancellation before the statement runs goes unheard. */
  private Future<?> stopAfter(Duration limit, Statement statement) {
    return stopper.scheduleWithFixedDelay(
        () -> cancel(statement), limit.toNanos(), CANCEL_AGAIN_NANOS, TimeUnit.NANOSECONDS);
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static KqlRejectedException failure(SQLException e) {
    String reason = Objects.requireNonNullElse(e.getMessage(), "unknown reason");
    return new KqlRejectedException(
        "Query execution failed: " + reason.lines().findFirst().orElse(""));
  }

  @Override
  public void close() {
    stopper.shutdownNow();
    try {
      root.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The sandbox's database does not close", e);
    }
  }
}
