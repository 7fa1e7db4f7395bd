package dev.huntgate.upstream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads off a 429 when upstream may be asked again.
 *
 * <p>In this order: the {@code Retry-After} header (seconds or a date), "in N seconds", a time in
 * ISO 8601, the window in "per hh:mm:ss", and the next quarter of an hour for processor time.
 */
final class RetryTime {

  private static final Logger LOG = Logger.getLogger(RetryTime.class);

  /* Long enough not to hammer, short enough not to lose the hour. */
  private static final Duration UNKNOWN = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final long QUARTER_SECONDS = 900;

  private static final Pattern IN_TIME =
      Pattern.compile(
          "\\bin (?:about )?(\\d{1,6})(?:\\.\\d+)? (second|minute|hour)s?\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_CLOCK =
      Pattern.compile("\\bin (\\d{1,2}):(\\d{2}):(\\d{2})", Pattern.CASE_INSENSITIVE);
  private static final Pattern ISO_TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z");
  private static final Pattern WINDOW =
      Pattern.compile("\\bper (\\d{1,2}):(\\d{2}):(\\d{2})", Pattern.CASE_INSENSITIVE);
  private static final Pattern PROCESSOR =
      Pattern.compile("processing resources|\\bcpu\\b", Pattern.CASE_INSENSITIVE);

  private RetryTime() {}

  static Instant read(@Nullable String retryAfter, String message, Instant now) {
    Instant time =
        header(retryAfter, now)
            .or(() -> inTime(message, now))
            .or(() -> isoTime(message))
            .or(() -> clock(WINDOW, message, now))
            .or(() -> quarter(message, now))
            .orElseGet(
                () -> {
                  LOG.warnf("Unknown wording of a 429, waiting %s: %s", UNKNOWN, message);
                  return now.plus(UNKNOWN);
                });
    Instant latest = now.plus(LONGEST);
    return time.isBefore(now) ? now : time.isAfter(latest) ? latest : time;
  }

  private static Optional<Instant> header(@Nullable String value, Instant now) {
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    String text = value.trim();
    if (text.matches("\\d{1,9}(\\.\\d+)?")) {
      return Optional.of(now.plusMillis((long) Math.ceil(Double.parseDouble(text) * 1000)));
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> inTime(String message, Instant now) {
    Matcher matcher = IN_TIME.matcher(message);
    if (!matcher.find()) {
      return clock(IN_CLOCK, message, now);
    }
    long amount = Long.parseLong(matcher.group(1));
    Duration wait =
        switch (Character.toLowerCase(matcher.group(2).charAt(0))) {
          case 's' -> Duration.ofSeconds(amount);
          case 'm' -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        };
    return Optional.of(now.plus(wait));
  }

  private static Optional<Instant> isoTime(String message) {
    Matcher matcher = ISO_TIME.matcher(message);
    try {
      return matcher.find() ? Optional.of(Instant.parse(matcher.group())) : Optional.empty();
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> clock(Pattern pattern, String message, Instant now) {
    Matcher matcher = pattern.matcher(message);
    if (!matcher.find()) {
      return Optional.empty();
    }
    long seconds =
        Long.parseLong(matcher.group(1)) * 3600
            + Long.parseLong(matcher.group(2)) * 60
            + Long.parseLong(matcher.group(3));
    return Optional.of(now.plusSeconds(seconds));
  }

  private static Optional<Instant> quarter(String message, Instant now) {
    if (!PROCESSOR.matcher(message).find()) {
      return Optional.empty();
    }
    long quarters = now.getEpochSecond() / QUARTER_SECONDS + 1;
    return Optional.of(Instant.ofEpochSecond(quarters * QUARTER_SECONDS));
  }
}
