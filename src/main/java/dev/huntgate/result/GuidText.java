package dev.huntgate.result;

import java.util.Locale;

/**
 * GUIDs in few bytes: 16 where the text is the usual one in small letters, else the text itself
 * behind a byte or two that keep it from being taken for such.
 */
final class GuidText {

  static final int PACKED_BYTES = 16;

  private static final int CHARS = 36;
  private static final byte[] HEX = Utf8.encode("0123456789abcdef");

  private GuidText() {}

  /** Appends the packed form of a text. */
  static void pack(byte[] text, int length, Utf8Buffer out) {
    int from = out.size();
    if (length == CHARS && packCanonical(text, out)) {
      return;
    }
    out.truncate(from);
    int marks = length + 1 == PACKED_BYTES ? 2 : 1;
    for (int i = 0; i < marks; i++) {
      out.append(marks);
    }
    out.append(text, 0, length);
  }

  /** Appends the text, lone surrogates as they are kept. */
  static void unpack(byte[] packed, int offset, int length, Utf8Buffer out) {
    if (length != PACKED_BYTES) {
      int marks = packed[offset];
      out.append(packed, offset + marks, length - marks);
      return;
    }
    byte[] to = out.reserve(CHARS);
    int at = out.size();
    for (int i = 0; i < PACKED_BYTES; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        to[at++] = '-';
      }
      to[at++] = HEX[packed[offset + i] >> 4 & 0xF];
      to[at++] = HEX[packed[offset + i] & 0xF];
    }
    out.resize(at);
  }

  /** Whether bytes are such as {@link #pack} makes. */
  static boolean isPacked(byte[] packed, int offset, int length) {
    return length == PACKED_BYTES
        || (length > 0 && packed[offset] == 1)
        || (length == PACKED_BYTES + 1 && packed[offset] == 2);
  }

  /** What is equal for texts that stand for one GUID: without braces, in small letters. */
  static String key(String text) {
    boolean braced = text.length() == CHARS + 2 && text.startsWith("{") && text.endsWith("}");
    return (braced ? text.substring(1, CHARS + 1) : text).toLowerCase(Locale.ROOT);
  }

  private static boolean packCanonical(byte[] text, Utf8Buffer out) {
    for (int i = 0; i < CHARS; ) {
      if (i == 8 || i == 13 || i == 18 || i == 23) {
        if (text[i++] != '-') {
          return false;
        }
      } else {
        int high = digit(text[i]);
        int low = digit(text[i + 1]);
        if (high < 0 || low < 0) {
          return false;
        }
        out.append(high << 4 | low);
        i += 2;
      }
    }
    return true;
  }

  private static int digit(byte character) {
    if (character >= '0' && character <= '9') {
      return character - '0';
    }
    return character >= 'a' && character <= 'f' ? character - 'a' + 10 : -1;
  }
}
