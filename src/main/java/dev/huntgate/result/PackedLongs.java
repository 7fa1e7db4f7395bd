package dev.huntgate.result;

/**
 * Up to {@link #MAX_COUNT} whole numbers in few bits: number {@code i} is {@code base + slope * i +
 * scale * bits(i)}, where {@code bits(i)} takes {@code width} bits.
 *
 * <p>The slope makes runs such as 1, 2, 3 free; the scale is the divisor that all have in common.
 */
final class PackedLongs {

  static final int SHIFT = 12;
  static final int MAX_COUNT = 1 << SHIFT;
  static final int MASK = MAX_COUNT - 1;

  /* A number of up to 57 bits lies within the eight bytes from the byte it begins in. */
  private static final int MAX_SHIFTED_WIDTH = 57;
  private static final int FIELD_BYTES = 40;

  final long base;
  final long slope;
  final long scale;
  final int width;
  final byte[] bits;
  private final long mask;

  PackedLongs(long base, long slope, long scale, int width, byte[] bits) {
    this.base = base;
    this.slope = slope;
    this.scale = scale;
    this.width = width;
    this.bits = bits;
    this.mask = width == Long.SIZE ? -1 : (1L << width) - 1;
  }

  long get(int index) {
    if (width == 0) {
      return base + slope * index;
    }
    int bit = index * width;
    long shifted = (long) Utf8.LONGS.get(bits, bit >>> 3) >>> (bit & 7);
    return base + slope * index + scale * (shifted & mask);
  }

  long bytes() {
    return Footprint.object(FIELD_BYTES) + (width == 0 ? 0 : Footprint.array(bits.length));
  }

  /** A width that can be read: beyond 57 bits only 64 is in use. */
  static boolean isWidth(int width) {
    return width >= 0 && (width <= MAX_SHIFTED_WIDTH || width == Long.SIZE);
  }

  /** How many bytes the bits of so many numbers take, with what reading eight at once needs. */
  static int sizeOf(int count, int width) {
    return width == 0 ? 0 : (count * width + 7 >>> 3) + Long.BYTES - 1;
  }

  static int widthOf(long unsigned) {
    int width = Long.SIZE - Long.numberOfLeadingZeros(unsigned);
    return width > MAX_SHIFTED_WIDTH ? Long.SIZE : width;
  }
}
