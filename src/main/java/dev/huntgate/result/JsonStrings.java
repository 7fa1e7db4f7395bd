package dev.huntgate.result;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes JSON strings: only what JSON demands is escaped. */
final class JsonStrings {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_ESCAPE = 6;
  private static final int QUOTES = 2;
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

  /** Writes UTF-8 behind what a buffer holds; answers where the bytes end. */
  static int write(byte[] from, int offset, int length, Utf8Buffer buffer, int room) {
    byte[] to = buffer.reserve(Math.addExact(room, QUOTES));
    int position = buffer.size();
    to[position++] = '"';
    int plain = plainPrefix(from, offset, length);
    System.arraycopy(from, offset, to, position, plain);
    position += plain;
    if (plain < length) {
      int rest = length - plain;
      buffer.resize(position);
      to = buffer.reserve(worst(rest));
      position = escaped(from, offset + plain, rest, to, position);
    }
    to[position++] = '"';
    return position;
  }

  private static int escaped(byte[] from, int offset, int length, byte[] to, int at) {
    int end = offset + length;
    int position = at;
    for (int i = offset; i < end; i++) {
      byte value = from[i];
      if (value >= 0) {
        if (ESCAPES[value] == 0) {
          to[position++] = value;
        } else {
          position = ascii((char) value, to, position);
        }
      } else if (Utf8.isSurrogate(from, i, end)) {
        position = unicode(Utf8.surrogateAt(from, i), to, position);
        i += 2;
      } else {
        to[position++] = value;
      }
    }
    return position;
  }

  /* How many bytes at the beginning surely stand for themselves: eight are looked at at once. */
  private static int plainPrefix(byte[] from, int offset, int length) {
    int end = offset + length;
    int index = offset;
    for (; index + Long.BYTES <= end; index += Long.BYTES) {
      long eight = (long) Utf8.LONGS.get(from, index);
      long quote = eight ^ ONES * '"';
      long backslash = eight ^ ONES * '\\';
      long found =
          (eight - ONES * ' ') | (quote - ONES) & ~quote | (backslash - ONES) & ~backslash | eight;
      if ((found & HIGH_BITS) != 0) {
        return index - offset;
      }
    }
    while (index < end && from[index] >= 0 && ESCAPES[from[index]] == 0) {
      index++;
    }
    return index - offset;
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
