package dev.huntgate.hunting;

import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureException;

/** When an older result is better than no answer: when waiting would help, and nothing else. */
final class StaleAnswers {

  private StaleAnswers() {}

  /** Whether the budget could not pay, or upstream could not be reached. */
  static boolean helpWith(Throwable thrown) {
    Failure failure = thrown instanceof FailureException known ? known.failure() : null;
    return failure instanceof Failure.QuotaExhausted
        || failure instanceof Failure.UpstreamThrottled
        || failure instanceof Failure.UpstreamUnavailable
        || failure instanceof Failure.UpstreamTimeout
        || failure instanceof Failure.Overloaded;
  }
}
