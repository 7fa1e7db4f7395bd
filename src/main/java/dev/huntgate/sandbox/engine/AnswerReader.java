package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an answer's rows out of DuckDB, and writes the SELECT that makes them easy to read. */
final class AnswerReader {

  private AnswerReader() {}

  static String select(Relation relation, int most) {
    return relation.select(
            relation.columns().stream().map(AnswerReader::item).collect(Collectors.joining(", ")))
        + " LIMIT "
        + most;
  }

  private static String item(Relation.Column column) {
    return switch (column.type()) {
      case DATETIME -> "epoch_us(" + column.id() + ")";
      case DYNAMIC -> "CAST(" + column.id() + " AS VARCHAR)";
      default -> column.id();
    };
  }

  /** Some rows with their size, counted as for {@link HuntLimits#resultBytes}. */
  record Rows(List<Object[]> rows, long bytes) {}

  static Rows rows(ResultSet results, List<Relation.Column> columns, long mostBytes)
      throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    long bytes = 0;
    while (results.next()) {
      @Nullable Object[] row = new Object[columns.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = value(results, i + 1, columns.get(i).type());
        bytes += row[i] instanceof String text ? 2L * text.length() : 8;
      }
      if (bytes > mostBytes) {
        throw new HuntStoppedException(HuntStoppedException.Limit.RESULT_SIZE);
      }
      rows.add(row);
    }
    return new Rows(rows, bytes);
  }

  private static @Nullable Object value(ResultSet results, int index, KqlType type)
      throws SQLException {
    if (type == KqlType.STRING || type == KqlType.GUID || type == KqlType.DYNAMIC) {
      return results.getString(index);
    }
    if (type == KqlType.BOOL) {
      boolean bool = results.getBoolean(index);
      return results.wasNull() ? null : bool;
    }
    if (type == KqlType.REAL || type == KqlType.DECIMAL) {
      double number = results.getDouble(index);
      return results.wasNull() ? null : number;
    }
    long number = results.getLong(index);
    if (results.wasNull()) {
      return null;
    }
    return switch (type) {
      case INT -> (int) number;
      case DATETIME -> Instant.EPOCH.plus(number, ChronoUnit.MICROS);
      case TIMESPAN ->
          Duration.ofSeconds(
              Math.floorDiv(number, 10_000_000L), Math.floorMod(number, 10_000_000L) * 100);
      default -> number;
    };
  }
}
