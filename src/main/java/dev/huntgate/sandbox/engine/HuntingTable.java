package dev.huntgate.sandbox.engine;

import java.util.List;
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
 */
public record HuntingTable(
    String name, List<HuntingColumn> columns, Supplier<Stream<Object[]>> rows) {

  public HuntingTable {
    columns = List.copyOf(columns);
  }
}
