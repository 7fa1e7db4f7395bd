package dev.huntgate.hunting;

import dev.huntgate.cache.ResultKey;
import dev.huntgate.kql.KqlReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a hunt looks back.
 *
 * @param stated as the query's text says
 * @param actual as upstream does: within the timespan that was given, else its 30 days
 */
record Reach(Optional<Duration> stated, Duration actual) {

  /* Upstream's default, and all that it keeps. */
  private static final Duration ALL = Duration.ofDays(30);

  static Reach of(ResultKey key, Instant now) {
    String timespan = key.timespan();
    Duration span = timespan == null ? ALL : Timespan.parse(timespan).reach(now);
    Optional<Duration> stated = KqlReading.read(key.kql().text()).lookBack();
    return new Reach(stated, stated.filter(back -> back.compareTo(span) < 0).orElse(span));
  }
}
