package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the parts of one query share while it is translated, and the names that it gives. */
final class Translation {

  private static final int LONGEST_SCALAR = 200_000;

  private final QueryState state;
  private final @Nullable Translation outer;
  private final Map<String, Object> names = new HashMap<>();

  /**
   * @param now what {@code now()} is
   * @param store what the query hunts in
   */
  Translation(Instant now, HuntStore store) {
    this(new QueryState(now, store), null);
  }

  private Translation(QueryState state, @Nullable Translation outer) {
    this.state = state;
    this.outer = outer;
  }

  /** Returns the inside of a function, whose names are unknown outside. */
  Translation inner() {
    return new Translation(state, this);
  }

  /** Returns the names as they are now, so that a function made of them cannot know itself. */
  Translation snapshot() {
    Translation copy = new Translation(state, outer);
    copy.names.putAll(names);
    return copy;
  }

  /** A table that was given a name, to be read any number of times. */
  private record Named(String id, Relation relation) {}

  void countOperator() {
    state.countOperator();
  }

  void countCall(String name) {
    state.countCall(name);
  }

  Instant now() {
    return state.now;
  }

  HuntStore store() {
    return state.store;
  }

  Relation.Column column(String name, KqlType type) {
    return new Relation.Column(name, type, state.id());
  }

  void let(String name, SqlValue value) {
    if (value.sql().length() > LONGEST_SCALAR) {
      throw Rejections.semantic("The value of '" + name + "' is too complex.");
    }
    names.put(name, value);
  }

  void let(String name, UserFunction function) {
    names.put(name, function);
  }

  void let(String name, Relation relation) {
    names.put(name, new Named(state.share(relation), relation));
  }

  /** Makes a name known for that of a table, of which only that is asked. */
  void letSomeTable(String name) {
    names.put(name, new Named("", Relation.NONE));
  }

  /** Returns the same table, worked out once however often it is read. */
  Relation shared(Relation relation) {
    return read(new Named(state.share(relation), relation));
  }

  Relation finished(Relation relation) {
    return state.withShared(relation);
  }

  Optional<SqlValue> scalar(String name) {
    return named(name) instanceof SqlValue value ? Optional.of(value) : Optional.empty();
  }

  Optional<UserFunction> function(String name) {
    return named(name) instanceof UserFunction function ? Optional.of(function) : Optional.empty();
  }

  Optional<Relation> table(String name) {
    Object named = named(name);
    if (named instanceof Named table) {
      return Optional.of(read(table));
    }
    return named == null ? state.store.find(name).map(this::read) : Optional.empty();
  }

  /** Tells whether a name stands for a table, without reading it. */
  boolean isTable(String name) {
    Object named = named(name);
    return named instanceof Named || (named == null && state.store.find(name).isPresent());
  }

  private @Nullable Object named(String name) {
    Object own = names.get(name);
    return own != null || outer == null ? own : outer.named(name);
  }

  private Relation read(Named table) {
    Relation relation = table.relation();
    Relation read = SelectList.all(this, relation).from(table.id());
    return relation.ordered() ? read.inOrder() : read;
  }

  private Relation read(HuntingTable table) {
    SelectList items = new SelectList(this);
    List<HuntingColumn> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      items.add(columns.get(i).name(), SqlValue.of(columns.get(i).type(), "c" + i));
    }
    table.alsoKnownAs().columns().forEach(items::addOtherName);
    return items.from("(" + state.store.select(table) + ")");
  }
}
