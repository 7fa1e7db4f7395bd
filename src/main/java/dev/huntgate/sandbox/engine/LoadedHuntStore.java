package dev.huntgate.sandbox.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.duckdb.DuckDBConnection;

/**
 * The tables in DuckDB as one query sees them: cut to a stretch of time. None is brought there
 * before it is looked into, so a query that is rejected costs nothing.
 */
final class LoadedHuntStore implements HuntStore {

  private final LoadedTables tables;
  private final TimeCut cut;
  private final DuckDBConnection root;
  private final Stopper stopper;
  private final TimeLeft left;
  private final Set<HuntingTable> needed = new LinkedHashSet<>();

  /**
   * @param left what the query may still spend on what it has to look up before it runs
   */
  LoadedHuntStore(
      LoadedTables tables, TimeCut cut, DuckDBConnection root, Stopper stopper, TimeLeft left) {
    this.tables = tables;
    this.cut = cut;
    this.root = root;
    this.stopper = stopper;
    this.left = left;
  }

  @Override
  public Optional<HuntingTable> find(String name) {
    return tables.find(name);
  }

  @Override
  public Collection<String> names() {
    return tables.names();
  }

  @Override
  public String select(HuntingTable table) {
    needed.add(table);
    return cut.select(table, tables.id(table));
  }

  /** Returns when all that was selected from is there. */
  void load() {
    needed.forEach(tables::load);
  }

  @Override
  public List<List<String>> look(String sql) {
    load();
    long start = System.nanoTime();
    long deadline = left.deadline();
    try (Connection connection = root.duplicate();
        Statement statement = connection.createStatement()) {
      Future<?> stop = stopper.stopAt(deadline, statement);
      try (ResultSet results = statement.executeQuery(sql)) {
        return rows(results);
      } finally {
        stop.cancel(false);
      }
    } catch (SQLException e) {
      throw System.nanoTime() >= deadline
          ? new HuntStoppedException(HuntStoppedException.Limit.TIME)
          : DuckDbHuntingEngine.failure(e);
    } finally {
      left.spentSince(start);
    }
  }

  private static List<List<String>> rows(ResultSet results) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    int width = results.getMetaData().getColumnCount();
    while (results.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= width; i++) {
        row.add(Objects.requireNonNullElse(results.getString(i), ""));
      }
      rows.add(row);
    }
    return rows;
  }
}
