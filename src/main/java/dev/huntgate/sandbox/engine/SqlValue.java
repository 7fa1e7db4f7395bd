package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A KQL expression as SQL.
 *
 * @param sql the SQL, safe to stand next to any operator
 * @param type the KQL type of its values; TIMESPAN is a BIGINT of ticks, DYNAMIC is JSON
 * @param literal the text of a string literal, where it is one
 * @param elements the texts of a dynamic array's elements, where it is a literal one of scalars
 */
record SqlValue(
    String sql, KqlType type, Optional<String> literal, Optional<List<String>> elements) {

  static SqlValue of(KqlType type, String sql) {
    return new SqlValue(sql, type, Optional.empty(), Optional.empty());
  }

  /** Fills {@code %s} in the SQL with the parts in their order. */
  static SqlValue of(KqlType type, String sql, Object... parts) {
    return of(type, String.format(Locale.ROOT, sql, parts));
  }

  static SqlValue string(String text) {
    return new SqlValue(SqlText.literal(text), KqlType.STRING, Optional.of(text), Optional.empty());
  }

  static SqlValue nothing(KqlType type) {
    return type == KqlType.STRING
        ? string("")
        : of(type, "CAST(NULL AS " + SqlTypes.of(type) + ")");
  }

  /** Returns this value with what is known of its elements. */
  SqlValue holding(Optional<List<String>> texts) {
    return new SqlValue(sql, type, literal, texts.map(List::copyOf));
  }

  boolean isText() {
    return type == KqlType.STRING || type == KqlType.GUID;
  }

  boolean isNumber() {
    return isWhole() || type == KqlType.REAL || type == KqlType.DECIMAL;
  }

  boolean isWhole() {
    return type == KqlType.INT || type == KqlType.LONG;
  }

  /** The SQL, so that values can be parts of other SQL. */
  @Override
  public String toString() {
    return sql;
  }
}
