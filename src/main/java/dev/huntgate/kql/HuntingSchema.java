package dev.huntgate.kql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The tables of advanced hunting with their columns, as documented in July 2026.
 *
 * <p>A tenant may have others, and upstream changes them without notice: this helps, and decides
 * nothing.
 */
public final class HuntingSchema {

  /**
   * A table of advanced hunting.
   *
   * @param name its name, which is case-sensitive in queries
   * @param description what its rows are about
   * @param columns its columns, in the documented order
   * @param examples queries to begin with
   */
  public record Table(
      String name, String description, List<Column> columns, List<Example> examples) {

    public Table {
      columns = List.copyOf(columns);
      examples = List.copyOf(examples);
    }

    /** Tells whether it has a column of exactly this name. */
    public boolean has(String column) {
      return columns.stream().anyMatch(each -> each.name().equals(column));
    }
  }

  /**
   * A column of a table.
   *
   * @param name its name, which is case-sensitive in queries
   * @param type the type of its values
   */
  public record Column(String name, KqlType type) {}

  /**
   * A query to begin with.
   *
   * @param title what it finds
   * @param kql the query
   */
  public record Example(String title, String kql) {}

  private static final HuntingSchema DOCUMENTED = read();

  private final Map<String, Table> tables;

  private HuntingSchema(Map<String, Table> tables) {
    this.tables = Collections.unmodifiableMap(tables);
  }

  /** Returns the documented schema. */
  public static HuntingSchema documented() {
    return DOCUMENTED;
  }

  /** Returns all tables, by name. */
  public Collection<Table> tables() {
    return tables.values();
  }

  /** Returns the table of exactly this name. */
  public Optional<Table> table(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** Returns the name of the table that was probably meant. */
  public Optional<String> nearest(String name) {
    return Spelling.nearest(name, tables.keySet());
  }

  private static HuntingSchema read() {
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    for (String[] row : rows("hunting-schema.tsv")) {
      columns
          .computeIfAbsent(row[0], name -> new ArrayList<>())
          .add(new Column(row[1], type(row[2])));
    }
    Map<String, List<Example>> examples = examples();
    Map<String, Table> tables = new LinkedHashMap<>();
    for (String[] row : rows("hunting-tables.tsv")) {
      List<Column> own = Objects.requireNonNull(columns.get(row[0]), row[0]);
      tables.put(row[0], new Table(row[0], row[1], own, examples.getOrDefault(row[0], List.of())));
    }
    return new HuntingSchema(tables);
  }

  private static KqlType type(String written) {
    return switch (written) {
      case "boolean" -> KqlType.BOOL;
      default -> KqlType.valueOf(written.toUpperCase(Locale.ROOT));
    };
  }

  private static Map<String, List<Example>> examples() {
    Map<String, List<Example>> examples = new LinkedHashMap<>();
    for (String example : String.join("\n", lines("hunting-examples.kql")).split("(?m)^//= ")) {
      int table = example.indexOf(": ");
      int title = example.indexOf('\n');
      if (table > 0) {
        examples
            .computeIfAbsent(example.substring(0, table), name -> new ArrayList<>())
            .add(
                new Example(
                    example.substring(table + 2, title), example.substring(title + 1).strip()));
      }
    }
    return examples;
  }

  private static List<String[]> rows(String resource) {
    return lines(resource).stream().map(line -> line.split("\t", -1)).toList();
  }

  private static List<String> lines(String resource) {
    try (InputStream stream = HuntingSchema.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(stream, resource), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
