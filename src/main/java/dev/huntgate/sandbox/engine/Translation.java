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

  private final Instant now;
  private final Function<String, Optional<HuntingTable>> tables;
  private final Function<HuntingTable, String> reader;
  private final Map<String, SqlValue> scalars = new HashMap<>();
  private final Map<String, Relation> relations = new HashMap<>();
  private int ids;

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

  Instant now() {
    return now;
  }

  Relation.Column column(String name, KqlType type) {
    return new Relation.Column(name, type, "k" + ids++);
  }

  void let(String name, SqlValue value) {
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
