package dev.huntgate.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link LongSeries} in the making: a chunk is packed as soon as it is full. */
final class LongSeriesBuilder {

  /** The nulls of a full chunk that has nothing else. */
  static final long[] ALL_NULL = new long[PackedLongs.MAX_COUNT / Long.SIZE];

  private static final int FIRST_ROOM = 16;

  static {
    Arrays.fill(ALL_NULL, -1);
  }

  private final List<PackedLongs> chunks = new ArrayList<>();
  private final List<long @Nullable []> nulls = new ArrayList<>();
  private long[] pending = new long[FIRST_ROOM];
  private int size;
  private int sealed;
  private long @Nullable [] pendingNulls;
  private int nullCount;
  private boolean anyNull;

  int count() {
    return sealed + size;
  }

  void add(long value) {
    if (size == pending.length) {
      makeRoom();
    }
    pending[size++] = value;
  }

  void addNull() {
    add(0);
    if (pendingNulls == null) {
      pendingNulls = new long[PackedLongs.MAX_COUNT / Long.SIZE];
      anyNull = true;
    }
    int index = size - 1;
    pendingNulls[index >>> 6] |= 1L << index;
    nullCount++;
  }

  LongSeries build() {
    int count = count();
    if (size > 0) {
      seal();
    }
    return new LongSeries(
        count,
        chunks.toArray(new PackedLongs[0]),
        anyNull ? nulls.toArray(new long @Nullable [0] @Nullable []) : null);
  }

  private void makeRoom() {
    if (size < PackedLongs.MAX_COUNT) {
      pending = Arrays.copyOf(pending, Math.min(2 * size, PackedLongs.MAX_COUNT));
    } else {
      seal();
      sealed += size;
      size = 0;
    }
  }

  private void seal() {
    long[] bits = pendingNulls;
    if (bits != null) {
      fillNulls(bits);
      nulls.add(
          nullCount == PackedLongs.MAX_COUNT ? ALL_NULL : Arrays.copyOf(bits, size + 63 >>> 6));
    } else {
      nulls.add(null);
    }
    chunks.add(Packing.pack(pending, size));
    pendingNulls = null;
    nullCount = 0;
  }

  /* What stands where a null is does not matter; a neighbour's number does not widen the chunk. */
  private void fillNulls(long[] bits) {
    int first = 0;
    while (first < size && isSet(bits, first)) {
      first++;
    }
    long value = first < size ? pending[first] : 0;
    for (int i = 0; i < size; i++) {
      if (isSet(bits, i)) {
        pending[i] = value;
      }
      value = pending[i];
    }
  }

  private static boolean isSet(long[] bits, int index) {
    return (bits[index >>> 6] >>> index & 1) != 0;
  }
}
