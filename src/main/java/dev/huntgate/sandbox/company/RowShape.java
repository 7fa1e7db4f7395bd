package dev.huntgate.sandbox.company;

import dev.huntgate.kql.HuntingSchema;
import dev.huntgate.kql.KqlType;
import dev.huntgate.sandbox.engine.HuntingColumn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of one hunting table, with a pattern for its rows. */
final class RowShape {

  private final List<HuntingColumn> columns;
  private final Map<String, Integer> places = new HashMap<>();
  private final @Nullable Object[] empty;

  RowShape(HuntingSchema.Table table) {
    this.columns = table.columns().stream().map(c -> new HuntingColumn(c.name(), type(c))).toList();
    this.empty = new Object[columns.size()];
    for (int i = 0; i < columns.size(); i++) {
      places.put(columns.get(i).name(), i);
      empty[i] = columns.get(i).type() == KqlType.STRING ? "" : null;
    }
  }

  /** The reference calls the score a string; its own examples compare it with numbers. */
  private static KqlType type(HuntingSchema.Column column) {
    return column.name().equals("CvssScore") ? KqlType.REAL : column.type();
  }

  List<HuntingColumn> columns() {
    return columns;
  }

  /** An empty row: empty text in text columns, as sensors write it, and nothing in the others. */
  Row row() {
    return new Row(empty.clone());
  }

  /** One row while it is filled. */
  final class Row {

    private final @Nullable Object[] cells;

    private Row(@Nullable Object[] cells) {
      this.cells = cells;
    }

    Row set(String column, @Nullable Object value) {
      Integer place = places.get(column);
      if (place == null) {
        throw new IllegalArgumentException("No column " + column);
      }
      put(place, value);
      return this;
    }

    /** Sets a column that not every table of this kind has. */
    Row setWherePresent(String column, @Nullable Object value) {
      Integer place = places.get(column);
      if (place != null) {
        put(place, value);
      }
      return this;
    }

    /** Sensors write times in whole microseconds; the engine keeps no finer ones. */
    private void put(int place, @Nullable Object value) {
      if (value == null) {
        return;
      }
      cells[place] = value instanceof Instant time ? time.truncatedTo(ChronoUnit.MICROS) : value;
    }

    @Nullable Object[] cells() {
      return cells;
    }
  }
}
