package dev.huntgate.result;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A timespan as upstream writes it, with its length.
 *
 * @param duration null when the text is none; such follow all others, in the order of their text
 */
record TimespanText(@Nullable Duration duration, String text) implements Comparable<TimespanText> {

  private static final Pattern SHAPE =
      Pattern.compile("(-)?(?:(\\d{1,9})\\.)?(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,9}))?");
  private static final Comparator<TimespanText> ORDER =
      Comparator.comparing(
              (TimespanText span) -> span.duration(),
              Comparator.nullsLast(Comparator.<Duration>naturalOrder()))
          .thenComparing(span -> span.duration() == null ? span.text() : "");
  private static final int NANO_DIGITS = 9;

  static TimespanText of(String text) {
    Matcher parts = SHAPE.matcher(text);
    return new TimespanText(parts.matches() ? lengthOf(parts) : null, text);
  }

  /** A timespan in upstream's form or as an ISO 8601 duration; null when the text is neither. */
  static @Nullable TimespanText ofArgument(String text) {
    TimespanText span = of(text);
    if (span.duration() != null) {
      return span;
    }
    try {
      return new TimespanText(Duration.parse(text), text);
    } catch (DateTimeException neither) {
      return null;
    }
  }

  @Override
  public int compareTo(TimespanText other) {
    return ORDER.compare(this, other);
  }

  private static Duration lengthOf(Matcher parts) {
    String fraction = parts.group(6) == null ? "" : parts.group(6);
    Duration length =
        Duration.ofDays(parts.group(2) == null ? 0 : Long.parseLong(parts.group(2)))
            .plusHours(Long.parseLong(parts.group(3)))
            .plusMinutes(Long.parseLong(parts.group(4)))
            .plusSeconds(Long.parseLong(parts.group(5)))
            .plusNanos(
                Long.parseLong("0" + fraction + "0".repeat(NANO_DIGITS - fraction.length())));
    return parts.group(1) == null ? length : length.negated();
  }
}
