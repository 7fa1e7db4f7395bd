package dev.huntgate.failure;

import dev.huntgate.failure.Failure.Overloaded;
import dev.huntgate.failure.Failure.QuotaExhausted;
import dev.huntgate.failure.Failure.UpstreamMisfit;
import dev.huntgate.failure.Failure.UpstreamTimeout;
import dev.huntgate.failure.Failure.UpstreamUnavailable;
import io.smallrye.faulttolerance.api.RateLimitException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Turns what a fault tolerance guard throws into failures. */
public final class GuardFailures {

  private GuardFailures() {}

  /** The failure that a guard's exception means; anything else as it is. */
  public static Throwable of(Throwable thrown) {
    if (thrown instanceof TimeoutException) {
      return new FailureException(
          new UpstreamTimeout("Upstream did not answer in time.", null), thrown);
    }
    if (thrown instanceof CircuitBreakerOpenException) {
      return new FailureException(
          new UpstreamUnavailable(
              "Upstream failed several times in a row; it is not asked again for some seconds.",
              null,
              false),
          thrown);
    }
    if (thrown instanceof BulkheadException || thrown instanceof RateLimitException) {
      return new FailureException(
          new Overloaded("Too many upstream calls are running; try again in a moment."), thrown);
    }
    return thrown;
  }

  /** Whether upstream itself, rather than the request, seems to be at fault. */
  public static boolean isOutage(Throwable thrown) {
    return thrown instanceof TimeoutException
        || (thrown instanceof FailureException failure
            && (failure.failure() instanceof UpstreamUnavailable
                || failure.failure() instanceof UpstreamTimeout));
  }

  /** Whether upstream was reached and failed to answer, so that an easier question may help. */
  public static boolean isFailingAnswer(Throwable thrown) {
    return thrown instanceof FailureException failure
        && (failure.failure() instanceof UpstreamTimeout
            || failure.failure() instanceof UpstreamMisfit
            || (failure.failure() instanceof UpstreamUnavailable unavailable
                && unavailable.sent()));
  }

  /** Whether a call that only reads may be tried again at once. */
  public static boolean isRepeatable(Throwable thrown) {
    return thrown instanceof FailureException failure
        && failure.failure() instanceof UpstreamUnavailable
        && !(failure.getCause() instanceof CircuitBreakerOpenException);
  }

  /** Whether certainly nothing was sent, by our own refusal or for lack of a connection. */
  public static boolean isNotBegun(Throwable thrown) {
    return thrown instanceof FailureException failure
        && (failure.failure() instanceof QuotaExhausted
            || failure.failure() instanceof Overloaded
            || (failure.failure() instanceof UpstreamUnavailable unavailable
                && !unavailable.sent()));
  }

  /** Whether a call that costs may be tried again, because it certainly was not begun. */
  public static boolean isUnsent(Throwable thrown) {
    return isRepeatable(thrown)
        && thrown instanceof FailureException failure
        && failure.failure() instanceof UpstreamUnavailable unavailable
        && !unavailable.sent();
  }
}
