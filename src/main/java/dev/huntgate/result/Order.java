package dev.huntgate.result;

/**
 * An order of rows by one column: strings by code point, dynamic values by their JSON, false before
 * true, NaN above all numbers, anything else by size.
 *
 * @param column the column, as {@link Rows} tells columns by name or place
 */
public record Order(String column, boolean descending, Nulls nulls) {

  /** Small values first, and as in KQL nulls before them. */
  public static Order ascending(String column) {
    return new Order(column, false, Nulls.FIRST);
  }

  /** Large values first, and as in KQL nulls after them. */
  public static Order descending(String column) {
    return new Order(column, true, Nulls.LAST);
  }
}
