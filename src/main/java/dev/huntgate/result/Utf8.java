package dev.huntgate.result;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text as UTF-8, with one addition: a lone surrogate, which JSON can bring and UTF-8 lacks, takes
 * the three bytes that the scheme would give it, so that no text changes by being kept.
 *
 * <p>The order of such bytes, unsigned, is the order of the code points.
 */
final class Utf8 {

  /** The most bytes a char can take. */
  static final int MAX_BYTES_A_CHAR = 3;

  /** The first byte of a lone surrogate, and of some other characters. */
  static final int SURROGATE_LEAD = 0xED;

  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final int SURROGATE_TRAIL = 0xA0;

  private Utf8() {}

  static byte[] encode(String text) {
    char[] chars = text.toCharArray();
    byte[] bytes = new byte[MAX_BYTES_A_CHAR * chars.length];
    int length = encode(chars, 0, chars.length, bytes, 0);
    return Arrays.copyOf(bytes, length);
  }

  /** Encodes into bytes that have room for the worst case; answers where they end. */
  static int encode(char[] from, int offset, int length, byte[] to, int at) {
    int end = offset + length;
    int index = offset;
    int position = at;
    while (index < end && from[index] < 0x80) {
      to[position++] = (byte) from[index++];
    }
    while (index < end) {
      char character = from[index++];
      if (character < 0x80) {
        to[position++] = (byte) character;
      } else if (character < 0x800) {
        to[position++] = (byte) (0xC0 | character >> 6);
        to[position++] = trail(character);
      } else if (Character.isHighSurrogate(character)
          && index < end
          && Character.isLowSurrogate(from[index])) {
        int point = Character.toCodePoint(character, from[index++]);
        to[position++] = (byte) (0xF0 | point >> 18);
        to[position++] = trail(point >> 12);
        to[position++] = trail(point >> 6);
        to[position++] = trail(point);
      } else {
        to[position++] = (byte) (0xE0 | character >> 12);
        to[position++] = trail(character >> 6);
        to[position++] = trail(character);
      }
    }
    return position;
  }

  static String decode(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (isSurrogate(bytes, i, offset + length)) {
        return decodeSurrogates(bytes, offset, length);
      }
    }
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }

  /** Whether a lone surrogate begins here. */
  static boolean isSurrogate(byte[] bytes, int at, int end) {
    return (bytes[at] & 0xFF) == SURROGATE_LEAD
        && at + 2 < end
        && (bytes[at + 1] & 0xFF) >= SURROGATE_TRAIL;
  }

  static char surrogateAt(byte[] bytes, int at) {
    return (char) (0xD000 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F);
  }

  static boolean isAscii(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int index = offset;
    for (; index + Long.BYTES <= end; index += Long.BYTES) {
      if (((long) LONGS.get(bytes, index) & HIGH_BITS) != 0) {
        return false;
      }
    }
    for (; index < end; index++) {
      if (bytes[index] < 0) {
        return false;
      }
    }
    return true;
  }

  static int hash(byte[] bytes, int offset, int length) {
    long hash = length * 0x9E3779B97F4A7C15L;
    int end = offset + length;
    int index = offset;
    for (; index + Long.BYTES <= end; index += Long.BYTES) {
      hash = mix(hash ^ (long) LONGS.get(bytes, index));
    }
    long rest = 0;
    for (; index < end; index++) {
      rest = rest << 8 | bytes[index] & 0xFF;
    }
    hash = mix(hash ^ rest);
    return (int) (hash >>> 32);
  }

  /** Puts the replacement character, which takes as many bytes, in the place of lone surrogates. */
  static void replaceSurrogates(byte[] bytes, int offset, int length) {
    if (isAscii(bytes, offset, length)) {
      return;
    }
    for (int i = offset; i < offset + length; i++) {
      if (isSurrogate(bytes, i, offset + length)) {
        bytes[i] = (byte) 0xEF;
        bytes[i + 1] = (byte) 0xBF;
        bytes[i + 2] = (byte) 0xBD;
      }
    }
  }

  private static long mix(long value) {
    long mixed = value * 0xD6E8FEB86659FD93L;
    return mixed ^ mixed >>> 32;
  }

  private static byte trail(int bits) {
    return (byte) (0x80 | bits & 0x3F);
  }

  private static String decodeSurrogates(byte[] bytes, int offset, int length) {
    StringBuilder text = new StringBuilder(length);
    int end = offset + length;
    int from = offset;
    for (int i = offset; i < end; i++) {
      if (isSurrogate(bytes, i, end)) {
        text.append(new String(bytes, from, i - from, StandardCharsets.UTF_8));
        text.append(surrogateAt(bytes, i));
        i += 2;
        from = i + 1;
      }
    }
    return text.append(new String(bytes, from, end - from, StandardCharsets.UTF_8)).toString();
  }
}
