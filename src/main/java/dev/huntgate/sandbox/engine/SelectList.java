package dev.huntgate.sandbox.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of a SELECT while they are put together, with names that do not clash. */
final class SelectList {

  private final Translation translation;
  private final List<Relation.Column> columns = new ArrayList<>();
  private final List<String> items = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, String> otherNames = new HashMap<>();
  private int unnamed;

  SelectList(Translation translation) {
    this.translation = translation;
  }

  /** Returns a list that starts with all columns of a table. */
  static SelectList all(Translation translation, Relation relation) {
    SelectList items = new SelectList(translation);
    relation.columns().forEach(column -> items.add(column.name(), column.value()));
    relation.otherNames().forEach(items::addOtherName);
    return items;
  }

  /**
   * Adds a column; where its name is taken already it gets a number.
   *
   * @return the name that the column has now
   */
  String add(String name, SqlValue value) {
    String free = name;
    for (int i = 1; !names.add(free); i++) {
      free = name + i;
    }
    Relation.Column column = translation.column(free, value.type());
    columns.add(column);
    items.add(item(value, column));
    return free;
  }

  /** Adds another name for a column of this list; where it is taken it gets a number as well. */
  void addOtherName(String name, String column) {
    String free = name;
    for (int i = 1; names.contains(free) || otherNames.containsKey(free); i++) {
      free = name + i;
    }
    otherNames.put(free, column);
  }

  /** Adds a column that the query gave no name. */
  void addUnnamed(SqlValue value) {
    add("Column" + ++unnamed, value);
  }

  boolean has(String name) {
    return names.contains(name);
  }

  /** Puts a value into the place of the column of that name, or at the end if there is none. */
  void replace(String name, SqlValue value) {
    otherNames.values().remove(name);
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        Relation.Column column = translation.column(name, value.type());
        columns.set(i, column);
        items.set(i, item(value, column));
        return;
      }
    }
    add(name, value);
  }

  /** Reads the items from a table, whose parts and order stay. */
  Relation over(Relation relation) {
    List<String> all = new ArrayList<>(items);
    all.addAll(relation.carried());
    if (all.isEmpty()) {
      throw Rejections.semantic("No columns are left.");
    }
    return new Relation(
        relation.select(String.join(", ", all)),
        columns,
        relation.carried(),
        relation.ordered(),
        otherNames);
  }

  Relation from(String source) {
    String select = "SELECT " + String.join(", ", items) + " FROM " + source;
    return new Relation(select, columns, List.of(), false, otherNames);
  }

  private static String item(SqlValue value, Relation.Column column) {
    return value + " AS " + column.id();
  }
}
