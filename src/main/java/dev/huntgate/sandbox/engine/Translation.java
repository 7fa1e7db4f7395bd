package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the parts of one query share while it is translated: its time, its tables, its own names.
 */
final class Translation {

  /** Each operator wraps the SQL of the one before, and DuckDB reads what is nested recursively. */
  private static final int MOST_OPERATORS = 200;

  private static final int LONGEST_SCALAR = 200_000;

  private final Instant now;
  private final Function<String, Optional<HuntingTable>> tables;
  private final Function<HuntingTable, String> reader;
  private final Map<String, SqlValue> scalars = new HashMap<>();
  private final Map<String, Relation> relations = new HashMap<>();
  private int ids;
  private int operators;

  /**
   * @param now what {@code now()} is
   * @param tables finds a table by its exact name
   * @param reader returns a SELECT of all columns of a table, named c0, c1 and so on
   */
  Translation(
      Instant now,
      Function<String, Optional<HuntingTable>> tables,
      Function<HuntingTable, String> reader) {
    this.now = now;
    this.tables = tables;
    this.reader = reader;
  }

  void countOperator() {
    if (++operators > MOST_OPERATORS) {
      throw Rejections.semantic("The query has more than " + MOST_OPERATORS + " operators.");
    }
  }

  Instant now() {
    return now;
  }

  Relation.Column column(String name, KqlType type) {
    return new Relation.Column(name, type, "k" + ids++);
  }

  void let(String name, SqlValue value) {
    if (value.sql().length() > LONGEST_SCALAR) {
      throw Rejections.semantic("The value of '" + name + "' is too complex.");
    }
    scalars.put(name, value);
  }

  void let(String name, Relation relation) {
    relations.put(name, relation);
  }

  Optional<SqlValue> scalar(String name) {
    return Optional.ofNullable(scalars.get(name));
  }

  Optional<Relation> table(String name) {
    return Optional.ofNullable(relations.get(name)).or(() -> tables.apply(name).map(this::read));
  }

  private Relation read(HuntingTable table) {
    SelectList items = new SelectList(this);
    for (int i = 0; i < table.columns().size(); i++) {
      HuntingColumn column = table.columns().get(i);
      items.add(column.name(), SqlValue.of(column.type(), "c" + i));
    }
    return items.from("(" + reader.apply(table) + ")");
  }
}
