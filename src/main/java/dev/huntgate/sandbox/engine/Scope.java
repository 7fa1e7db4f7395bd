package dev.huntgate.sandbox.engine;

import org.jspecify.annotations.Nullable;

/**
 * Where an expression stands, which decides what its names mean.
 *
 * @param operator the operator as the query writes it, empty outside of any
 * @param relation the table whose columns can be named
 * @param grouped the table whose rows aggregates take in, {@link Relation#NONE} where no aggregate
 *     may stand
 * @param layer where what looks at other rows is put, null where nothing may
 */
record Scope(String operator, Relation relation, Relation grouped, @Nullable Layer layer) {

  static final Scope CONSTANT = of("", Relation.NONE);

  static Scope of(String operator, Relation relation) {
    return new Scope(operator, relation, Relation.NONE, null);
  }

  static Scope over(String operator, Layer layer) {
    return new Scope(operator, layer.relation(), Relation.NONE, layer);
  }

  static Scope aggregating(String operator, Layer layer) {
    return new Scope(operator, Relation.NONE, layer.relation(), layer);
  }

  boolean aggregates() {
    return grouped != Relation.NONE;
  }

  /** Returns where the arguments of an aggregate stand. */
  Scope inside() {
    return of(operator, grouped);
  }
}
