package dev.huntgate.hunting;

import dev.huntgate.access.Caller;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.cache.Served;
import dev.huntgate.cache.Served.Origin;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.failure.Failure.ResultGone;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;

/** Results as they are read again by their ids, which never runs a hunt. */
final class KeptResults {

  private final ResultCache cache;
  private final Clock clock;

  KeptResults(ResultCache cache, Clock clock) {
    this.cache = cache;
    this.clock = clock;
  }

  /**
   * Reads a result of the caller's tenant.
   *
   * @param argument what a failure names: {@code RESULT_GONE} when the result is no longer kept
   * @param permission throws when the caller may not
   */
  Uni<Hunt> read(Caller caller, String resultId, String argument, Runnable permission) {
    return Uni.createFrom()
        .item(
            () -> {
              permission.run();
              StoredResult stored =
                  cache.find(caller.tenant(), resultId).orElseThrow(() -> gone(argument));
              Served served = new Served(stored, Origin.KEPT, true);
              Instant now = clock.instant();
              return new Hunt(served, HuntWarnings.of(served, now), !stored.isFresh(now));
            });
  }

  private static FailureException gone(String argument) {
    return new FailureException(
        new ResultGone(
            argument,
            "The result that " + argument + " points to is no longer kept; run the hunt again."));
  }
}
