package dev.huntgate.budget;

import dev.huntgate.failure.Failure.QuotaExhausted;
import dev.huntgate.failure.FailureException;
import java.util.Locale;

/** Puts a refusal into words for the caller. */
public final class Refusals {

  private Refusals() {}

  public static FailureException of(Operation operation, Admission.Refused refused) {
    CallWindow window = refused.window();
    String what = operation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new FailureException(
        new QuotaExhausted(
            "The tenant's budget of %d calls per %s for %s is spent; the next call fits at %s."
                .formatted(window.limit(), window.duration(), what, refused.retryAt()),
            refused.retryAt()));
  }
}
