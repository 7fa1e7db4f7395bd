package dev.huntgate.access;

import dev.huntgate.failure.Failure.Forbidden;
import dev.huntgate.failure.FailureException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a good token says of who holds it.
 *
 * @param callers the holder as a caller for each tenant that they may ask for, the usual one first;
 *     empty when they may ask for none that is served
 * @param expiry until when it is good
 */
public record Passport(List<Caller> callers, Instant expiry) {

  public Passport {
    callers = List.copyOf(callers);
  }

  /**
   * The holder as a caller.
   *
   * @param chosen the tenant that they ask for by name; null for the usual one
   * @throws FailureException {@code FORBIDDEN} when they may not ask for it
   */
  public Caller caller(@Nullable String chosen) {
    Caller caller = callerFor(chosen);
    if (caller != null) {
      return caller;
    }
    throw new FailureException(
        new Forbidden(
            chosen == null
                ? "Your token is for no tenant that is served here."
                : "You may not ask for the tenant in the header " + Callers.TENANT_HEADER + "."));
  }

  /** Likewise; null when they may not ask for it. */
  @Nullable Caller callerFor(@Nullable String chosen) {
    for (Caller caller : callers) {
      if (chosen == null || caller.tenant().name().equalsIgnoreCase(chosen)) {
        return caller;
      }
    }
    return null;
  }

  boolean isGoodAt(Instant time) {
    return time.isBefore(expiry);
  }
}
