package dev.huntgate.sandbox.company;

import dev.huntgate.kql.KqlType;
import dev.huntgate.sandbox.engine.HuntingColumn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of one hunting table, read from the table's {@code .columns} file. */
final class RowShape {

  private final List<HuntingColumn> columns;
  private final Map<String, Integer> places = new HashMap<>();

  private RowShape(List<HuntingColumn> columns) {
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      places.put(columns.get(i).name(), i);
    }
  }

  static RowShape read(String table) {
    String file = table + ".columns";
    try (InputStream in = RowShape.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("No " + file + " beside " + RowShape.class.getName());
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new RowShape(lines.lines().map(RowShape::column).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HuntingColumn column(String line) {
    int space = line.indexOf(' ');
    String type = line.substring(space + 1).toUpperCase(Locale.ROOT);
    return new HuntingColumn(line.substring(0, space), KqlType.valueOf(type));
  }

  List<HuntingColumn> columns() {
    return columns;
  }

  /** An empty row: empty text in text columns, as sensors write it, and nothing in the others. */
  Row row() {
    @Nullable Object[] cells = new Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = columns.get(i).type() == KqlType.STRING ? "" : null;
    }
    return new Row(cells);
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
      cells[place] = value;
      return this;
    }

    @Nullable Object[] cells() {
      return cells;
    }
  }
}
