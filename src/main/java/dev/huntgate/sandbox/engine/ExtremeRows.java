package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rows that {@code arg_max} or {@code arg_min} may pick: those with their group's largest or
 * smallest value. Found first, by the few columns that this takes, they spare the database to pack
 * whole rows that are not picked: over a million rows of 69 columns nearly all of the time.
 */
final class ExtremeRows {

  /** From so many columns on it pays to read the table twice. */
  private static final int MANY_COLUMNS = 5;

  /* What may give other rows when it is read again, or takes long. */
  private static final Pattern READ_ONCE =
      Pattern.compile(
          "\\b(random|uuid|LIMIT|GROUP|OVER|JOIN|DISTINCT|unnest)\\b", Pattern.CASE_INSENSITIVE);

  private ExtremeRows() {}

  /**
   * Those rows of a table; the whole table where looking for them does not pay.
   *
   * @param groups what the table is grouped by, as SQL
   * @param by the value that picks
   * @param end {@code max} or {@code min}
   * @param columns how many columns are picked
   */
  static Relation of(
      Translation translation,
      Relation table,
      List<String> groups,
      SqlValue by,
      String end,
      int columns) {
    if (columns < MANY_COLUMNS || READ_ONCE.matcher(table.sql() + groups + by).find()) {
      return table;
    }
    List<String> found = new ArrayList<>();
    List<String> same = new ArrayList<>();
    for (String group : groups) {
      String id = translation.column("", KqlType.DYNAMIC).id();
      found.add(group + " AS " + id);
      same.add(group + " IS NOT DISTINCT FROM " + id);
    }
    String extreme = translation.column("", by.type()).id();
    found.add(end + "(" + by + ") AS " + extreme);
    same.add("(" + by + ") IS NOT DISTINCT FROM " + extreme);
    String grouped =
        groups.isEmpty() ? "" : groups.stream().collect(Collectors.joining(", ", " GROUP BY ", ""));
    return table.with(
        table.select("*")
            + " SEMI JOIN ("
            + table.select(String.join(", ", found))
            + grouped
            + ") ON "
            + String.join(" AND ", same));
  }
}
