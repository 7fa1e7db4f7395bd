package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import org.jspecify.annotations.Nullable;

/**
 * The table under an operator, to which columns that the query does not see are added while the
 * operator is translated. What looks at other rows needs them: SQL nests no windows.
 */
final class Layer {

  private final Translation translation;
  private Relation relation;
  private @Nullable String position;

  Layer(Translation translation, Relation relation) {
    this.translation = translation;
    this.relation = relation;
  }

  /** The table with all that was added to it. */
  Relation relation() {
    return relation;
  }

  SqlValue add(KqlType type, String sql) {
    String id = translation.column("", type).id();
    // Windows over parts leave the rows in the order of the parts.
    boolean scatters = sql.contains("PARTITION BY") && position != null;
    relation =
        relation.with(
            "SELECT *, "
                + sql
                + " AS "
                + id
                + " FROM ("
                + relation.sql()
                + ")"
                + (scatters ? " ORDER BY " + position : ""));
    return SqlValue.of(type, id);
  }

  /** Returns the column that counts the rows in their order. */
  String position() {
    String known = position;
    if (known == null) {
      known = add(KqlType.LONG, "row_number() OVER ()").sql();
      position = known;
    }
    return known;
  }

  /** Returns a window over the rows up to and behind the current one. */
  String window() {
    String order = position();
    return "OVER (" + relation.partition() + "ORDER BY " + order + ")";
  }

  /** Returns a window that starts anew with each value of a column. */
  String window(SqlValue restarts) {
    String order = position();
    String parts = relation.partition();
    return "OVER ("
        + (parts.isEmpty()
            ? "PARTITION BY " + restarts + " "
            : parts.strip() + ", " + restarts + " ")
        + "ORDER BY "
        + order
        + ")";
  }
}
