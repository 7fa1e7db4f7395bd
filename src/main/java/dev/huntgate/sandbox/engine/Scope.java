package dev.huntgate.sandbox.engine;

/**
 * Where an expression stands, which decides what its names mean.
 *
 * @param operator the operator as the query writes it, empty outside of any
 * @param relation the table whose columns can be named
 * @param grouped the table whose rows aggregates take in, {@link Relation#NONE} where no aggregate
 *     may stand
 */
record Scope(String operator, Relation relation, Relation grouped) {

  static final Scope CONSTANT = new Scope("", Relation.NONE, Relation.NONE);

  static Scope of(String operator, Relation relation) {
    return new Scope(operator, relation, Relation.NONE);
  }

  static Scope aggregating(String operator, Relation relation) {
    return new Scope(operator, Relation.NONE, relation);
  }

  boolean aggregates() {
    return grouped != Relation.NONE;
  }

  /** Returns where the arguments of an aggregate stand. */
  Scope inside() {
    return of(operator, grouped);
  }
}
