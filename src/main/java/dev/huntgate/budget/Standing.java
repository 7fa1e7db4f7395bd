package dev.huntgate.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the budget of one operation stands.
 *
 * @param pausedUntil when upstream may be asked again, while it may not
 * @param queueLength how many wait
 */
public record Standing(
    Operation operation,
    State state,
    @Nullable Instant pausedUntil,
    int queueLength,
    List<WindowStanding> windows) {

  public Standing {
    windows = List.copyOf(windows);
  }

  /** The same of another operation that shares the windows. */
  public Standing of(Operation other) {
    return new Standing(other, state, pausedUntil, queueLength, windows);
  }

  /** The same in another state. */
  public Standing in(State other) {
    return new Standing(operation, other, pausedUntil, queueLength, windows);
  }

  /** The same without the times of its windows. */
  Standing withoutTimes() {
    return new Standing(
        operation,
        state,
        pausedUntil,
        queueLength,
        windows.stream().map(WindowStanding::withoutTimes).toList());
  }

  /** What goes on. */
  public enum State {
    /** Calls are admitted as the windows have room. */
    OPEN,
    /**
     * Likewise, but Huntgate started lately and cannot know what was spent before: a part of each
     * window is held back until the window has passed.
     */
    WARMING,
    /**
     * The store that replicas share their budget by cannot be reached: this replica spends a part
     * of each window on its own.
     */
    DEGRADED,
    /** Upstream said 429; nothing is sent until its time is up. */
    PAUSED,
    /** The pause is over; one call tries whether upstream accepts calls again. */
    PROBING
  }

  /**
   * How one window stands; all amounts in the window's unit.
   *
   * @param limit what may be spent in any stretch of the duration
   * @param used what was spent and still counts
   * @param reserved what is set aside for calls that are running, or held back while warming
   * @param remaining what may still be spent now
   * @param nextAt when one more fits
   * @param resetsAt when the window is empty if nothing more is spent
   */
  public record WindowStanding(
      Unit unit,
      Duration duration,
      long limit,
      long used,
      long reserved,
      long remaining,
      Instant nextAt,
      Instant resetsAt) {

    WindowStanding withoutTimes() {
      return new WindowStanding(
          unit, duration, limit, used, reserved, remaining, Instant.EPOCH, Instant.EPOCH);
    }
  }
}
