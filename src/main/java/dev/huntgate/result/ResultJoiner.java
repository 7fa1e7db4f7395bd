package dev.huntgate.result;

import java.util.Arrays;
import java.util.List;

/**
 * A result in the making from rows of other results that have the same columns; not thread-safe.
 *
 * <p>Values are taken over as they are packed, so that joining what was cut gives an equal result.
 */
public final class ResultJoiner {

  private final List<Column> columns;
  private final CellsBuilder[] cells;
  private int rowCount;

  public ResultJoiner(List<Column> columns) {
    this.columns = List.copyOf(columns);
    this.cells =
        this.columns.stream()
            .map(column -> new CellsBuilder(column.type()))
            .toArray(CellsBuilder[]::new);
  }

  /** The rows of a result from one place to another. */
  public static Result cut(Result result, int from, int to) {
    ResultJoiner joiner = new ResultJoiner(result.columns());
    joiner.add(result, from, to);
    return joiner.build();
  }

  /**
   * Adds all rows of a result.
   *
   * @throws IllegalArgumentException when it has other columns
   */
  public void add(Result part) {
    if (!part.columns().equals(columns)) {
      throw new IllegalArgumentException("The columns of a part differ from those before");
    }
    add(part, 0, part.rowCount());
  }

  /** All rows that were added, in that order. */
  public Result build() {
    Cells[] built = Arrays.stream(cells).map(CellsBuilder::build).toArray(Cells[]::new);
    return new Result(columns, built, rowCount);
  }

  private void add(Result part, int from, int to) {
    part.requireWhole();
    for (int i = 0; i < cells.length; i++) {
      cells[i].addAll(part.cells(i), from, to);
    }
    rowCount += to - from;
  }
}
