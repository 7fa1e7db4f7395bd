package dev.huntgate.kql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The stretch of time that a query says it looks at.
 *
 * @param from the earliest time of any table that is filtered by time; empty where none is
 * @param to the latest, where every table that is filtered has one
 */
public record TimeWindow(Optional<Instant> from, Optional<Instant> to) {

  /** Returns how far that is from now; empty for a time that is still to come. */
  Optional<Duration> lookBack(Instant now) {
    return from.map(start -> Duration.between(start, now)).filter(span -> !span.isNegative());
  }
}
