package dev.huntgate.hunting.saved;

import dev.huntgate.hunting.saved.ParameterValue.Moment;
import dev.huntgate.hunting.saved.ParameterValue.Span;
import dev.huntgate.hunting.saved.ParameterValue.Text;
import dev.huntgate.hunting.saved.ParameterValue.Truth;
import dev.huntgate.hunting.saved.ParameterValue.Whole;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the values of a parameter are, or of which its lists are made. */
public enum ParameterType {
  STRING("a string"),
  INT("a whole number of at most 64 bits, such as 5"),
  BOOL("true or false"),
  DATETIME("a time with its zone in ISO 8601, such as 2026-03-01T00:00:00Z"),
  TIMESPAN("a length of time in ISO 8601, such as P7D or PT12H");

  /* What KQL's own types can hold, with room to spare. */
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2199-12-31T00:00:00Z");
  private static final Duration LONGEST = Duration.ofDays(3_650);
  private static final int LONGEST_NUMBER = 40;
  private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]{1,19}");

  private final String form;

  ParameterType(String form) {
    this.form = form;
  }

  /** What to write for a value of this type, in words. */
  public String form() {
    return form;
  }

  /** The name in a file, such as {@code timespan}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value that a text in a file stands for. */
  Optional<ParameterValue> parse(String text) {
    try {
      return switch (this) {
        case STRING -> Optional.of(new Text(text));
        case INT ->
            DIGITS.matcher(text).matches()
                ? Optional.of(new Whole(Long.parseLong(text)))
                : Optional.empty();
        case BOOL ->
            text.equals("true") || text.equals("false")
                ? Optional.of(new Truth(text.equals("true")))
                : Optional.empty();
        case DATETIME -> moment(OffsetDateTime.parse(text).toInstant());
        case TIMESPAN -> span(Duration.parse(text));
      };
    } catch (DateTimeException | NumberFormatException | ArithmeticException unreadable) {
      return Optional.empty();
    }
  }

  /** The value that JSON stands for: a string, a number or a boolean of Java's. */
  Optional<ParameterValue> of(Object json) {
    return switch (this) {
      case INT -> json instanceof Number number ? whole(number) : Optional.empty();
      case BOOL -> json instanceof Boolean truth ? Optional.of(new Truth(truth)) : Optional.empty();
      case STRING, DATETIME, TIMESPAN ->
          json instanceof String text ? parse(text) : Optional.empty();
    };
  }

  private static Optional<ParameterValue> whole(Number number) {
    String text = number.toString();
    try {
      // A huge exponent would take as much memory.
      BigDecimal exact = new BigDecimal(text);
      return text.length() > LONGEST_NUMBER || Math.abs(exact.scale()) > LONGEST_NUMBER
          ? Optional.empty()
          : Optional.of(new Whole(exact.longValueExact()));
    } catch (NumberFormatException | ArithmeticException none) {
      return Optional.empty();
    }
  }

  /* Nobody hunts finer than that, and more digits than seven KQL has not. */
  private static Optional<ParameterValue> moment(Instant moment) {
    return moment.isBefore(EARLIEST) || moment.isAfter(LATEST)
        ? Optional.empty()
        : Optional.of(new Moment(moment.truncatedTo(ChronoUnit.MICROS)));
  }

  private static Optional<ParameterValue> span(Duration span) {
    return span.abs().compareTo(LONGEST) > 0
        ? Optional.empty()
        : Optional.of(new Span(span.truncatedTo(ChronoUnit.MICROS)));
  }
}
