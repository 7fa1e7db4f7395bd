package dev.huntgate.sandbox.engine;

import java.util.List;

/**
 * What a hunt in the sandbox found.
 *
 * @param columns the columns in the order of the query's last operator
 * @param rows one array per row with one value per column, typed as in {@link HuntingTable}, and
 *     java.time.Duration for TIMESPAN
 * @param cost what it took
 */
public record HuntingAnswer(List<HuntingColumn> columns, List<Object[]> rows, HuntCost cost) {

  public HuntingAnswer {
    columns = List.copyOf(columns);
  }
}
