package dev.huntgate.sandbox.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A table that can be hunted in, with its rows made only when they are first asked for.
 *
 * @param name the name as upstream spells it, case-sensitive
 * @param columns the columns in upstream's order
 * @param rows a fresh stream of rows at each call; a row holds one value per column, {@code null}
 *     for a missing one: Boolean for BOOL, Integer for INT, Long for LONG, Double for REAL, String
 *     for STRING and GUID, java.time.Instant for DATETIME, and JSON text for DYNAMIC
 * @param alsoKnownAs what else upstream takes for a name of it, and lists nowhere
 */
public record HuntingTable(
    String name,
    List<HuntingColumn> columns,
    Supplier<Stream<Object[]>> rows,
    OtherNames alsoKnownAs) {

  /**
   * Names that can be written and that no list, star or result shows.
   *
   * @param table former names of the table
   * @param columns other names of columns, each with the one that the column is listed by
   */
  public record OtherNames(List<String> table, Map<String, String> columns) {

    /** No other names. */
    public static final OtherNames NONE = new OtherNames(List.of(), Map.of());

    public OtherNames {
      table = List.copyOf(table);
      columns = Map.copyOf(columns);
    }
  }

  public HuntingTable {
    columns = List.copyOf(columns);
  }

  /** A table whose names are all listed. */
  public HuntingTable(String name, List<HuntingColumn> columns, Supplier<Stream<Object[]>> rows) {
    this(name, columns, rows, OtherNames.NONE);
  }
}
