package dev.huntgate.hunting;

import dev.huntgate.kql.KqlReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a hunt looks back.
 *
 * @param stated as the query's text says
 * @param actual as upstream does: within the timespan that was given, else its 30 days
 */
record Reach(Optional<Duration> stated, Duration actual) {

  /* Upstream's default, and all that it keeps. */
  private static final Duration ALL = Duration.ofDays(30);

  static Reach of(KqlReading reading, @Nullable String timespan, Instant now) {
    Duration span = timespan == null ? ALL : Timespan.parse(timespan).reach(now);
    Optional<Duration> stated = reading.lookBack();
    return new Reach(stated, stated.filter(back -> back.compareTo(span) < 0).orElse(span));
  }
}
