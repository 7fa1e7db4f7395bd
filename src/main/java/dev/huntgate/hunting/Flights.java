package dev.huntgate.hunting;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Terms;
import dev.huntgate.cache.Freshness;
import dev.huntgate.cache.Kept;
import dev.huntgate.cache.Loaded;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.Served;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Cancelled;
import dev.huntgate.failure.Failure.QuotaExhausted;
import dev.huntgate.failure.Failure.UpstreamThrottled;
import dev.huntgate.failure.FailureException;
import dev.huntgate.kql.KqlReading;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The runs under way: equal hunts wait for one of them, each caller no longer than it would.
 *
 * <p>Who joined a run that was refused, because whoever began it would not wait as long, begins it
 * anew for the time that is left.
 */
final class Flights {

  /* Time for the budget to decide on a run that begins at this moment. */
  private static final Duration SHORTEST = Duration.ofMillis(250);

  private final HuntingSource source;
  private final ResultCache cache;
  private final Freshness freshness;
  private final Sharing sharing;
  private final Clock clock;
  private final Map<ResultKey, Flight> flights = new ConcurrentHashMap<>();

  Flights(
      HuntingSource source, ResultCache cache, Freshness freshness, Sharing sharing, Clock clock) {
    this.source = source;
    this.cache = cache;
    this.freshness = freshness;
    this.sharing = sharing;
    this.clock = clock;
  }

  /** A hunt's result: a kept one if it will do, else from a run under way or from a new one. */
  Uni<Served> result(Tenant tenant, HuntQuery query, Predicate<? super Kept> willDo) {
    Instant deadline = clock.instant().plus(query.terms().maxWait());
    return attempt(tenant, query, willDo, deadline);
  }

  private Uni<Served> attempt(
      Tenant tenant, HuntQuery query, Predicate<? super Kept> willDo, Instant deadline) {
    ResultKey key = query.key(tenant);
    return Uni.createFrom()
        .deferred(
            () -> {
              Flight flight = join(key);
              AtomicBoolean impatient = new AtomicBoolean();
              Uni<Served> result =
                  cache.get(key, willDo, () -> start(tenant, query, willDo, deadline, flight));
              return Uni.combine()
                  .any()
                  .of(result, impatience(flight, query, deadline, impatient))
                  .onTermination()
                  .invoke(() -> leave(key, flight))
                  .onFailure(
                      failure ->
                          !impatient.get() && isOthersRefusal(flight, query, failure, deadline))
                  .recoverWithUni(
                      () -> attempt(tenant, withTimeLeft(query, deadline), willDo, deadline));
            });
  }

  /** The run of a hunt that is under way. */
  Optional<Flight> find(ResultKey key) {
    return Optional.ofNullable(flights.get(key));
  }

  /** How many runs the budget has let go upstream, which have not ended. */
  int running() {
    return (int) flights.values().stream().filter(flight -> flight.admittedAt() != null).count();
  }

  /* Before the cache is asked: whoever joins is counted from the beginning. */
  private Flight join(ResultKey key) {
    return flights.compute(
        key,
        (same, known) -> {
          Flight flight = known == null ? new Flight() : known;
          flight.join();
          return flight;
        });
  }

  private void leave(ResultKey key, Flight flight) {
    boolean[] last = {false};
    flights.computeIfPresent(
        key,
        (same, known) -> {
          last[0] = known == flight && flight.leave();
          return last[0] && flight.admittedAt() == null ? null : known;
        });
    if (last[0]) {
      flight.abandon();
    }
  }

  private Uni<Loaded> start(
      Tenant tenant,
      HuntQuery query,
      Predicate<? super Kept> willDo,
      Instant deadline,
      Flight flight) {
    ResultKey key = query.key(tenant);
    flight.begin(query);
    Uni<Loaded> result =
        sharing == Sharing.NONE
            ? run(tenant, query.watchedBy(flight), flight).map(Loaded::bought)
            : new SharedRun(
                    sharing,
                    key,
                    willDo,
                    flight,
                    progress ->
                        run(tenant, withTimeLeft(query, deadline).watchedBy(progress), flight),
                    left(flight, deadline, this::refusal))
                .result();
    return result.onTermination().invoke(() -> flights.remove(key, flight));
  }

  private Uni<StoredResult> run(Tenant tenant, HuntQuery query, Flight flight) {
    return source
        .run(tenant, query)
        .map(answer -> stored(query, query.key(tenant), answer, flight));
  }

  private StoredResult stored(HuntQuery query, ResultKey key, HuntAnswer answer, Flight flight) {
    Instant now = clock.instant();
    Instant began = flight.admittedAt();
    Duration measured = began == null ? Duration.ZERO : Duration.between(began, now);
    Duration cost = answer.runningTime() == null ? measured : answer.runningTime();
    KqlReading reading = KqlReading.read(query.kql(), now);
    Reach reach = Reach.of(reading, query.timespan(), now);
    return new StoredResult(
        ResultCache.newId(),
        key,
        answer.result(),
        HuntWarnings.of(reading, answer.result()),
        cost,
        now,
        now.plus(freshness.of(reach.actual())));
  }

  /** Fails when somebody who joined would wait no longer; never brings an item. */
  private Uni<Served> impatience(
      Flight flight, HuntQuery query, Instant deadline, AtomicBoolean impatient) {
    return Uni.createFrom()
        .deferred(
            () -> {
              // Whoever began the run is refused by the ledger itself when its time is up.
              if (flight.isOf(query)) {
                return Uni.createFrom().nothing();
              }
              return left(
                  flight,
                  deadline,
                  () -> {
                    impatient.set(true);
                    return refusal();
                  });
            });
  }

  /* Fails when the budget has not let the run go at the deadline; never brings an item. */
  private <T> Uni<T> left(Flight flight, Instant deadline, Supplier<FailureException> refusal) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Duration left = Duration.between(clock.instant(), deadline);
              return flight
                  .admission()
                  .ifNoItem()
                  .after(left.compareTo(SHORTEST) < 0 ? SHORTEST : left)
                  .failWith(refusal)
                  .flatMap(admitted -> Uni.createFrom().nothing());
            });
  }

  private FailureException refusal() {
    return new FailureException(
        new QuotaExhausted(
            "An equal hunt waits for the tenant's budget longer than this one would;"
                + " try again later, or allow a longer maxWait.",
            clock.instant().plusSeconds(1)));
  }

  private boolean isOthersRefusal(
      Flight flight, HuntQuery query, Throwable thrown, Instant deadline) {
    Failure failure = thrown instanceof FailureException known ? known.failure() : null;
    if (failure instanceof Cancelled) {
      // Of a run that was given up as this caller came.
      return true;
    }
    boolean refusal =
        failure instanceof QuotaExhausted
            || (failure instanceof UpstreamThrottled && flight.admittedAt() == null);
    return refusal && !flight.isOf(query) && clock.instant().isBefore(deadline);
  }

  private HuntQuery withTimeLeft(HuntQuery query, Instant deadline) {
    Terms terms = query.terms();
    Duration left = Duration.between(clock.instant(), deadline);
    return query.on(
        new Terms(terms.caller(), terms.priority(), left.isNegative() ? Duration.ZERO : left));
  }
}
