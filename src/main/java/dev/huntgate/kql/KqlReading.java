package dev.huntgate.kql;

import java.time.Duration;
import java.util.Optional;

/** stand-in */
public record KqlReading(Optional<Duration> lookBack) {
  public static KqlReading read(String kql) {
    return new KqlReading(Optional.empty());
  }
}
