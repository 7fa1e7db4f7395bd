package dev.huntgate.result;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import java.util.List;

/** Finds the column that a caller means. */
final class ColumnFinder {

  private static final int MAX_QUOTED = 60;
  private static final int MAX_LISTED = 20;
  private static final String PLACE = "#[1-9][0-9]{0,5}";

  private ColumnFinder() {}

  /**
   * The place of a column, counted from zero.
   *
   * @param argument the argument that names it, for the refusal
   */
  static int find(List<Column> columns, String argument, String name) {
    int found = -1;
    int others = 0;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        others += found < 0 ? 0 : 1;
        found = found < 0 ? i : found;
      }
    }
    if (others > 0) {
      throw refusal(
          argument,
          "%d columns of the result are named %s; say which by its place, such as #%d."
              .formatted(others + 1, quote(name), found + 1));
    }
    if (found < 0 && name.matches(PLACE)) {
      found = Integer.parseInt(name.substring(1)) - 1;
      if (found >= columns.size()) {
        throw refusal(
            argument,
            "The result has no column %s: it has %d columns.".formatted(name, columns.size()));
      }
    }
    if (found < 0) {
      throw refusal(
          argument,
          "The result has no column %s; it has %s.".formatted(quote(name), names(columns)));
    }
    return found;
  }

  static String quote(String text) {
    return text.length() <= MAX_QUOTED
        ? "\"" + text + "\""
        : "\"" + text.substring(0, MAX_QUOTED) + "…\"";
  }

  static FailureException refusal(String argument, String message) {
    return new FailureException(new InvalidArgument(argument, message));
  }

  private static String names(List<Column> columns) {
    String names =
        String.join(
            ", ", columns.stream().limit(MAX_LISTED).map(column -> quote(column.name())).toList());
    int more = columns.size() - MAX_LISTED;
    return columns.isEmpty() ? "none" : more > 0 ? names + " and " + more + " more" : names;
  }
}
