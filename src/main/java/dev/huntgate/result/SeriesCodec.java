package dev.huntgate.result;

import static dev.huntgate.result.EncodedReader.check;

import org.jspecify.annotations.Nullable;

/** Encodes packed numbers as they are. */
final class SeriesCodec {

  private static final int LEAST_CHUNK_BYTES = Long.BYTES + 4;
  private static final int NO_NULLS = 0;
  private static final int ALL_NULLS = 1;
  private static final int SOME_NULLS = 2;

  private SeriesCodec() {}

  static void write(LongSeries series, EncodedWriter out) {
    out.varint(series.count());
    for (int i = 0; i < series.chunks().length; i++) {
      PackedLongs chunk = series.chunks()[i];
      out.fixed(chunk.base);
      out.varint(chunk.slope);
      out.varint(chunk.scale);
      out.octet(chunk.width);
      if (chunk.width > 0) {
        out.block(chunk.bits);
      }
      long[] nulls = series.nulls() == null ? null : series.nulls()[i];
      if (nulls == null || nulls == LongSeriesBuilder.ALL_NULL) {
        out.octet(nulls == null ? NO_NULLS : ALL_NULLS);
      } else {
        out.octet(SOME_NULLS);
        for (long bits : nulls) {
          out.fixed(bits);
        }
      }
    }
  }

  static LongSeries read(EncodedReader in) throws UnreadableResultException {
    long count = in.varint();
    long chunkCount = (count + PackedLongs.MASK) >>> PackedLongs.SHIFT;
    check(
        count >= 0 && count <= Integer.MAX_VALUE && chunkCount <= in.left() / LEAST_CHUNK_BYTES,
        "a count of numbers is too large");
    PackedLongs[] chunks = new PackedLongs[(int) chunkCount];
    long[][] nulls = null;
    for (int i = 0; i < chunks.length; i++) {
      int size = (int) Math.min(PackedLongs.MAX_COUNT, count - ((long) i << PackedLongs.SHIFT));
      chunks[i] = chunk(size, in);
      long[] bits = nulls(size, in);
      if (bits != null) {
        nulls = nulls == null ? new long[chunks.length][] : nulls;
        nulls[i] = bits;
      }
    }
    return new LongSeries((int) count, chunks, nulls);
  }

  private static PackedLongs chunk(int size, EncodedReader in) throws UnreadableResultException {
    long base = in.fixed();
    long slope = in.varint();
    long scale = in.varint();
    int width = in.octet();
    check(PackedLongs.isWidth(width), "a width of numbers is not in use");
    byte[] bits = width == 0 ? new byte[0] : in.block();
    check(bits.length == PackedLongs.sizeOf(size, width), "a chunk has a bad length");
    return new PackedLongs(base, slope, scale, width, bits);
  }

  private static long @Nullable [] nulls(int size, EncodedReader in)
      throws UnreadableResultException {
    switch (in.octet()) {
      case NO_NULLS -> {
        return null;
      }
      case ALL_NULLS -> {
        check(size == PackedLongs.MAX_COUNT, "a short chunk has the nulls of a full one");
        return LongSeriesBuilder.ALL_NULL;
      }
      case SOME_NULLS -> {
        long[] bits = new long[size + Long.SIZE - 1 >>> 6];
        for (int i = 0; i < bits.length; i++) {
          bits[i] = in.fixed();
        }
        return bits;
      }
      default -> throw EncodedReader.damaged("nulls are of an unknown kind");
    }
  }
}
