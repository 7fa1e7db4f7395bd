package dev.huntgate.hunting;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Terms;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Cancelled;
import dev.huntgate.failure.Failure.QuotaExhausted;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs under way: equal hunts wait for one of them, each caller no longer than it would.
 *
 * <p>Who joined a run that was refused, because whoever began it would not wait as long, begins it
 * anew for the time that is left.
 */
final class Flights {

  /**
   * A hunt's result.
   *
   * @param kept whether it was there already
   */
  record Found(StoredResult stored, boolean kept) {}

  private final HuntingSource source;
  private final ResultCache cache;
  private final Clock clock;
  private final Map<ResultKey, Flight> flights = new ConcurrentHashMap<>();

  Flights(HuntingSource source, ResultCache cache, Clock clock) {
    this.source = source;
    this.cache = cache;
    this.clock = clock;
  }

  /** A hunt's result: kept, from a run under way, or from a new one. */
  Uni<Found> result(Tenant tenant, HuntQuery query) {
    Instant deadline = clock.instant().plus(query.terms().maxWait());
    ResultKey key = new ResultKey(tenant, query.canonical(), query.timespan());
    return attempt(tenant, key, query, deadline);
  }

  private Uni<Found> attempt(Tenant tenant, ResultKey key, HuntQuery query, Instant deadline) {
    return Uni.createFrom()
        .deferred(
            () -> {
              boolean[] begun = {false};
              Uni<StoredResult> result =
                  cache.get(
                      key,
                      () -> {
                        begun[0] = true;
                        return start(tenant, key, query);
                      });
              Flight flight = flights.get(key);
              return flight == null
                  ? result.map(stored -> new Found(stored, !begun[0]))
                  : joined(flight, result, query, deadline)
                      .map(stored -> new Found(stored, false))
                      .onFailure(failure -> isOthersRefusal(flight, query, failure, deadline))
                      .recoverWithUni(
                          () -> attempt(tenant, key, withTimeLeft(query, deadline), deadline));
            });
  }

  private Uni<StoredResult> start(Tenant tenant, ResultKey key, HuntQuery query) {
    Flight flight = new Flight(query);
    flights.put(key, flight);
    return flight
        .untilAbandoned(source.run(tenant, query.watchedBy(flight)))
        .map(answer -> stored(answer, flight))
        .onTermination()
        .invoke(() -> flights.remove(key, flight));
  }

  private StoredResult stored(HuntAnswer answer, Flight flight) {
    Instant now = clock.instant();
    Instant began = flight.admittedAt();
    Duration measured = began == null ? Duration.ZERO : Duration.between(began, now);
    Duration cost = answer.runningTime() == null ? measured : answer.runningTime();
    return new StoredResult(ResultCache.newId(), answer.result(), cost, now);
  }

  private Uni<StoredResult> joined(
      Flight flight, Uni<StoredResult> result, HuntQuery query, Instant deadline) {
    flight.join();
    // Whoever began the run is refused by the ledger itself when its time is up.
    Uni<StoredResult> waited =
        flight.isOf(query) ? result : Uni.combine().any().of(result, impatience(flight, deadline));
    return waited.onTermination().invoke(flight::leave);
  }

  private Uni<StoredResult> impatience(Flight flight, Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    return flight
        .admission()
        .ifNoItem()
        .after(left.isNegative() || left.isZero() ? Duration.ofMillis(1) : left)
        .failWith(
            () ->
                new FailureException(
                    new QuotaExhausted(
                        "An equal hunt waits for the tenant's budget longer than this one would;"
                            + " try again later, or allow a longer maxWait.",
                        clock.instant().plusSeconds(1))))
        .flatMap(admitted -> Uni.createFrom().nothing());
  }

  private boolean isOthersRefusal(
      Flight flight, HuntQuery query, Throwable thrown, Instant deadline) {
    Failure failure = thrown instanceof FailureException known ? known.failure() : null;
    boolean mayDiffer = failure instanceof QuotaExhausted || failure instanceof Cancelled;
    return mayDiffer && !flight.isOf(query) && clock.instant().isBefore(deadline);
  }

  private HuntQuery withTimeLeft(HuntQuery query, Instant deadline) {
    Terms terms = query.terms();
    Duration left = Duration.between(clock.instant(), deadline);
    return query.on(new Terms(terms.caller(), terms.priority(), left));
  }
}
