package dev.huntgate.kql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of advanced hunting with their columns, as Microsoft documents them (Defender XDR
 * advanced hunting schema reference, July 2026).
 *
 * @param tables in alphabetical order; names are case-sensitive
 */
public record HuntingSchema(List<Table> tables) {

  private static final String RESOURCE = "hunting-schema.tsv";

  /** A table with its columns in upstream's order. */
  public record Table(String name, List<Column> columns) {

    public Table {
      columns = List.copyOf(columns);
    }
  }

  /** A column; two names in one table may differ by case only. */
  public record Column(String name, KqlType type) {}

  public HuntingSchema {
    tables = List.copyOf(tables);
  }

  /** Reads the documented schema, which is part of the application. */
  public static HuntingSchema documented() {
    try (InputStream in = HuntingSchema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("No " + RESOURCE + " beside " + HuntingSchema.class);
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads lines of table, column and type with a tab between them. */
  private static HuntingSchema read(BufferedReader lines) {
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    lines
        .lines()
        .map(line -> line.split("\t", -1))
        .forEach(
            cells ->
                columns
                    .computeIfAbsent(cells[0], unseen -> new ArrayList<>())
                    .add(new Column(cells[1], type(cells[2]))));
    return new HuntingSchema(
        columns.entrySet().stream()
            .map(table -> new Table(table.getKey(), table.getValue()))
            .toList());
  }

  private static KqlType type(String name) {
    return KqlType.valueOf(name.toUpperCase(Locale.ROOT));
  }

  public Optional<Table> table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
