package dev.huntgate.sandbox.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A query with the rows that plain Java says it has.
 *
 * @param kql the query
 * @param rows the rows; JSON text for dynamic values
 * @param inOrder whether the rows must come in this order
 */
record QueryCase(String kql, List<List<Object>> rows, boolean inOrder) {

  /** A query whose rows may come in any order. */
  static QueryCase of(String kql, Stream<List<Object>> rows) {
    return new QueryCase(kql, rows.toList(), false);
  }

  static QueryCase inOrder(String kql, Stream<List<Object>> rows) {
    return new QueryCase(kql, rows.toList(), true);
  }

  /** A query of one row. */
  static QueryCase one(String kql, Object... row) {
    return of(kql, Stream.of(row(row)));
  }

  /** An expression over no table at all. */
  static QueryCase constant(String expression, Object value) {
    return one("print v = " + expression, value);
  }

  /** An expression over each logon. */
  static QueryCase each(String expression, Function<SmallTables.Logon, Object> value) {
    return of(
        "Logons | project v = " + expression,
        SmallTables.LOGONS.stream().map(logon -> row(value.apply(logon))));
  }

  /** A condition on logons. */
  static QueryCase where(String condition, Function<SmallTables.Logon, Boolean> holds) {
    return of(
        "Logons | where " + condition + " | project Timestamp",
        SmallTables.LOGONS.stream().filter(holds::apply).map(logon -> row(logon.time())));
  }

  static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }

  @Override
  public String toString() {
    return kql;
  }
}
