package dev.huntgate.result;

/**
 * Texts by number, their bytes one behind the other in blocks.
 *
 * <p>A text lies in one block whole. Where it starts is one number, the block above the place in
 * it; it ends where the next one of the block starts, or with the block.
 */
record TextArena(byte[][] blocks, LongSeries starts) {

  /* Small enough that a collector with regions of a megabyte treats a block like any other array. */
  static final int BLOCK_SHIFT = 18;
  static final int BLOCK_BYTES = 1 << BLOCK_SHIFT;
  private static final int MASK = BLOCK_BYTES - 1;
  private static final int FIELD_BYTES = 8;

  int count() {
    return starts.count();
  }

  long start(int text) {
    return starts.get(text);
  }

  byte[] block(long start) {
    return blocks[(int) (start >>> BLOCK_SHIFT)];
  }

  static int offset(long start) {
    return (int) start & MASK;
  }

  int length(int text, long start) {
    if (text + 1 < starts.count()) {
      long next = starts.get(text + 1);
      if (next >>> BLOCK_SHIFT == start >>> BLOCK_SHIFT) {
        return (int) (next - start);
      }
    }
    return block(start).length - offset(start);
  }

  long bytes() {
    long bytes = Footprint.object(FIELD_BYTES) + Footprint.pointers(blocks.length) + starts.bytes();
    for (byte[] block : blocks) {
      bytes += Footprint.array(block.length);
    }
    return bytes;
  }
}
