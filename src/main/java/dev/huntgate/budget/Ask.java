package dev.huntgate.budget;

import dev.huntgate.access.Caller;
import java.time.Duration;

/**
 * The wish to make one upstream call.
 *
 * @param estimate the running time that is expected; zero where only calls are counted
 * @param maxWait how long the caller would wait to be admitted
 */
public record Ask(
    Operation operation, Caller caller, Priority priority, Duration estimate, Duration maxWait) {

  /** A call whose running time is not budgeted, by somebody who does not wait. */
  public static Ask now(Operation operation, Caller caller) {
    return new Ask(operation, caller, Priority.INTERACTIVE, Duration.ZERO, Duration.ZERO);
  }
}
