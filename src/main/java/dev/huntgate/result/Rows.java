package dev.huntgate.result;

import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a result: all or some, in its order or another, with all columns or some. Immutable, and
 * small: it keeps no values, only the order of the rows where that is another.
 *
 * <p>A column is told by its name, exactly as it is, where just one column has it; any column is
 * told by its place, as {@code #1} for the first. A column that is named {@code #1} comes before
 * that. Conditions and orders go by the columns of the result, whether they are shown or not.
 *
 * <p>What a caller got wrong is refused with a {@link FailureException} of an {@code
 * InvalidArgument} or a {@code LimitExceeded} that names {@code filter}, {@code orderBy}, {@code
 * columns} or {@code column}.
 */
public final class Rows {

  private static final String COLUMNS = "columns";
  private static final int MAX_COLUMNS = 2_000;

  private final Result result;
  private final int @Nullable [] order;
  private final List<Column> columns;
  private final Cells[] cells;
  private final String fingerprint;
  private byte @Nullable [][] memberNames;

  Rows(Result result) {
    this(
        result,
        null,
        result.columns(),
        result.columns().isEmpty() ? new Cells[0] : all(result),
        "");
  }

  private Rows(
      Result result,
      int @Nullable [] order,
      List<Column> columns,
      Cells[] cells,
      String fingerprint) {
    this.result = result;
    this.order = order;
    this.columns = columns;
    this.cells = cells;
    this.fingerprint = fingerprint;
  }

  /** How many rows there are. */
  public int size() {
    return order == null ? result.rowCount() : order.length;
  }

  /** The columns that are shown, in their order here. */
  public List<Column> columns() {
    return columns;
  }

  /**
   * What tells which rows these are in which order, for a cursor to hold on to: equal for equal
   * conditions and orders of equal results, and in any process; empty for a result's rows as they
   * came. The columns that are shown do not count.
   */
  public String fingerprint() {
    return fingerprint;
  }

  /** The rows that meet all the conditions, in the same order. At most 50 conditions. */
  public Rows filter(List<Condition> conditions) {
    if (conditions.isEmpty()) {
      return this;
    }
    int[] kept = Filtering.filter(result, indexes(), conditions);
    return new Rows(
        result, kept, columns, cells, Fingerprints.ofFilter(fingerprint, result, conditions));
  }

  /** The same rows by the first order, equal ones by the next, and so on. At most 20 orders. */
  public Rows orderBy(List<Order> orders) {
    if (orders.isEmpty()) {
      return this;
    }
    int[] sorted = Sorting.sort(result, indexes(), orders);
    return new Rows(
        result, sorted, columns, cells, Fingerprints.ofOrders(fingerprint, result, orders));
  }

  /** The same rows with these columns of the result, in this order; a column may be repeated. */
  public Rows project(List<String> names) {
    if (names.size() > MAX_COLUMNS) {
      throw new FailureException(
          new LimitExceeded(
              COLUMNS,
              "%d columns are too many; at most %d.".formatted(names.size(), MAX_COLUMNS)));
    }
    int[] places =
        names.stream()
            .mapToInt(name -> ColumnFinder.find(result.columns(), COLUMNS, name))
            .toArray();
    List<Column> shown = Arrays.stream(places).mapToObj(result.columns()::get).toList();
    Cells[] of = Arrays.stream(places).mapToObj(result::cells).toArray(Cells[]::new);
    return new Rows(result, order, shown, of, fingerprint);
  }

  /**
   * What these rows have in a column of the result.
   *
   * @param top how many of the most frequent values to name, from 0 to {@link Summary#MAX_TOP}
   */
  public Summary summary(String column, int top) {
    return Summaries.of(result, indexes(), column, top);
  }

  /** One row, its values in the order of the columns; {@code index} counts from zero. */
  public List<@Nullable Object> row(int index) {
    return Result.values(cells, place(index));
  }

  /** Whether a cell has no value; both numbers count from zero. */
  public boolean isNull(int index, int column) {
    return cells[column].isNull(place(index));
  }

  /**
   * Appends a cell as plain text: a string as it is, a time in ISO 8601, a dynamic value as its
   * JSON, and nothing for null. Both numbers count from zero.
   */
  public void writeText(int index, int column, Utf8Buffer out) {
    int row = place(index);
    if (!cells[column].isNull(row)) {
      cells[column].writeText(row, out);
    }
  }

  /** Appends a cell as JSON. Both numbers count from zero. */
  public void writeJson(int index, int column, Utf8Buffer out) {
    writeJson(cells[column], place(index), out);
  }

  /**
   * Appends a row as a JSON array with one value per column: whole numbers and decimals with all
   * their digits, times in ISO 8601, NaN and the infinities as strings.
   */
  public void writeArray(int index, Utf8Buffer out) {
    int row = place(index);
    out.append('[');
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.append(',');
      }
      writeJson(cells[i], row, out);
    }
    out.append(']');
  }

  /**
   * Appends a row as a JSON object in a line of its own, its values as in {@link #writeArray}. Of
   * columns that share a name, the second and further get a suffix: {@code _1} and so on, passing
   * over names that are taken.
   */
  public void writeLine(int index, Utf8Buffer out) {
    int row = place(index);
    byte[][] names = memberNames();
    if (cells.length == 0) {
      out.append('{');
    }
    for (int i = 0; i < cells.length; i++) {
      out.append(names[i]);
      writeJson(cells[i], row, out);
    }
    out.append('}');
    out.append('\n');
  }

  private static void writeJson(Cells cells, int row, Utf8Buffer out) {
    if (cells.isNull(row)) {
      out.ascii("null");
    } else {
      cells.writeJson(row, out);
    }
  }

  private byte[][] memberNames() {
    byte @Nullable [][] known = memberNames;
    if (known == null) {
      known = MemberNames.of(columns);
      memberNames = known;
    }
    return known;
  }

  private int place(int index) {
    return order == null ? result.place(index) : order[index];
  }

  private int[] indexes() {
    if (order != null) {
      return order;
    }
    result.requireWhole();
    int[] all = new int[result.rowCount()];
    Arrays.setAll(all, row -> row);
    return all;
  }

  private static Cells[] all(Result result) {
    Cells[] all = new Cells[result.columns().size()];
    Arrays.setAll(all, result::cells);
    return all;
  }
}
