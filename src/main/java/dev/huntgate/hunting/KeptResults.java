package dev.huntgate.hunting;

import dev.huntgate.access.Caller;
import dev.huntgate.cache.Kept;
import dev.huntgate.cache.Lately;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.Served;
import dev.huntgate.cache.Served.Origin;
import dev.huntgate.cache.SharedResults;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.failure.Failure.ResultGone;
import dev.huntgate.failure.FailureException;
import dev.huntgate.result.RowRange;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The results that are kept, here and by other replicas; nothing of this runs a hunt. */
final class KeptResults {

  /* Within which a second reading of a result is taken for the beginning of many. */
  private static final Duration COMES_BACK = Duration.ofMinutes(10);

  private final ResultCache cache;
  private final SharedResults shared;
  private final Clock clock;
  private final Lately<String> lately;

  KeptResults(ResultCache cache, SharedResults shared, Clock clock) {
    this.cache = cache;
    this.shared = shared;
    this.clock = clock;
    this.lately = new Lately<>(COMES_BACK, () -> clock.millis() * 1_000_000);
    shared.whenPurged(cache::purge);
  }

  /**
   * Reads a result of the caller's tenant.
   *
   * @param argument what a failure names: {@code RESULT_GONE} when the result is no longer kept
   * @param permission throws when the caller may not
   * @param rows those that have to be there; not all of the others need to be
   */
  Uni<Hunt> read(
      Caller caller, String resultId, String argument, Runnable permission, RowRange rows) {
    return Uni.createFrom()
        .deferred(
            () -> {
              permission.run();
              return served(caller, resultId, rows)
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

  /**
   * Some rows of the newest result that another replica kept, if it will do and nothing is kept
   * here; nothing where the whole result had better be read.
   */
  Uni<Optional<Served>> part(ResultKey key, Predicate<? super Kept> willDo, RowRange rows) {
    return shared
        .newest(key)
        .flatMap(
            found ->
                found
                    .filter(willDo)
                    .filter(kept -> !enough(kept.id(), rows).isAll())
                    .map(kept -> kept.read(rows))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
        .map(read -> read.map(this::adopt));
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

  private Uni<Optional<Served>> served(Caller caller, String resultId, RowRange rows) {
    Optional<Served> here =
        cache.find(caller.tenant(), resultId).map(stored -> new Served(stored, Origin.KEPT, true));
    return here.isPresent()
        ? Uni.createFrom().item(here)
        : shared
            .find(caller.tenant(), resultId, enough(resultId, rows))
            .map(found -> found.map(this::adopt));
  }

  /* Who comes back for more is about to page through it, and is served from memory from then on. */
  private RowRange enough(String resultId, RowRange rows) {
    return rows.isAll() || !lately.isNew(resultId) ? RowRange.ALL : rows;
  }

  private Served adopt(StoredResult stored) {
    return stored.result().isWhole()
        ? cache.adopt(stored, Origin.SHARED)
        : new Served(stored, Origin.SHARED, true);
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
