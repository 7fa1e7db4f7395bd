package dev.huntgate.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the defender family's {@code Stats} say of a hunt's cost. */
final class HuntingStatistics {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double NANOS = 1e9;
  private static final double LONGEST_SECONDS = 86_400;

  private @Nullable Duration runningTime;

  void read(String json) throws IOException {
    JsonNode seconds = JSON.readTree(json).path("ExecutionTime");
    double value = seconds.isNumber() ? seconds.asDouble() : Double.NaN;
    if (value >= 0 && value <= LONGEST_SECONDS) {
      runningTime = Duration.ofNanos(Math.round(value * NANOS));
    }
  }

  @Nullable Duration runningTime() {
    return runningTime;
  }
}
