package dev.huntgate.budget;

import java.time.Instant;

/** The ledger's answer to the wish to call upstream. */
public sealed interface Admission {

  /** The call may go, and is counted. */
  record Granted() implements Admission {}

  /**
   * The call may not go now, and is not counted.
   *
   * @param retryAt when there is room again if nobody else takes it
   * @param window the window that is full
   */
  record Refused(Instant retryAt, CallWindow window) implements Admission {}
}
