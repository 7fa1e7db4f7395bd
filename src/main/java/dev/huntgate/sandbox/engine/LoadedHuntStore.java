package dev.huntgate.sandbox.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/**
 * The tables in DuckDB as one query sees them: cut to a stretch of time. None is brought there
 * before it is looked into, so a query that is rejected costs nothing.
 */
final class LoadedHuntStore implements HuntStore {

  private final LoadedTables tables;
  private final TimeCut cut;
  private final DuckDBConnection root;
  private final Duration timeOut;
  private final Set<HuntingTable> needed = new LinkedHashSet<>();

  LoadedHuntStore(LoadedTables tables, TimeCut cut, DuckDBConnection root, Duration timeOut) {
    this.tables = tables;
    this.cut = cut;
    this.root = root;
    this.timeOut = timeOut;
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
    List<List<String>> rows = new ArrayList<>();
    try (Connection connection = root.duplicate();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) Math.max(1, timeOut.toSeconds()));
      try (ResultSet results = statement.executeQuery(sql)) {
        int width = results.getMetaData().getColumnCount();
        while (results.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= width; i++) {
            row.add(Objects.requireNonNullElse(results.getString(i), ""));
          }
          rows.add(row);
        }
      }
    } catch (SQLException e) {
      throw DuckDbHuntingEngine.failure(e);
    }
    return rows;
  }
}
