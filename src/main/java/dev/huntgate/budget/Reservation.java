package dev.huntgate.budget;

import java.time.Duration;
import java.time.Instant;

/**
 * What was set aside for one call that may go; it grows with the time that the call takes.
 *
 * <p>Exactly one of its methods counts, the first that is called.
 */
public interface Reservation {

  /**
   * Ends the reservation with what the call used.
   *
   * @param used running time
   */
  void settle(Duration used);

  /** Ends the reservation of a call that was never sent, as if it had not been asked for. */
  void withdraw();

  /** Ends the reservation with the time since it was granted: our own clock's word. */
  void settleByClock();

  /**
   * Ends the reservation of a call that failed or was given up, with the time since it was granted;
   * whether upstream takes calls again after a pause is not known by that.
   */
  void fail();

  /** Ends the reservation of a call that upstream answered with 429, and pauses until then. */
  void throttled(Instant until);
}
