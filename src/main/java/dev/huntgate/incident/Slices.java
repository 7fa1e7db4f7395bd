package dev.huntgate.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How wide the next slice of a walk is: its width follows what the last slice held. */
final class Slices {

  /* No Defender incident is older. */
  private static final Instant BEGINNING = Instant.parse("2015-01-01T00:00:00Z");
  private static final Duration FIRST_WIDTH = Duration.ofDays(1);
  /* Half of the larger family's page. */
  private static final int COMFORTABLE = 50;
  private static final double STEEPEST = 4;

  private Slices() {}

  /**
   * Where the slice below {@code floor} begins.
   *
   * @param position the walk's place above the last slice
   * @param slice what the last slice held
   * @return null when the next slice had better have no bound
   */
  static @Nullable Instant below(
      Instant floor,
      IncidentOrder order,
      @Nullable IncidentPosition position,
      List<Incident> slice) {
    Instant top = slice.stream().map(order::time).max(Instant::compareTo).orElse(null);
    if (top == null) {
      top = position == null ? floor.plus(FIRST_WIDTH) : position.time();
    }
    double wanted = (double) COMFORTABLE / Math.max(1, slice.size());
    double factor = Math.max(1 / STEEPEST, Math.min(STEEPEST, wanted));
    double millis = Math.max(1, Duration.between(floor, top).toMillis() * factor);
    boolean beyond = millis >= Duration.between(BEGINNING, floor).toMillis();
    return beyond ? null : floor.minusMillis((long) millis);
  }
}
