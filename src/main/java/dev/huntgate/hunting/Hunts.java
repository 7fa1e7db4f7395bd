package dev.huntgate.hunting;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Spending;
import dev.huntgate.budget.Terms;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.CacheEvents;
import dev.huntgate.cache.Freshness;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.Served;
import dev.huntgate.cache.Served.Origin;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.failure.Failure.Forbidden;
import dev.huntgate.failure.Failure.ResultGone;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Hunts as callers ask for them: run, answered from a kept result, or read again. */
public final class Hunts {

  private final Flights flights;
  private final ResultCache cache;
  private final CacheEvents events;
  private final Ledger ledger;
  private final RunningTimes times;
  private final Spending spending;
  private final RefreshAhead refresh;
  private final Clock clock;

  public Hunts(
      HuntingSource source,
      ResultCache cache,
      CacheConfig config,
      CacheEvents events,
      Ledger ledger,
      RunningTimes times,
      Spending spending,
      Clock clock) {
    this.flights = new Flights(source, cache, Freshness.of(config), clock);
    this.cache = cache;
    this.events = events;
    this.ledger = ledger;
    this.times = times;
    this.spending = spending;
    this.refresh = new RefreshAhead(ledger, config.refreshAbove());
    this.clock = clock;
  }

  /**
   * Answers a hunt from a kept result that will do, else runs it, else from one that is too old.
   *
   * <p>Fails with {@code FORBIDDEN} when its caller may not hunt, or when it may not run and
   * nothing that will do is kept.
   */
  public Uni<Hunt> run(HuntRequest request) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Tenant tenant = tenantOf(request);
              HuntQuery query = HuntQuery.of(request);
              return served(tenant, query, request).map(served -> hunt(tenant, query, served));
            });
  }

  /** What running a hunt would take; costs nothing, but is for those who may hunt. */
  public Uni<HuntEstimate> estimate(HuntRequest request) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Tenant tenant = tenantOf(request);
              HuntQuery query = HuntQuery.of(request);
              RunningTimes.Expected expected = times.expected(query.historyKey(tenant));
              boolean kept =
                  cache.latest(query.key(tenant)).filter(willDo(request.maxAge())).isPresent();
              return ledger
                  .expected(tenant, BudgetedHuntingSource.ask(times, tenant, query))
                  .map(admittedAt -> new HuntEstimate(expected, admittedAt, kept));
            });
  }

  /**
   * Looks whether a hunt can be asked for; runs and spends nothing.
   *
   * @throws FailureException when its query or timespan cannot be used, or its caller may not hunt
   */
  public void check(HuntRequest request) {
    tenantOf(request);
    HuntQuery.of(request);
  }

  /**
   * How far a hunt is that was asked for; nothing when it is not under way.
   *
   * @throws FailureException when the query cannot be asked at all, or its caller may not hunt
   */
  public Uni<Optional<HuntProgress>> progress(HuntRequest request) {
    Tenant tenant = tenantOf(request);
    HuntQuery query = HuntQuery.of(request);
    return flights
        .find(query.key(tenant))
        .map(
            flight ->
                flight
                    .progress(clock.instant(), times.expected(query.historyKey(tenant)))
                    .map(Optional::of))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  /**
   * Reads a kept result again, and never runs its hunt; for those who may hunt in any way.
   *
   * @param argument what a failure names: {@code RESULT_GONE} when the result is no longer kept
   */
  public Uni<Hunt> reread(Caller caller, String resultId, String argument) {
    return kept(caller, resultId, argument, caller::requireHunting);
  }

  /** Likewise, for a file; for those who may export, whether they hunt or not. */
  public Uni<Hunt> export(Caller caller, String resultId, String argument) {
    return kept(caller, resultId, argument, () -> caller.require(Permission.EXPORT));
  }

  private Uni<Hunt> kept(Caller caller, String resultId, String argument, Runnable permission) {
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

  /** A kept result answered a caller once more, without anybody asking for the hunt here. */
  public void again(StoredResult stored, Terms terms) {
    Tenant tenant = stored.key().tenant();
    events.answered(tenant, Origin.KEPT, stored.runningTime());
    HuntQuery query = HuntQuery.of(stored.key(), terms);
    spending.saved(tenant, terms.caller(), query.hunted(), stored.runningTime());
    refresh.served(tenant, query, stored, clock.instant(), flights);
  }

  /**
   * Whether a result answers this hunt.
   *
   * @throws FailureException {@code FORBIDDEN} when its caller may not hunt
   */
  public boolean answers(StoredResult stored, HuntRequest request) {
    return stored.key().equals(HuntQuery.of(request).key(tenantOf(request)));
  }

  /**
   * Drops what is kept of a hunt; answers how many results that were.
   *
   * @throws FailureException {@code FORBIDDEN} when its caller may not hunt
   */
  public int purge(HuntRequest request) {
    return cache.purge(HuntQuery.of(request).key(tenantOf(request)));
  }

  private static Tenant tenantOf(HuntRequest request) {
    Caller caller = request.terms().caller();
    if (request.saved()) {
      caller.requireHunting();
    } else {
      caller.require(Permission.HUNTING_ADHOC);
    }
    return caller.tenant();
  }

  private Uni<Served> served(Tenant tenant, HuntQuery query, HuntRequest request) {
    Predicate<StoredResult> willDo = willDo(request.maxAge());
    Optional<StoredResult> kept = cache.latest(query.key(tenant)).filter(willDo);
    if (kept.isPresent()) {
      refresh.served(tenant, query, kept.get(), clock.instant(), flights);
      return Uni.createFrom().item(new Served(kept.get(), Origin.KEPT, true));
    }
    return request.maySpend() ? bought(tenant, query, willDo) : notKept();
  }

  private Uni<Served> bought(Tenant tenant, HuntQuery query, Predicate<StoredResult> willDo) {
    ResultKey key = query.key(tenant);
    return flights
        .result(tenant, query, willDo)
        .onFailure(StaleAnswers::helpWith)
        .recoverWithUni(
            failure ->
                cache
                    .latest(key)
                    .map(old -> Uni.createFrom().item(new Served(old, Origin.STALE, true)))
                    .orElseGet(() -> Uni.createFrom().failure(failure)));
  }

  private Hunt hunt(Tenant tenant, HuntQuery query, Served served) {
    StoredResult stored = served.stored();
    Duration saved = served.origin() == Origin.BOUGHT ? Duration.ZERO : stored.runningTime();
    events.answered(tenant, served.origin(), saved);
    if (served.isHit()) {
      spending.saved(tenant, query.terms().caller(), query.hunted(), stored.runningTime());
    }
    return new Hunt(
        served, HuntWarnings.of(served, clock.instant()), served.origin() == Origin.STALE);
  }

  private Predicate<StoredResult> willDo(@Nullable Duration maxAge) {
    Instant now = clock.instant();
    return maxAge == null
        ? stored -> stored.isFresh(now)
        : stored -> !maxAge.isZero() && stored.age(now).compareTo(maxAge) <= 0;
  }

  private static Uni<Served> notKept() {
    return Uni.createFrom()
        .failure(
            new FailureException(
                new Forbidden(
                    "No kept result answers this hunt, and a GET runs none; send it by POST, or"
                        + " with a header GraphQL-Preflight of any value.")));
  }

  private static FailureException gone(String argument) {
    return new FailureException(
        new ResultGone(
            argument,
            "The result that " + argument + " points to is no longer kept; run the hunt again."));
  }
}
