package dev.huntgate.graphql.view;

import dev.huntgate.result.ColumnType;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code ColumnType}. */
@Enum("ColumnType")
@Description(
    "The KQL type of a column, which says how its values look in a row. Any value may be null.")
public enum ColumnTypeView {
  @Description("`true` or `false`.")
  BOOL,
  @Description("A whole number of 32 bits, such as `443`.")
  INT,
  @Description(
      "A whole number of 64 bits, such as `9007199254740993`; read it with care in JavaScript, whose numbers have 53 bits.")
  LONG,
  @Description(
      "A number, such as `0.25`. NaN and the infinities, which JSON lacks, are the strings `NaN`, `Infinity` and `-Infinity`.")
  REAL,
  @Description("A decimal number with all its digits, such as `0.10`.")
  DECIMAL,
  @Description("A string.")
  STRING,
  @Description(
      "A time in UTC in ISO 8601, such as `2026-03-01T09:30:00.1234567Z`, with as many digits of a second as needed.")
  DATETIME,
  @Description(
      "A length of time as upstream writes it, such as `01:30:00`: hours, minutes, seconds.")
  TIMESPAN,
  @Description("A GUID as a string, such as `f3a9c1de-0b7e-4a7e-9a43-5d1f0c9f2b11`.")
  GUID,
  @Description("Any JSON: an object, a list, a string, a number, `true` or `false`.")
  DYNAMIC;

  /** The view of a value. */
  public static ColumnTypeView of(ColumnType value) {
    return valueOf(value.name());
  }
}
