package dev.huntgate.budget;

import dev.huntgate.budget.Admission.Reason;
import dev.huntgate.budget.Admission.Refused;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.QuotaExhausted;
import dev.huntgate.failure.Failure.UpstreamThrottled;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.util.Locale;
import java.util.function.Supplier;

/** Runs a call when it is admitted, and settles what it used however it ends. */
public final class Admissions {

  private Admissions() {}

  /**
   * Runs a call that an admission is for.
   *
   * @param call sends the call; only ever after it was granted
   * @param settle ends the reservation of a call that succeeded
   */
  public static <T> Uni<T> run(
      Ask ask, Uni<Admission> admission, Supplier<Uni<T>> call, Settlement<T> settle) {
    return Uni.createFrom()
        .emitter(emitter -> new Errand<>(ask, call, settle, emitter).follow(admission));
  }

  /** Ends the reservation of a call that succeeded. */
  public interface Settlement<T> {
    void settle(Reservation reservation, T answer);
  }

  static <T> Uni<T> settled(Reservation reservation, Supplier<Uni<T>> call, Settlement<T> settle) {
    return Uni.createFrom()
        .deferred(call::get)
        .onItem()
        .invoke(answer -> settle.settle(reservation, answer))
        .onFailure()
        .invoke(failure -> settleFailed(reservation, failure))
        .onCancellation()
        .invoke(reservation::fail);
  }

  /** A failed call costs what it used; one that was never sent, nothing. */
  private static void settleFailed(Reservation reservation, Throwable thrown) {
    Failure failure = thrown instanceof FailureException known ? known.failure() : null;
    if (failure instanceof UpstreamThrottled throttled) {
      reservation.throttled(throttled.retryAt());
    } else if (failure instanceof Failure.Overloaded
        || (failure instanceof Failure.UpstreamUnavailable unavailable && !unavailable.sent())) {
      reservation.withdraw();
    } else {
      reservation.fail();
    }
  }

  static FailureException failure(Ask ask, Refused refused) {
    String what = ask.operation().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String then = "; try again at " + refused.retryAt() + ".";
    if (refused.reason() == Reason.PAUSED) {
      return new FailureException(
          new UpstreamThrottled(
              "Upstream allows no further calls for now (" + what + ")" + then,
              refused.retryAt(),
              null));
    }
    return new FailureException(
        new QuotaExhausted(
            (refused.reason() == Reason.CROWDED
                    ? "Too many callers wait for the tenant's budget ("
                    : "The tenant's budget is spent for now (")
                + what
                + ")"
                + then,
            refused.retryAt()));
  }
}
