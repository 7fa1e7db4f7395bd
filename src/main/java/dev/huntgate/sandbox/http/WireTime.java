package dev.huntgate.sandbox.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes times and durations as upstream does. */
final class WireTime {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private WireTime() {}

  /** Up to seven digits after the point, without zeros at the end, and {@code Z}. */
  static @Nullable String of(@Nullable Instant time) {
    return time == null ? null : SECONDS.format(time) + fraction(time.getNano()) + 'Z';
  }

  /** Whole seconds without a zone, as in the inner part of Graph's errors. */
  static String inError(Instant time) {
    return SECONDS.format(time);
  }

  /** {@code hh:mm:ss}, preceded by days and a point, followed by a fraction where there is one. */
  static String of(Duration duration) {
    Duration size = duration.abs();
    String days = size.toDays() > 0 ? size.toDays() + "." : "";
    int nanos = size.toNanosPart() / 100 * 100;
    return (duration.isNegative() ? "-" : "")
        + days
        + String.format(
            Locale.ROOT,
            "%02d:%02d:%02d",
            size.toHoursPart(),
            size.toMinutesPart(),
            size.toSecondsPart())
        + (nanos == 0 ? "" : String.format(Locale.ROOT, ".%07d", nanos / 100));
  }

  private static String fraction(int nanos) {
    if (nanos < 100) {
      return "";
    }
    String digits = String.format(Locale.ROOT, "%07d", nanos / 100);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return '.' + digits.substring(0, end);
  }
}
