package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table in the middle of a query, as SQL.
 *
 * @param sql a complete SELECT
 * @param columns its columns, in KQL's order
 */
record Relation(String sql, List<Column> columns) {

  /** No columns at all: what constants are worked out over. */
  static final Relation NONE = new Relation("SELECT 1", List.of());

  /**
   * A column with two names: KQL's is case-sensitive and free, SQL's is neither.
   *
   * @param name what the query calls it
   * @param type the type of its values
   * @param id what the SQL calls it, unique in the whole query
   */
  record Column(String name, KqlType type, String id) {

    SqlValue value() {
      return SqlValue.of(type, id);
    }
  }

  Relation {
    columns = List.copyOf(columns);
  }

  Optional<Column> find(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** Returns the SQL that reads the given items from this table. */
  String select(String items) {
    return "SELECT " + items + " FROM (" + sql + ")";
  }

  /** Returns this table with more SQL behind it that changes no column. */
  Relation narrowed(String clause) {
    return new Relation(select(ids()) + " " + clause, columns);
  }

  String ids() {
    return columns.stream().map(Column::id).collect(Collectors.joining(", "));
  }
}
