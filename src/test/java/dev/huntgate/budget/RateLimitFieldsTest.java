package dev.huntgate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.budget.Standing.State;
import dev.huntgate.budget.Standing.WindowStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitFieldsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void areEmpty_whenThereAreNoWindows() {
    RateLimitFields fields = RateLimitFields.of(List.of(standing(Operation.HUNTING)), NOW);

    assertEquals(new RateLimitFields("", ""), fields);
  }

  @Test
  void nameEachWindow_withItsUnit() {
    RateLimitFields fields =
        RateLimitFields.of(
            List.of(
                standing(
                    Operation.HUNTING,
                    window(Unit.CALLS, MINUTE, 15, 3, 0),
                    window(Unit.MILLISECONDS, HOUR, 600_000, 1_500, 10_000),
                    window(Unit.MILLISECONDS, Duration.ofDays(1), 14_400_000, 1_500, 0))),
            NOW);

    assertEquals(
        "\"hunting-calls\";q=15;w=60,"
            + " \"hunting-time-1h\";q=600000;qu=\"milliseconds\";w=3600,"
            + " \"hunting-time-1d\";q=14400000;qu=\"milliseconds\";w=86400",
        fields.policy());
    assertEquals(
        "\"hunting-calls\";r=12;t=41, \"hunting-time-1h\";r=588500;t=41,"
            + " \"hunting-time-1d\";r=14398500;t=41",
        fields.limit());
  }

  @Test
  void tellAPoolOnce_whenOperationsShareIt() {
    WindowStanding window = window(Unit.CALLS, MINUTE, 50, 1, 0);
    RateLimitFields fields =
        RateLimitFields.of(
            List.of(
                standing(Operation.INCIDENT_LIST, window),
                standing(Operation.INCIDENT_GET, window),
                standing(Operation.INCIDENT_UPDATE, window)),
            NOW);

    assertEquals("\"incidents-calls\";q=50;w=60", fields.policy());
    assertEquals("\"incidents-calls\";r=49;t=41", fields.limit());
  }

  @Test
  void tellTheWholeWindow_whenNothingIsSpent() {
    assertEquals(
        "\"hunting-calls\";r=15;t=60",
        limit(standing(Operation.HUNTING, window(Unit.CALLS, MINUTE, 15, 0, 0))));
  }

  @Test
  void tellWhenOneMoreFits_roundedUp_whenNothingIsLeft() {
    assertEquals(
        "\"hunting-calls\";r=0;t=8",
        limit(standing(Operation.HUNTING, window(Unit.CALLS, MINUTE, 15, 15, 0))));
  }

  @Test
  void leaveNothing_duringAPause() {
    Standing paused =
        standing(
            Operation.HUNTING,
            State.PAUSED,
            NOW.plusSeconds(90),
            List.of(window(Unit.CALLS, MINUTE, 15, 1, 0)));

    assertEquals("\"hunting-calls\";r=0;t=90", limit(paused));
  }

  private static String limit(Standing standing) {
    return RateLimitFields.of(List.of(standing), NOW).limit();
  }

  private static Standing standing(Operation operation, WindowStanding... windows) {
    return standing(operation, State.OPEN, null, List.of(windows));
  }

  private static Standing standing(
      Operation operation, State state, @Nullable Instant until, List<WindowStanding> windows) {
    return new Standing(operation, state, until, 0, windows);
  }

  private static WindowStanding window(
      Unit unit, Duration duration, long limit, long used, long reserved) {
    return new WindowStanding(
        unit,
        duration,
        limit,
        used,
        reserved,
        limit - used - reserved,
        NOW.plusMillis(7_001),
        NOW.plusMillis(40_500));
  }
}
