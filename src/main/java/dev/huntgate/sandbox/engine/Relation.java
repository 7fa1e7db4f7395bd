package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table in the middle of a query, as SQL.
 *
 * @param sql a complete SELECT
 * @param columns its columns, in KQL's order
 * @param carried the SQL names of columns that the query does not see, by which the table falls
 *     into parts that each operator works on by itself
 * @param ordered whether its rows have an order that means something
 * @param otherNames names that also stand for a column, with the name that the column has
 */
record Relation(
    String sql,
    List<Column> columns,
    List<String> carried,
    boolean ordered,
    Map<String, String> otherNames) {

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
    carried = List.copyOf(carried);
    otherNames = Map.copyOf(otherNames);
  }

  Relation(String sql, List<Column> columns) {
    this(sql, columns, List.of(), false, Map.of());
  }

  Optional<Column> find(String name) {
    Optional<Column> found = named(name);
    return found.isPresent() || !otherNames.containsKey(name)
        ? found
        : named(otherNames.getOrDefault(name, name));
  }

  private Optional<Column> named(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** Tells whether a name is but another one of a column. */
  boolean isOtherName(String name) {
    return otherNames.containsKey(name) && named(name).isEmpty();
  }

  /** Returns the SQL that reads the given items from this table. */
  String select(String items) {
    return "SELECT " + items + " FROM (" + sql + ")";
  }

  /** Returns this table with more SQL behind it that changes no column. */
  Relation narrowed(String clause) {
    return with(select(ids()) + " " + clause);
  }

  /** Returns a table of the same columns, parts and order that other SQL makes. */
  Relation with(String otherSql) {
    return new Relation(otherSql, columns, carried, ordered, otherNames);
  }

  Relation inOrder() {
    return new Relation(sql, columns, carried, true, otherNames);
  }

  Relation inAnyOrder() {
    return new Relation(sql, columns, carried, false, otherNames);
  }

  Relation inParts(List<String> ids) {
    return new Relation(sql, columns, ids, ordered, otherNames);
  }

  String ids() {
    return Stream.concat(columns.stream().map(Column::id), carried.stream())
        .collect(Collectors.joining(", "));
  }

  /** Returns the same table with other names for its columns besides their own. */
  Relation alsoKnownBy(Map<String, String> names) {
    return new Relation(sql, columns, carried, ordered, names);
  }

  /** Returns the SQL that keeps the parts of this table apart in a window, empty for one part. */
  String partition() {
    return carried.isEmpty() ? "" : "PARTITION BY " + String.join(", ", carried) + " ";
  }
}
