package dev.huntgate.result;

import org.jspecify.annotations.Nullable;

/** Finds the form of {@link PackedLongs} that takes the fewest bits. */
final class Packing {

  private static final byte[] NONE = {};

  private Packing() {}

  static PackedLongs pack(long[] values, int count) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      min = Math.min(min, values[i]);
      max = Math.max(max, values[i]);
    }
    long range = max - min;
    if (count < 1 || range == 0) {
      return new PackedLongs(count < 1 ? 0 : min, 0, 1, 0, NONE);
    }
    if (range < 0) {
      return level(values, count, min, 1, PackedLongs.widthOf(range));
    }
    long divisor = divisor(values, count, min);
    int width = PackedLongs.widthOf(range / divisor);
    PackedLongs sloped = range < Long.MAX_VALUE >> 2 ? sloped(values, count, width) : null;
    return sloped != null ? sloped : level(values, count, min, divisor, width);
  }

  private static long divisor(long[] values, int count, long min) {
    long divisor = 0;
    for (int i = 0; i < count && divisor != 1; i++) {
      long a = values[i] - min;
      while (a != 0) {
        long rest = divisor % a;
        divisor = a;
        a = rest;
      }
    }
    return divisor;
  }

  private static PackedLongs level(long[] values, int count, long min, long divisor, int width) {
    byte[] bits = new byte[PackedLongs.sizeOf(count, width)];
    for (int i = 0; i < count; i++) {
      put(bits, i * width, divisor == 1 ? values[i] - min : (values[i] - min) / divisor);
    }
    return new PackedLongs(min, 0, divisor, width, bits);
  }

  /** Numbers along a line; null when that takes no fewer bits. */
  private static @Nullable PackedLongs sloped(long[] values, int count, int otherWidth) {
    long slope = count < 2 ? 0 : (values[count - 1] - values[0]) / (count - 1);
    if (slope == 0) {
      return null;
    }
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      long residue = values[i] - slope * i;
      min = Math.min(min, residue);
      max = Math.max(max, residue);
    }
    int width = PackedLongs.widthOf(max - min);
    if (width >= otherWidth) {
      return null;
    }
    byte[] bits = new byte[PackedLongs.sizeOf(count, width)];
    for (int i = 0; width > 0 && i < count; i++) {
      put(bits, i * width, values[i] - slope * i - min);
    }
    return new PackedLongs(min, slope, 1, width, bits);
  }

  private static void put(byte[] bits, int bit, long value) {
    int at = bit >>> 3;
    long before = (long) Utf8.LONGS.get(bits, at);
    Utf8.LONGS.set(bits, at, before | value << (bit & 7));
  }
}
