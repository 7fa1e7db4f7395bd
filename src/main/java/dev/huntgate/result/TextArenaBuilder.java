package dev.huntgate.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A {@link TextArena} in the making. */
final class TextArenaBuilder {

  private static final int FIRST_ROOM = 64;

  private final List<byte[]> blocks = new ArrayList<>();
  private final LongSeriesBuilder starts = new LongSeriesBuilder();
  private byte[] block = new byte[FIRST_ROOM];
  private int used;

  int count() {
    return starts.count();
  }

  /** Adds a text; answers where it starts. */
  long add(byte[] from, int offset, int length) {
    if (length > block.length - used) {
      makeRoom(length);
    }
    long start = (long) blocks.size() << TextArena.BLOCK_SHIFT | used;
    System.arraycopy(from, offset, block, used, length);
    used += length;
    starts.add(start);
    /* A place in a block has to stay below the size of a block. */
    if (used >= TextArena.BLOCK_BYTES) {
      endBlock(FIRST_ROOM);
    }
    return start;
  }

  /** Whether these bytes are those of the text that starts there and has their length. */
  boolean equalsAt(long start, byte[] other, int offset, int length) {
    int number = (int) (start >>> TextArena.BLOCK_SHIFT);
    byte[] in = number < blocks.size() ? blocks.get(number) : block;
    int from = TextArena.offset(start);
    return from + length <= in.length
        && Arrays.equals(in, from, from + length, other, offset, offset + length);
  }

  TextArena build() {
    endBlock(0);
    return new TextArena(blocks.toArray(new byte[0][]), starts.build());
  }

  private void makeRoom(int length) {
    long wanted = (long) used + length;
    if (wanted <= TextArena.BLOCK_BYTES) {
      int room = (int) Math.min(TextArena.BLOCK_BYTES, Math.max(wanted, 2L * block.length));
      block = Arrays.copyOf(block, room);
    } else {
      endBlock(Math.max(length, TextArena.BLOCK_BYTES));
    }
  }

  private void endBlock(int nextRoom) {
    if (used > 0 || starts.count() > 0) {
      blocks.add(used == block.length ? block : Arrays.copyOf(block, used));
    }
    block = new byte[nextRoom];
    used = 0;
  }
}
