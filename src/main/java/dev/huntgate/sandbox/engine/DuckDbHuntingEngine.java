package dev.huntgate.sandbox.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * Runs KQL in an embedded DuckDB that holds the tables in memory.
 *
 * <p>As many hunts run in parallel as its limits say, each on a connection of its own; further ones
 * wait in the order they came, and waiting is part of the time they have.
 */
public final class DuckDbHuntingEngine implements HuntingEngine, AutoCloseable {

  /** Where upstream cuts a result off, silently. */
  static final int MOST_ROWS = 100_000;

  private final Clock clock;
  private final HuntLimits limits;
  private final DuckDBConnection root;
  private final LoadedTables tables;
  private final Semaphore turns;
  private final Stopper stopper = new Stopper();

  /** Opens an empty database with limits that suit this machine. */
  public DuckDbHuntingEngine(List<HuntingTable> tables, Clock clock) {
    this(tables, clock, HuntLimits.beside(Runtime.getRuntime().availableProcessors()));
  }

  /**
   * Opens an empty database.
   *
   * @param tables what can be hunted in; no row is made before its table is first hunted in
   * @param clock what {@code now()} is
   */
  public DuckDbHuntingEngine(List<HuntingTable> tables, Clock clock, HuntLimits limits) {
    this.clock = clock;
    this.limits = limits;
    this.root = open(limits);
    this.tables = new LoadedTables(root, tables);
    this.turns = new Semaphore(limits.atOnce(), true);
  }

  private static DuckDBConnection open(HuntLimits limits) {
    try (InputStream macros =
        Objects.requireNonNull(
            DuckDbHuntingEngine.class.getResourceAsStream("macros.sql"), "macros.sql")) {
      /* The driver manager does not find it when the application starts again in one JVM. */
      DuckDBConnection connection =
          new DuckDBDriver()
              .connect("jdbc:duckdb:", settings(limits))
              .unwrap(DuckDBConnection.class);
      try (Statement statement = connection.createStatement()) {
        statement.execute(new String(macros.readAllBytes(), StandardCharsets.UTF_8));
      }
      return connection;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("The sandbox's database does not start", e);
    }
  }

  /** A hunt never needs a file or the network, so the database cannot reach them. */
  private static Properties settings(HuntLimits limits) {
    Properties settings = new Properties();
    settings.setProperty("enable_external_access", "false");
    settings.setProperty("temp_directory", "");
    settings.setProperty("threads", Integer.toString(limits.threads()));
    settings.setProperty("memory_limit", limits.memory() / 1_000_000 + "MB");
    return settings;
  }

  /**
   * {@inheritDoc}
   *
   * @throws HuntStoppedException when the hunt uses more than it may
   */
  @Override
  public HuntingAnswer run(String kql, TimeRange range) {
    long asked = System.nanoTime();
    takeTurn();
    try {
      // Upstream has its tables already, so no hunt is charged for bringing one up here.
      TimeLeft left = new TimeLeft(limits.timeOut().toNanos());
      left.spentSince(asked);
      Relation relation = translate(kql, range, left);
      return execute(relation, left.deadline());
    } finally {
      turns.release();
    }
  }

  private void takeTurn() {
    try {
      if (!turns.tryAcquire(limits.timeOut().toNanos(), TimeUnit.NANOSECONDS)) {
        throw new HuntStoppedException(HuntStoppedException.Limit.TIME);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HuntStoppedException(HuntStoppedException.Limit.TIME);
    }
  }

  private Relation translate(String kql, TimeRange range, TimeLeft left) {
    LoadedHuntStore store = new LoadedHuntStore(tables, new TimeCut(range), root, stopper, left);
    Relation relation = new QueryTranslator(new Translation(clock.instant(), store)).translate(kql);
    store.load();
    return relation;
  }

  private HuntingAnswer execute(Relation relation, long deadline) {
    try (DuckDBConnection connection = root.duplicate().unwrap(DuckDBConnection.class);
        Statement statement = connection.createStatement()) {
      Profile profile = Profile.start(connection);
      Future<?> stop = stopper.stopAt(deadline, statement);
      try (ResultSet results = statement.executeQuery(AnswerReader.select(relation, MOST_ROWS))) {
        AnswerReader.Rows rows =
            AnswerReader.rows(results, relation.columns(), limits.resultBytes());
        if (System.nanoTime() >= deadline) {
          throw new HuntStoppedException(HuntStoppedException.Limit.TIME);
        }
        return new HuntingAnswer(columns(relation), rows.rows(), profile.end(rows.bytes()));
      } catch (SQLException e) {
        throw System.nanoTime() >= deadline
            ? new HuntStoppedException(HuntStoppedException.Limit.TIME)
            : failure(e);
      } finally {
        stop.cancel(false);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static List<HuntingColumn> columns(Relation relation) {
    return relation.columns().stream()
        .map(column -> new HuntingColumn(column.name(), column.type()))
        .toList();
  }

  static RuntimeException failure(SQLException e) {
    String reason = Objects.requireNonNullElse(e.getMessage(), "unknown reason");
    if (reason.contains("Out of Memory")) {
      return new HuntStoppedException(HuntStoppedException.Limit.RESOURCES);
    }
    return new KqlRejectedException(
        "Query execution failed: " + reason.lines().findFirst().orElse(""));
  }

  @Override
  public void close() {
    stopper.close();
    try {
      root.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The sandbox's database does not close", e);
    }
  }
}
