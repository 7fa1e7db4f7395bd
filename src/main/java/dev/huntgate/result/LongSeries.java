package dev.huntgate.result;

import org.jspecify.annotations.Nullable;

/**
 * Whole numbers or nulls by index, packed in chunks.
 *
 * @param chunks each of {@link PackedLongs#MAX_COUNT} numbers but for the last
 * @param nulls for each chunk a bit per null in it, or null when it has none; null when no chunk
 *     has any
 */
record LongSeries(int count, PackedLongs[] chunks, long @Nullable [] @Nullable [] nulls) {

  private static final int FIELD_BYTES = 12;

  long get(int index) {
    return chunks[index >>> PackedLongs.SHIFT].get(index & PackedLongs.MASK);
  }

  boolean isNull(int index) {
    if (nulls == null) {
      return false;
    }
    long[] bits = nulls[index >>> PackedLongs.SHIFT];
    int within = index & PackedLongs.MASK;
    return bits != null && (bits[within >>> 6] >>> within & 1) != 0;
  }

  long bytes() {
    long bytes = Footprint.object(FIELD_BYTES) + Footprint.pointers(chunks.length);
    for (PackedLongs chunk : chunks) {
      bytes += chunk.bytes();
    }
    if (nulls != null) {
      bytes += Footprint.pointers(nulls.length);
      for (long @Nullable [] bits : nulls) {
        if (bits != null && bits != LongSeriesBuilder.ALL_NULL) {
          bytes += Footprint.array((long) Long.BYTES * bits.length);
        }
      }
    }
    return bytes;
  }
}
