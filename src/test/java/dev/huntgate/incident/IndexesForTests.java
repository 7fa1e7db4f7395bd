package dev.huntgate.incident;

import java.time.Clock;
import java.time.Duration;

/** Makes what counts and ranks incidents, with room for many unless told otherwise. */
public final class IndexesForTests {

  /** The settings in a test. */
  record Config(long indexMaxBytes, Duration watchEvery) implements IncidentsConfig {}

  private static final long ROOMY = 1L << 30;

  private IndexesForTests() {}

  /** Counts over indexes of their own. */
  public static IncidentCounting counting(Incidents incidents, Clock clock) {
    return new IncidentCounting(over(incidents, clock, ROOMY));
  }

  static IncidentIndexes over(Incidents incidents, Clock clock) {
    return over(incidents, clock, ROOMY);
  }

  static IncidentIndexes over(Incidents incidents, Clock clock, long maxBytes) {
    return new IncidentIndexes(
        incidents, new Config(maxBytes, Duration.ofSeconds(30)), clock, () -> 0);
  }
}
