package dev.huntgate.result;

import java.util.Arrays;

/** A text that is looked for in others. */
final class Needle {

  private final String text;
  private final byte[] bytes;
  private final byte[] folded;
  private final boolean ascii;

  Needle(String text) {
    this.text = text;
    this.bytes = Utf8.encode(text);
    this.folded = bytes.clone();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
    }
    this.ascii = Utf8.isAscii(bytes, 0, bytes.length);
  }

  boolean isAscii() {
    return ascii;
  }

  boolean isFound(Operator operator, byte[] in, int offset, int length) {
    if (length < bytes.length) {
      return false;
    }
    int last = operator == Operator.STARTS_WITH ? offset : offset + length - bytes.length;
    for (int at = offset; at <= last; at++) {
      if (Arrays.equals(in, at, at + bytes.length, bytes, 0, bytes.length)) {
        return true;
      }
      at = next(in, at + 1, last) - 1;
    }
    return false;
  }

  /** Looks in ASCII for this ASCII, whatever the case. */
  boolean isFoundFolded(Operator operator, byte[] in, int offset, int length) {
    if (length < folded.length || (isWhole(operator) && length != folded.length)) {
      return false;
    }
    int last = operator == Operator.STARTS_WITH ? offset : offset + length - folded.length;
    for (int at = offset; at <= last; at++) {
      int matched = 0;
      while (matched < folded.length && fold(in[at + matched]) == folded[matched]) {
        matched++;
      }
      if (matched == folded.length) {
        return true;
      }
    }
    return false;
  }

  /** Looks for this, whatever the case, as {@link String#equalsIgnoreCase} has it. */
  boolean isFoundFolded(Operator operator, String in) {
    if (isWhole(operator)) {
      return in.equalsIgnoreCase(text);
    }
    int last = operator == Operator.STARTS_WITH ? 0 : in.length() - text.length();
    for (int at = 0; at <= last; at++) {
      if (in.regionMatches(true, at, text, 0, text.length())) {
        return true;
      }
    }
    return false;
  }

  private int next(byte[] in, int from, int last) {
    int at = from;
    if (bytes.length > 0) {
      byte first = bytes[0];
      while (at <= last && in[at] != first) {
        at++;
      }
    }
    return at;
  }

  private static boolean isWhole(Operator operator) {
    return operator == Operator.EQ || operator == Operator.NE || operator.takesMany();
  }

  private static byte fold(byte value) {
    return value >= 'A' && value <= 'Z' ? (byte) (value + ('a' - 'A')) : value;
  }
}
