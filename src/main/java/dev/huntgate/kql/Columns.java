package dev.huntgate.kql;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The columns that rows have at some place in a query.
 *
 * @param names those that are known; true for each that is still the one of a table
 * @param open whether there may be others that nobody here can know
 */
record Columns(Map<String, Boolean> names, boolean open) {

  /** Of a table that is not known. */
  static final Columns ANY = new Columns(Map.of(), true);

  /** Of nothing. */
  static final Columns NONE = new Columns(Map.of(), false);

  static Columns of(HuntingSchema.Table table) {
    Map<String, Boolean> names = new LinkedHashMap<>();
    table.columns().forEach(column -> names.put(column.name(), true));
    return new Columns(names, false);
  }

  static Columns made(Iterable<String> made) {
    return NONE.with(made);
  }

  boolean has(String name) {
    return names.containsKey(name);
  }

  /** Tells whether the query made the column of this name. */
  boolean isMade(String name) {
    return Boolean.FALSE.equals(names.get(name));
  }

  /** The same with columns that the query makes. */
  Columns with(Iterable<String> made) {
    Map<String, Boolean> more = new LinkedHashMap<>(names);
    made.forEach(name -> more.put(name, false));
    return new Columns(more, open);
  }

  /** All columns of both. */
  Columns and(Columns other) {
    Map<String, Boolean> all = new LinkedHashMap<>(names);
    other.names.forEach(all::putIfAbsent);
    return new Columns(all, open || other.open);
  }

  /** All columns of both sides of a join; where a name is taken, the right side's gets a number. */
  Columns joined(Columns right) {
    Map<String, Boolean> all = new LinkedHashMap<>(names);
    right.names.forEach(
        (name, table) -> {
          String free = name;
          for (int i = 1; all.containsKey(free) && i < 100; i++) {
            free = name + i;
          }
          all.putIfAbsent(free, table && free.equals(name));
        });
    return new Columns(all, open || right.open);
  }

  Columns only(Predicate<String> kept) {
    Map<String, Boolean> left = new LinkedHashMap<>(names);
    left.keySet().removeIf(kept.negate());
    return new Columns(left, open);
  }

  Columns opened() {
    return new Columns(names, true);
  }

  Columns closed() {
    return new Columns(names, false);
  }

  Set<String> all() {
    return new LinkedHashSet<>(names.keySet());
  }
}
