package dev.huntgate.result;

import java.util.function.IntPredicate;

/**
 * The floating-point numbers of a column, as their bits.
 *
 * <p>In the order of values the two zeros are equal, and NaN equals itself and follows everything.
 */
final class RealCells extends Cells {

  private static final int FIELD_BYTES = 4;

  private final LongSeries series;

  RealCells(LongSeries series) {
    this.series = series;
  }

  @Override
  boolean isNull(int row) {
    return series.isNull(row);
  }

  @Override
  Double valueAt(int row) {
    return real(row);
  }

  @Override
  void writeJson(int row, Utf8Buffer out) {
    double value = real(row);
    if (Double.isFinite(value)) {
      Decimals.write(value, out);
    } else {
      out.append('"');
      out.ascii(Double.toString(value));
      out.append('"');
    }
  }

  @Override
  void writeText(int row, Utf8Buffer out) {
    double value = real(row);
    if (Double.isFinite(value)) {
      Decimals.write(value, out);
    } else {
      out.ascii(Double.toString(value));
    }
  }

  @Override
  long[] keys(int[] rows) {
    long[] keys = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      long bits = Double.doubleToLongBits(real(rows[i]) + 0.0);
      keys[i] = bits ^ bits >> Long.SIZE - 1 & Long.MAX_VALUE;
    }
    return keys;
  }

  /* NaN is neither below nor above anything, so that "greater than 5" does not find it. */
  @Override
  IntPredicate test(Condition condition, Arguments arguments) {
    IntPredicate test =
        Tests.ordered(
            condition,
            arguments,
            arguments.all(Arguments::real),
            (row, number) -> Double.compare(real(row) + 0.0, number));
    return switch (condition.operator()) {
      case LT, LE, GT, GE -> {
        boolean nothing = arguments.all(Arguments::real).get(0).isNaN();
        yield row -> !nothing && !Double.isNaN(real(row)) && test.test(row);
      }
      default -> test;
    };
  }

  @Override
  LongSeries series() {
    return series;
  }

  @Override
  long bytes() {
    return Footprint.object(FIELD_BYTES) + series.bytes();
  }

  private double real(int row) {
    return Double.longBitsToDouble(series.get(row));
  }
}
