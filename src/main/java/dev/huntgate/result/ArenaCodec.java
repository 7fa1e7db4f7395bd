package dev.huntgate.result;

import static dev.huntgate.result.EncodedReader.check;

/** Encodes texts, their bytes compressed. */
final class ArenaCodec {

  private static final int LEAST_BLOCK_BYTES = 2;

  private ArenaCodec() {}

  static void write(TextArena texts, EncodedWriter out) {
    SeriesCodec.write(texts.starts(), out);
    out.varint(texts.blocks().length);
    for (byte[] block : texts.blocks()) {
      out.compressedBlock(block);
    }
  }

  static TextArena read(EncodedReader in) throws UnreadableResultException {
    LongSeries starts = SeriesCodec.read(in);
    byte[][] blocks = new byte[in.count(LEAST_BLOCK_BYTES)][];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = in.block();
    }
    long before = 0;
    for (int text = 0; text < starts.count(); text++) {
      long start = starts.get(text);
      long block = start >>> TextArena.BLOCK_SHIFT;
      check(start >= before && block < blocks.length, "a text starts at a bad place");
      check(TextArena.offset(start) <= blocks[(int) block].length, "a text starts too late");
      before = start;
    }
    return new TextArena(blocks, starts);
  }
}
