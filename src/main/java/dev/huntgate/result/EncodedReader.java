package dev.huntgate.result;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the parts of encoded bytes one after the other; nothing is allocated on their word. */
final class EncodedReader {

  /* No stream of deflate makes more than this of a byte. */
  private static final int MAX_INFLATION = 1_032;
  private static final byte[] EMPTY = {};

  private final byte[] bytes;
  private final int end;
  private int position;

  EncodedReader(byte[] bytes, int position, int end) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  static UnreadableResultException damaged(String what) {
    return new UnreadableResultException("The encoded result is damaged: " + what);
  }

  static void check(boolean sound, String what) throws UnreadableResultException {
    if (!sound) {
      throw damaged(what);
    }
  }

  int left() {
    return end - position;
  }

  int octet() throws UnreadableResultException {
    check(left() >= 1, "it ends too early");
    return bytes[position++] & 0xFF;
  }

  long fixed() throws UnreadableResultException {
    check(left() >= Long.BYTES, "it ends too early");
    long value = (long) Utf8.LONGS.get(bytes, position);
    position += Long.BYTES;
    return value;
  }

  long varint() throws UnreadableResultException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int part = octet();
      value |= (long) (part & 0x7F) << shift;
      if (part < 0x80) {
        return value;
      }
    }
    throw damaged("a number is too long");
  }

  /**
   * A number of things that follow.
   *
   * @param leastBytes what each of them takes at least
   */
  int count(int leastBytes) throws UnreadableResultException {
    long count = varint();
    check(count >= 0 && count <= left() / leastBytes, "a count is too large");
    return (int) count;
  }

  String text() throws UnreadableResultException {
    int length = count(1);
    String text = Utf8.decode(bytes, position, length);
    position += length;
    return text;
  }

  /** A run of bytes, which may be compressed. */
  byte[] block() throws UnreadableResultException {
    long length = varint();
    int stored = count(1);
    check(length >= stored && length <= (long) stored * MAX_INFLATION, "a block has a bad length");
    if (length == 0) {
      return EMPTY;
    }
    check(length <= Integer.MAX_VALUE - Long.SIZE, "a block is too long");
    byte[] block = new byte[(int) length];
    if (length == stored) {
      System.arraycopy(bytes, position, block, 0, stored);
    } else {
      inflate(stored, block);
    }
    position += stored;
    return block;
  }

  private void inflate(int stored, byte[] block) throws UnreadableResultException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, position, stored);
      int inflated = inflater.inflate(block);
      check(inflated == block.length, "a block is too short");
      check(inflater.finished() || inflater.inflate(new byte[1]) == 0, "a block is too long");
      check(inflater.finished() && inflater.getRemaining() == 0, "a block does not end");
    } catch (DataFormatException unreadable) {
      throw damaged("a block cannot be decompressed");
    } finally {
      inflater.end();
    }
  }
}
