package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The tables in DuckDB, each brought there when it is first asked for. */
final class LoadedTables {

  private final DuckDBConnection connection;
  private final Map<String, HuntingTable> tables = new HashMap<>();
  private final Map<String, String> loaded = new HashMap<>();

  LoadedTables(DuckDBConnection connection, List<HuntingTable> tables) {
    this.connection = connection;
    tables.forEach(table -> this.tables.put(table.name(), table));
  }

  Optional<HuntingTable> find(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** Returns the SQL name of a table, which then holds all of its rows. */
  synchronized String load(HuntingTable table) {
    String known = loaded.get(table.name());
    if (known != null) {
      return known;
    }
    String id = "t" + loaded.size();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE TABLE " + id + "(" + definition(table) + ")");
      append(table, id);
    } catch (SQLException e) {
      throw new IllegalStateException("Table " + table.name() + " cannot be loaded", e);
    }
    loaded.put(table.name(), id);
    return id;
  }

  private static String definition(HuntingTable table) {
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < table.columns().size(); i++) {
      KqlType type = table.columns().get(i).type();
      columns.append(i == 0 ? "c" : ", c").append(i).append(' ').append(SqlTypes.of(type));
    }
    return columns.toString();
  }

  private void append(HuntingTable table, String id) throws SQLException {
    try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, id);
        Stream<Object[]> rows = table.rows().get()) {
      for (Object[] row : (Iterable<Object[]>) rows::iterator) {
        appender.beginRow();
        for (int i = 0; i < row.length; i++) {
          append(appender, table.columns().get(i).type(), row[i]);
        }
        appender.endRow();
      }
    }
  }

  private static void append(DuckDBAppender appender, KqlType type, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      if (type == KqlType.STRING) {
        appender.append("");
      } else {
        appender.appendNull();
      }
    } else if (value instanceof Boolean bool) {
      appender.append(bool.booleanValue());
    } else if (value instanceof Integer number) {
      appender.append(number.intValue());
    } else if (value instanceof Long number) {
      appender.append(number.longValue());
    } else if (value instanceof Double number) {
      appender.append(number.doubleValue());
    } else if (value instanceof Instant moment) {
      appender.append(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    } else {
      appender.append(value.toString());
    }
  }
}
