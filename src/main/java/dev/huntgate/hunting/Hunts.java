package dev.huntgate.hunting;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import dev.huntgate.audit.Audit;
import dev.huntgate.audit.AuditEvent;
import dev.huntgate.audit.AuditEvent.Way;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Spending;
import dev.huntgate.budget.Terms;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.CacheEvents;
import dev.huntgate.cache.Freshness;
import dev.huntgate.cache.Kept;
import dev.huntgate.cache.Ready;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.Served;
import dev.huntgate.cache.Served.Origin;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.failure.Failure.Forbidden;
import dev.huntgate.failure.FailureException;
import dev.huntgate.result.RowRange;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hunts as callers ask for them: run, answered from a kept result, or read again. */
public final class Hunts {

  private final Flights flights;
  private final ResultCache cache;
  private final KeptResults kept;
  private final CacheEvents events;
  private final Ledger ledger;
  private final RunningTimes times;
  private final Spending spending;
  private final RefreshAhead refresh;
  private final HuntAudit audit;
  private final Clock clock;

  public Hunts(
      HuntingSource source,
      ResultCache cache,
      CacheConfig config,
      CacheEvents events,
      Ledger ledger,
      RunningTimes times,
      Spending spending,
      Audit audit,
      Sharing sharing,
      Clock clock) {
    this.flights = new Flights(source, cache, Freshness.of(config), sharing, clock);
    this.cache = cache;
    this.kept = new KeptResults(cache, sharing.results(), clock);
    this.events = events;
    this.ledger = ledger;
    this.times = times;
    this.spending = spending;
    this.audit = new HuntAudit(audit, () -> clock.millis() * 1_000_000);
    this.refresh = new RefreshAhead(ledger, config.refreshAbove(), this.audit);
    this.clock = clock;
  }

  /**
   * Answers a hunt from a kept result that will do, else runs it, else from one that is too old.
   *
   * <p>Fails with {@code FORBIDDEN} when its caller may not hunt, or when it may not run and
   * nothing that will do is kept.
   */
  public Uni<Hunt> run(HuntRequest request) {
    return run(request, RunOfJob.NONE);
  }

  /**
   * Likewise, for a hunt that is a job.
   *
   * @param job the job, for the audit
   */
  public Uni<Hunt> run(HuntRequest request, RunOfJob job) {
    return run(request, RowRange.ALL, job);
  }

  /**
   * Likewise, for a hunt that may become a job.
   *
   * @param rows those that have to be there; not all of the others need to be
   * @param job the job, for the audit
   */
  public Uni<Hunt> run(HuntRequest request, RowRange rows, RunOfJob job) {
    return audit.run(
        request,
        job,
        Uni.createFrom()
            .deferred(
                () -> {
                  Tenant tenant = tenantOf(request);
                  HuntQuery query = HuntQuery.of(request);
                  return served(tenant, query, request, rows)
                      .map(served -> hunt(tenant, query, served));
                }));
  }

  /** What running a hunt would take; costs nothing, but is for those who may hunt. */
  public Uni<HuntEstimate> estimate(HuntRequest request) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Tenant tenant = tenantOf(request);
              HuntQuery query = HuntQuery.of(request);
              RunningTimes.Expected expected = times.expected(query.historyKey(tenant));
              Uni<Boolean> willDo = kept.has(query.key(tenant), willDo(request.maxAge()));
              return ledger
                  .expected(tenant, BudgetedHuntingSource.ask(times, tenant, query))
                  .flatMap(
                      admittedAt -> willDo.map(is -> new HuntEstimate(expected, admittedAt, is)));
            });
  }

  /**
   * Looks whether a hunt can be asked for; runs and spends nothing. Audited only when it cannot.
   *
   * @throws FailureException when its query or timespan cannot be used, or its caller may not hunt
   */
  public void check(HuntRequest request) {
    try {
      tenantOf(request);
      HuntQuery.of(request);
    } catch (RuntimeException refusal) {
      refused(request, refusal);
      throw refusal;
    }
  }

  /** A hunt is not run although it could be asked for, which is audited. */
  public void refused(HuntRequest request, Throwable why) {
    audit.refused(request, null, AuditEvent.code(why));
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

  /** How many hunts upstream runs at this moment, whoever waits for them. */
  public int running() {
    return flights.running();
  }

  /**
   * Reads a kept result again, and never runs its hunt; for those who may hunt in any way.
   *
   * @param argument what a failure names: {@code RESULT_GONE} when the result is no longer kept
   */
  public Uni<Hunt> reread(Caller caller, String resultId, String argument) {
    return reread(caller, resultId, argument, RowRange.ALL, stored -> {});
  }

  /**
   * Likewise.
   *
   * @param rows those that have to be there; not all of the others need to be
   * @param check throws a failure when it is not the result that the caller means
   */
  public Uni<Hunt> reread(
      Caller caller,
      String resultId,
      String argument,
      RowRange rows,
      Consumer<StoredResult> check) {
    return audit.reading(
        caller,
        kept.read(caller, resultId, argument, caller::requireHunting, rows)
            .onItem()
            .invoke(hunt -> check.accept(hunt.stored())));
  }

  /**
   * Likewise, for a file; for those who may export, whether they hunt or not. Who writes the file
   * audits that.
   */
  public Uni<Hunt> export(Caller caller, String resultId, String argument) {
    return kept.read(
        caller, resultId, argument, () -> caller.require(Permission.EXPORT), RowRange.ALL);
  }

  /** A kept result was used once more, without anybody asking for it here. */
  public void again(Ready.Use use, Terms terms) {
    if (use.newest()) {
      again(use.stored(), terms);
    } else {
      audit.again(Way.READ, terms.caller(), use.stored());
    }
  }

  /* A kept result answered a hunt once more, without anybody asking for the hunt here. */
  private void again(StoredResult stored, Terms terms) {
    audit.again(Way.HUNT, terms.caller(), stored);
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
   * Drops what is kept of a hunt, here and at other replicas; answers how many results that were.
   *
   * @throws FailureException {@code FORBIDDEN} when its caller may not hunt
   */
  public Uni<Integer> purge(HuntRequest request) {
    return kept.purge(HuntQuery.of(request).key(tenantOf(request)));
  }

  private static Tenant tenantOf(HuntRequest request) {
    Caller caller = request.terms().caller();
    if (request.savedHunt() != null) {
      caller.requireHunting();
    } else {
      caller.require(Permission.HUNTING_ADHOC);
    }
    return caller.tenant();
  }

  private Uni<Served> served(Tenant tenant, HuntQuery query, HuntRequest request, RowRange rows) {
    Predicate<Kept> willDo = willDo(request.maxAge());
    ResultKey key = query.key(tenant);
    Optional<StoredResult> here = cache.latest(key).filter(willDo);
    if (here.isPresent()) {
      refresh.served(tenant, query, here.get(), clock.instant(), flights);
      return Uni.createFrom().item(new Served(here.get(), Origin.KEPT, true));
    }
    Supplier<Uni<Served>> whole =
        () ->
            request.maySpend()
                ? bought(tenant, query, willDo)
                : kept.elsewhere(key, willDo, Origin.SHARED)
                    .map(found -> found.orElseThrow(Hunts::notKept));
    // Who comes while a run is under way gets its result, which will be here whole.
    return rows.isAll() || flights.find(key).isPresent()
        ? whole.get()
        : kept.part(key, willDo, rows)
            .flatMap(part -> part.map(served -> Uni.createFrom().item(served)).orElseGet(whole));
  }

  private Uni<Served> bought(Tenant tenant, HuntQuery query, Predicate<Kept> willDo) {
    ResultKey key = query.key(tenant);
    return flights
        .result(tenant, query, willDo)
        .onFailure(StaleAnswers::helpWith)
        .recoverWithUni(
            failure ->
                cache
                    .latest(key)
                    .map(old -> Uni.createFrom().item(new Served(old, Origin.STALE, true)))
                    .orElseGet(
                        () ->
                            kept.elsewhere(key, any -> true, Origin.STALE)
                                .flatMap(
                                    old ->
                                        old.map(served -> Uni.createFrom().item(served))
                                            .orElseGet(() -> Uni.createFrom().failure(failure)))));
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

  private Predicate<Kept> willDo(@Nullable Duration maxAge) {
    Instant now = clock.instant();
    return maxAge == null
        ? stored -> stored.isFresh(now)
        : stored -> !maxAge.isZero() && stored.age(now).compareTo(maxAge) <= 0;
  }

  private static FailureException notKept() {
    return new FailureException(
        new Forbidden(
            "No kept result answers this hunt, and a GET runs none; send it by POST, or with a"
                + " header GraphQL-Preflight of any value."));
  }
}
