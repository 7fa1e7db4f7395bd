package dev.huntgate.result;

/**
 * Rows of a result that follow each other, told by their places in it.
 *
 * @param from the first of them, counted from zero
 * @param to the place behind the last; may be beyond the end of the result
 */
public record RowRange(int from, int to) {

  /** All rows of any result. */
  public static final RowRange ALL = new RowRange(0, Integer.MAX_VALUE);

  /** No rows. */
  public static final RowRange NONE = new RowRange(0, 0);

  public RowRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("Rows " + from + " to " + to);
    }
  }

  public boolean isAll() {
    return equals(ALL);
  }

  /** These rows, those, and all in between. */
  public RowRange and(RowRange other) {
    if (from == to) {
      return other;
    }
    return other.from == other.to
        ? this
        : new RowRange(Math.min(from, other.from), Math.max(to, other.to));
  }
}
