package dev.huntgate.hunting;

import dev.huntgate.access.Caller;
import dev.huntgate.cache.Kept;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.Served;
import dev.huntgate.cache.Served.Origin;
import dev.huntgate.cache.SharedResults;
import dev.huntgate.failure.Failure.ResultGone;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The results that are kept, here and by other replicas; nothing of this runs a hunt. */
final class KeptResults {

  private final ResultCache cache;
  private final SharedResults shared;
  private final Clock clock;

  KeptResults(ResultCache cache, SharedResults shared, Clock clock) {
    this.cache = cache;
    this.shared = shared;
    this.clock = clock;
    shared.whenPurged(cache::purge);
  }

  /**
   * Reads a result of the caller's tenant.
   *
   * @param argument what a failure names: {@code RESULT_GONE} when the result is no longer kept
   * @param permission throws when the caller may not
   */
  Uni<Hunt> read(Caller caller, String resultId, String argument, Runnable permission) {
    return Uni.createFrom()
        .deferred(
            () -> {
              permission.run();
              return served(caller, resultId)
                  .map(served -> hunt(served.orElseThrow(() -> gone(argument))));
            });
  }

  /** Whether a result under this key is kept anywhere that will do. */
  Uni<Boolean> has(ResultKey key, Predicate<? super Kept> willDo) {
    return cache.latest(key).filter(willDo).isPresent()
        ? Uni.createFrom().item(true)
        : shared.newest(key).map(found -> found.filter(willDo).isPresent());
  }

  /**
   * The newest result that another replica kept, if it will do.
   *
   * @param origin what its caller is told of where it came from
   */
  Uni<Optional<Served>> elsewhere(ResultKey key, Predicate<? super Kept> willDo, Origin origin) {
    return shared.newest(key, willDo).map(read -> read.map(stored -> cache.adopt(stored, origin)));
  }

  /** Drops what is kept under a key, here and elsewhere; answers how many results that were. */
  Uni<Integer> purge(ResultKey key) {
    Set<String> ids = new HashSet<>(cache.purge(key::equals));
    return shared
        .purge(key)
        .map(
            elsewhere -> {
              ids.addAll(elsewhere);
              return ids.size();
            });
  }

  private Uni<Optional<Served>> served(Caller caller, String resultId) {
    Optional<Served> here =
        cache.find(caller.tenant(), resultId).map(stored -> new Served(stored, Origin.KEPT, true));
    return here.isPresent()
        ? Uni.createFrom().item(here)
        : shared
            .find(caller.tenant(), resultId)
            .map(found -> found.map(stored -> cache.adopt(stored, Origin.SHARED)));
  }

  private Hunt hunt(Served served) {
    Instant now = clock.instant();
    return new Hunt(served, HuntWarnings.of(served, now), !served.stored().isFresh(now));
  }

  private static FailureException gone(String argument) {
    return new FailureException(
        new ResultGone(
            argument,
            "The result that " + argument + " points to is no longer kept; run the hunt again."));
  }
}
