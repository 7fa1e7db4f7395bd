package dev.huntgate.sandbox.http;

import java.time.Duration;
import java.time.Instant;

/**
 * The stretch of time that a window counts over.
 *
 * @param aligned whether it begins with the clock, in UTC, instead of reaching back from now
 */
record Span(Duration length, boolean aligned) {

  /** Whether what happened at a time still counts now. */
  boolean holds(Instant time, Instant now) {
    return end(time).isAfter(now);
  }

  /** When something that happens at this time counts no longer. */
  Instant end(Instant time) {
    if (!aligned) {
      return time.plus(length);
    }
    long seconds = length.toSeconds();
    return Instant.ofEpochSecond((Math.floorDiv(time.getEpochSecond(), seconds) + 1) * seconds);
  }
}
