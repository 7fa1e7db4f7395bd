package dev.huntgate.result;

/** Writes numbers in decimal. */
final class Decimals {

  /** The most bytes a long takes. */
  static final int MAX_LONG = 20;

  private static final double LEAST_PLAIN = 1e-3;
  private static final double MOST_PLAIN = 1e7;
  private static final double MILLION = 1e6;
  private static final int MILLION_DIGITS = 6;

  private Decimals() {}

  /** Writes where there is room for {@link #MAX_LONG} bytes; answers where the bytes end. */
  static int write(long value, byte[] to, int at) {
    if (value == Long.MIN_VALUE) {
      String text = Long.toString(value);
      text.getBytes(0, text.length(), to, at);
      return at + text.length();
    }
    int position = at;
    long rest = value;
    if (rest < 0) {
      to[position++] = '-';
      rest = -rest;
    }
    int end = position + digits(rest);
    for (int i = end - 1; i >= position; i--) {
      long quotient = rest / 10;
      to[i] = (byte) ('0' + (rest - 10 * quotient));
      rest = quotient;
    }
    return end;
  }

  /** Writes so many digits, with zeros before; answers where the bytes end. */
  static int pad(int value, int digits, byte[] to, int at) {
    int rest = value;
    for (int i = at + digits - 1; i >= at; i--) {
      to[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return at + digits;
  }

  /** Appends a finite number as {@link Double#toString} has it. */
  static void write(double value, Utf8Buffer out) {
    double size = Math.abs(value);
    if (size >= LEAST_PLAIN && size < MOST_PLAIN) {
      /* A number of at most 15 digits has no shorter form that reads as the same double. */
      long millionths = Math.round(size * MILLION);
      if (millionths / MILLION == size) {
        plain(value < 0, millionths, out);
        return;
      }
    }
    out.ascii(Double.toString(value));
  }

  private static void plain(boolean negative, long millionths, Utf8Buffer out) {
    if (negative) {
      out.append('-');
    }
    long whole = millionths / (long) MILLION;
    int fraction = (int) (millionths - whole * (long) MILLION);
    out.number(whole);
    out.append('.');
    int digits = MILLION_DIGITS;
    while (digits > 1 && fraction % 10 == 0) {
      fraction /= 10;
      digits--;
    }
    byte[] to = out.reserve(MILLION_DIGITS);
    out.resize(pad(fraction, digits, to, out.size()));
  }

  private static int digits(long value) {
    int digits = 1;
    long bound = 10;
    while (digits < 19 && value >= bound) {
      digits++;
      bound *= 10;
    }
    return digits;
  }
}
