package dev.huntgate.sandbox.engine;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Moves the rows of a table into DuckDB.
 *
 * <p>Handing over one text costs far more than one number, and nearly all texts of a table occur
 * again and again. So rows go over by columns, some ten thousand at a time: numbers as they are,
 * texts as numbers into a dictionary that goes with them, and what is the same in all of these rows
 * not at all.
 */
final class TableLoader {

  static final int BATCH = 61_440;

  /** How many rows of a column go over in one list; a vector of DuckDB's. */
  private static final int SLICE = 2_048;

  private final DuckDBConnection connection;
  private final HuntingTable table;
  private final String id;
  private final @Nullable Object[][] batch;

  TableLoader(DuckDBConnection connection, HuntingTable table, String id) {
    this.connection = connection;
    this.table = table;
    this.id = id;
    this.batch = new @Nullable Object[table.columns().size()][];
  }

  void load() throws SQLException {
    try (Statement statement = connection.createStatement();
        Stream<Object[]> rows = table.rows().get()) {
      statement.execute("CREATE OR REPLACE TABLE " + id + "(" + definition() + ")");
      int size = 0;
      for (Object[] row : (Iterable<Object[]>) rows::iterator) {
        put(row, size++);
        if (size == BATCH) {
          flush(statement, size);
          size = 0;
        }
      }
      if (size > 0) {
        flush(statement, size);
      }
    }
  }

  private String definition() {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      columns.add("c" + i + ' ' + SqlTypes.of(table.columns().get(i).type()));
    }
    return String.join(", ", columns);
  }

  private void put(Object[] row, int place) {
    for (int i = 0; i < row.length; i++) {
      if (batch[i] == null) {
        batch[i] = new Object[BATCH];
      }
      batch[i][place] = row[i];
    }
  }

  private void flush(Statement statement, int size) throws SQLException {
    List<StagedColumn> columns = new ArrayList<>();
    for (int i = 0; i < batch.length; i++) {
      columns.add(StagedColumn.of("c" + i, table.columns().get(i).type(), batch[i], size));
    }
    List<StagedColumn> moved = columns.stream().filter(c -> !c.stagedType().isEmpty()).toList();
    if (!moved.isEmpty()) {
      stage(statement, moved, size);
      words(statement, moved);
    }
    List<String> items = columns.stream().map(StagedColumn::item).toList();
    List<String> lists =
        moved.stream().map(c -> "unnest(" + c.name() + ") AS " + c.name()).toList();
    String source =
        moved.isEmpty()
            ? "range(" + size + ")"
            : "(SELECT " + String.join(", ", lists) + " FROM staged)" + wordLists(moved);
    statement.execute(
        "INSERT INTO " + id + " SELECT " + String.join(", ", items) + " FROM " + source);
    statement.execute("DROP TABLE IF EXISTS staged");
    statement.execute("DROP TABLE IF EXISTS dictionary");
  }

  private void stage(Statement statement, List<StagedColumn> columns, int size)
      throws SQLException {
    List<String> definitions =
        columns.stream().map(c -> c.name() + ' ' + c.stagedType() + "[]").toList();
    statement.execute("CREATE TEMP TABLE staged(" + String.join(", ", definitions) + ")");
    try (DuckDBAppender appender = connection.createAppender("temp", "main", "staged")) {
      for (int from = 0; from < size; from += SLICE) {
        appender.beginRow();
        for (StagedColumn column : columns) {
          column.append(appender, from, Math.min(size, from + SLICE));
        }
        appender.endRow();
      }
    }
  }

  private void words(Statement statement, List<StagedColumn> columns) throws SQLException {
    statement.execute("CREATE TEMP TABLE dictionary(owner VARCHAR, place INTEGER, word VARCHAR)");
    try (DuckDBAppender appender = connection.createAppender("temp", "main", "dictionary")) {
      for (StagedColumn column : columns) {
        int place = 0;
        for (String word : column.words()) {
          appender.beginRow();
          appender.append(column.name());
          appender.append(place++);
          appender.append(word);
          appender.endRow();
        }
      }
    }
  }

  /** A list for each column, as short as can be: lists are copied for each vector of rows. */
  private static String wordLists(List<StagedColumn> columns) {
    String lists =
        columns.stream()
            .filter(column -> !column.words().isEmpty())
            .map(
                column ->
                    "list(word ORDER BY place) FILTER (owner = '"
                        + column.name()
                        + "') AS words_"
                        + column.name())
            .collect(Collectors.joining(", "));
    return lists.isEmpty() ? "" : ", (SELECT " + lists + " FROM dictionary)";
  }
}
