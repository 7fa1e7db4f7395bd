package dev.huntgate.result;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes JSON strings: only what JSON demands is escaped. */
final class JsonStrings {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_ESCAPE = 6;
  private static final int QUOTES = 2;

  /* So many bytes are written before there is a look whether there is room for more. */
  private static final int PIECE = 512;
  private static final int PIECE_ROOM = MAX_ESCAPE * (PIECE + Long.BYTES);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /* What follows the backslash; 0 where a byte stands for itself, 'u' where only \\u00XX will do. */
  private static final byte[] ESCAPES = new byte[0x80];

  static {
    Arrays.fill(ESCAPES, 0, ' ', (byte) 'u');
    ESCAPES['\b'] = 'b';
    ESCAPES['\t'] = 't';
    ESCAPES['\n'] = 'n';
    ESCAPES['\f'] = 'f';
    ESCAPES['\r'] = 'r';
    ESCAPES['"'] = '"';
    ESCAPES['\\'] = '\\';
  }

  private JsonStrings() {}

  /** How many bytes so many chars may take. */
  static int worst(int chars) {
    return Math.addExact(Math.multiplyExact(MAX_ESCAPE, chars), QUOTES);
  }

  /** Writes chars where there is room for the worst case; answers where the bytes end. */
  static int write(char[] from, int offset, int length, byte[] to, int at) {
    int end = offset + length;
    int position = at;
    to[position++] = '"';
    for (int i = offset; i < end; i++) {
      char character = from[i];
      if (character < 0x80) {
        position = ascii(character, to, position);
      } else if (!Character.isSurrogate(character)) {
        position = Utf8.encode(from, i, 1, to, position);
      } else if (i + 1 < end && Character.isSurrogatePair(character, from[i + 1])) {
        position = Utf8.encode(from, i++, 2, to, position);
      } else {
        position = unicode(character, to, position);
      }
    }
    to[position++] = '"';
    return position;
  }

  /**
   * Writes UTF-8 behind what a buffer holds; answers where the bytes end.
   *
   * <p>Eight bytes are copied at once, and looked at: most stand for themselves. What is copied
   * from behind the end is written over.
   */
  static int write(byte[] from, int offset, int length, Utf8Buffer buffer) {
    int end = offset + length;
    int index = offset;
    byte[] to = buffer.reserve(PIECE_ROOM);
    int position = buffer.size();
    to[position++] = '"';
    while (index < end) {
      buffer.resize(position);
      to = buffer.reserve(PIECE_ROOM);
      int stop = Math.min(end, index + PIECE);
      while (index < stop) {
        if (index + Long.BYTES <= from.length) {
          long eight = (long) Utf8.LONGS.get(from, index);
          Utf8.LONGS.set(to, position, eight);
          int left = Math.min(Long.BYTES, end - index);
          int plain = Math.min(left, Long.numberOfTrailingZeros(special(eight)) >>> 3);
          index += plain;
          position += plain;
          if (plain == left) {
            continue;
          }
        }
        byte value = from[index];
        if (value >= 0) {
          position = ascii((char) value, to, position);
          index++;
        } else if (Utf8.isSurrogate(from, index, end)) {
          position = unicode(Utf8.surrogateAt(from, index), to, position);
          index += Utf8.MAX_BYTES_A_CHAR;
        } else {
          to[position++] = value;
          index++;
        }
      }
    }
    to[position++] = '"';
    return position;
  }

  /* The highest bit of the first byte that needs a look, and perhaps of some behind it. */
  private static long special(long eight) {
    long quote = eight ^ ONES * '"';
    long backslash = eight ^ ONES * '\\';
    long found =
        (eight - ONES * ' ') | (quote - ONES) & ~quote | (backslash - ONES) & ~backslash | eight;
    return found & HIGH_BITS;
  }

  private static int ascii(char character, byte[] to, int at) {
    byte escape = ESCAPES[character];
    if (escape == 0) {
      to[at] = (byte) character;
      return at + 1;
    }
    if (escape == 'u') {
      return unicode(character, to, at);
    }
    to[at] = '\\';
    to[at + 1] = escape;
    return at + 2;
  }

  private static int unicode(char character, byte[] to, int at) {
    to[at] = '\\';
    to[at + 1] = 'u';
    for (int digit = 0; digit < 4; digit++) {
      to[at + 2 + digit] = HEX[character >> 12 - 4 * digit & 0xF];
    }
    return at + MAX_ESCAPE;
  }
}
