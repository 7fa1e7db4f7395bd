package dev.huntgate.result;

import java.time.Instant;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The times of a column, exact to the nanosecond; see {@link IsoTime}. */
final class TimeCells extends Cells {

  private static final int FIELD_BYTES = 8;

  private final LongSeries ticks;
  private final @Nullable LongSeries nanos;

  /**
   * @param nanos what the times have beyond the ticks, from 0 to 99; null when none has any
   */
  TimeCells(LongSeries ticks, @Nullable LongSeries nanos) {
    this.ticks = ticks;
    this.nanos = nanos;
  }

  @Override
  boolean isNull(int row) {
    return ticks.isNull(row);
  }

  @Override
  Instant valueAt(int row) {
    return IsoTime.instant(ticks.get(row), nano(row));
  }

  @Override
  void writeJson(int row, Utf8Buffer out) {
    out.append('"');
    IsoTime.write(ticks.get(row), nano(row), out);
    out.append('"');
  }

  @Override
  void writeText(int row, Utf8Buffer out) {
    IsoTime.write(ticks.get(row), nano(row), out);
  }

  @Override
  long[] keys(int[] rows) {
    long[] keys = IntegerCells.keys(ticks, rows);
    return nanos == null ? keys : Ranks.ofPairs(keys, IntegerCells.keys(nanos, rows));
  }

  @Override
  IntPredicate test(Condition condition, Arguments arguments) {
    return Tests.ordered(
        condition, arguments, arguments.all(Arguments::time), (row, time) -> compare(row, time));
  }

  @Override
  LongSeries series() {
    return ticks;
  }

  @Nullable LongSeries nanos() {
    return nanos;
  }

  @Override
  long bytes() {
    return Footprint.object(FIELD_BYTES) + ticks.bytes() + (nanos == null ? 0 : nanos.bytes());
  }

  private int compare(int row, Instant time) {
    long own = ticks.get(row);
    int bySecond = Long.compare(Math.floorDiv(own, IsoTime.TICKS_A_SECOND), time.getEpochSecond());
    if (bySecond != 0) {
      return bySecond;
    }
    long nano = Math.floorMod(own, IsoTime.TICKS_A_SECOND) * IsoTime.NANOS_A_TICK + nano(row);
    return Long.compare(nano, time.getNano());
  }

  private int nano(int row) {
    return nanos == null ? 0 : (int) nanos.get(row);
  }
}
