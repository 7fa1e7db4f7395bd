package dev.huntgate.budget.day;

import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.BudgetPreset;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Shares;
import dev.huntgate.budget.Terms;
import dev.huntgate.budget.day.StrictUpstream.Refusal;
import dev.huntgate.budget.day.Wishes.Wish;
import dev.huntgate.cache.CacheEvents;
import dev.huntgate.cache.CachingForTests;
import dev.huntgate.cache.Loaded;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.failure.Failure.QuotaExhausted;
import dev.huntgate.failure.Failure.UpstreamThrottled;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.BudgetedHuntingSource;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.hunting.HuntQuery;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One day of Huntgate: the real result cache, the real ledger and the real chain between, on
 * virtual time.
 *
 * <p>Modelled is only how callers share a run that waits for the budget, since that waits on real
 * time: who joined leaves when its own time is up, and begins anew when the run was refused before.
 */
public final class Day {

  private static final int COMEBACKS = 3;
  private static final int JITTER = 500;
  private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
  private static final Result RESULT = new ResultBuilder(List.of()).build();

  private final Variant variant;
  private final Wishes wishes;
  private final VirtualTime time = new VirtualTime(START);
  private final StrictUpstream upstream;
  private final WatchedLedger ledger;
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final ResultCache cache;
  private final HuntingSource source;
  private final Random network;
  private final Random people;
  private final boolean stated;
  private final DayReport report;
  private final Map<ResultKey, boolean[]> flights = new HashMap<>();

  private Day(Scenario scenario, Variant variant, long seed) {
    this.variant = variant;
    this.wishes = new Wishes(scenario, seed, START);
    this.upstream = new StrictUpstream(variant, true);
    this.network = new Random(seed ^ 0x5EED);
    this.people = new Random(seed ^ 0xCA11);
    this.stated = scenario.stated();
    this.report = new DayReport(scenario, variant, seed);
    BudgetRules rules =
        new BudgetRules(Duration.ofSeconds(1), scenario.opening(), 1000, Shares.DEFAULT, 0.005);
    this.ledger =
        new WatchedLedger(
            new InMemoryLedger(tenant -> BudgetPreset.TERMS.pools(), rules, time, time), time);
    this.cache =
        new ResultCache(
            CachingForTests.keeping(134_217_728, FRESH),
            CacheEvents.UNWATCHED,
            () -> time.millis() * 1_000_000);
    this.source =
        new BudgetedHuntingSource(
            this::send, ledger, new RunningTimes(Duration.ofSeconds(10)), time);
  }

  /** Lives through the day. */
  public static DayReport of(Scenario scenario, Variant variant, long seed) {
    return new Day(scenario, variant, seed).live();
  }

  private DayReport live() {
    long began = System.nanoTime();
    wishes.all().forEach(wish -> time.at(wish.time(), () -> ask(wish, 0)));
    time.runUntil(START + StrictUpstream.DAY);
    report.nanos = System.nanoTime() - began;
    report.close(upstream, ledger, wishes, START);
    return report;
  }

  private void ask(Wish wish, int comebacks) {
    report.asks += comebacks == 0 ? 1 : 0;
    attempt(wish, comebacks, time.millis() + wish.maxWait().toMillis());
  }

  private void attempt(Wish wish, int comebacks, long deadline) {
    HuntQuery query =
        new HuntQuery(
            "",
            wishes.query(wish.hunt()),
            null,
            new Terms(
                CallersForTests.named(Integer.toString(wish.caller())),
                wishes.priority(wish.caller()),
                Duration.ofMillis(Math.max(0, deadline - time.millis()))),
            HuntQuery.Progress.UNWATCHED);
    ResultKey key = new ResultKey(Tenant.DEFAULT, query.canonical(), null);
    boolean first = comebacks == 0;
    if (cache.latest(key).filter(kept -> kept.isFresh(time.instant())).isPresent()) {
      report.hits += first ? 1 : 0;
      return;
    }
    boolean[] admitted = flights.get(key);
    if (admitted != null) {
      report.joins += first ? 1 : 0;
      join(wish, comebacks, deadline, key, admitted);
      return;
    }
    report.askedAfterHits += first ? wishes.meanSeconds(wish.hunt()) : 0;
    lead(wish, comebacks, query, key);
  }

  private void lead(Wish wish, int comebacks, HuntQuery query, ResultKey key) {
    boolean[] admitted = {false};
    flights.put(key, admitted);
    HuntQuery watched =
        new HuntQuery(
            query.kql(), query.canonical(), null, query.terms(), at -> admitted[0] = true);
    cache
        .get(
            key,
            kept -> false,
            () ->
                source
                    .run(Tenant.DEFAULT, watched)
                    .map(answer -> Loaded.bought(stored(key, answer)))
                    .onTermination()
                    .invoke(() -> flights.remove(key, admitted)))
        .subscribe()
        .with(stored -> report.answered++, failure -> failed(wish, comebacks, failure));
  }

  private void join(Wish wish, int comebacks, long deadline, ResultKey key, boolean[] admitted) {
    Runnable[] impatience = {() -> {}};
    Cancellable[] subscription = {() -> {}};
    subscription[0] =
        cache
            .get(
                key,
                kept -> true,
                () -> Uni.createFrom().failure(new IllegalStateException("nothing to join")))
            .subscribe()
            .with(
                stored -> {
                  impatience[0].run();
                  report.answered++;
                },
                failure -> {
                  impatience[0].run();
                  if (isQuota(failure) && time.millis() < deadline) {
                    time.at(time.millis(), () -> attempt(wish, comebacks, deadline));
                  } else {
                    failed(wish, comebacks, failure);
                  }
                });
    if (!admitted[0]) {
      impatience[0] =
          time.at(
              Math.max(deadline, time.millis() + 1),
              () -> {
                if (!admitted[0]) {
                  subscription[0].cancel();
                  refused(wish, comebacks, time.millis() + 1000);
                }
              });
    }
  }

  private static boolean isQuota(Throwable failure) {
    return failure instanceof FailureException known && known.failure() instanceof QuotaExhausted;
  }

  private void failed(Wish wish, int comebacks, Throwable thrown) {
    if (thrown instanceof FailureException known) {
      if (known.failure() instanceof QuotaExhausted quota) {
        refused(wish, comebacks, quota.retryAt().toEpochMilli());
        return;
      }
      if (known.failure() instanceof UpstreamThrottled throttled) {
        refused(wish, comebacks, throttled.retryAt().toEpochMilli());
        return;
      }
    }
    throw new IllegalStateException(thrown);
  }

  /** Comes back at the time it was told, in whole seconds as a Retry-After would say it. */
  private void refused(Wish wish, int comebacks, long retryAt) {
    report.refused++;
    if (comebacks < COMEBACKS && Wishes.comesBack(wish, people)) {
      report.comebacks++;
      long seconds = Math.max(1, (retryAt - time.millis() + 999) / 1000);
      time.at(time.millis() + seconds * 1000, () -> ask(wish, comebacks + 1));
    } else {
      report.gaveUp++;
    }
  }

  /** The way upstream: some jitter, then accepted or not. */
  private Uni<HuntAnswer> send(Tenant tenant, HuntQuery query) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                time.at(time.millis() + network.nextInt(JITTER + 1), () -> arrive(query, emitter)));
  }

  private void arrive(HuntQuery query, UniEmitter<? super HuntAnswer> emitter) {
    long now = time.millis();
    report.calls++;
    long runs = wishes.runMillis(hunt(query), network);
    int caller = Integer.parseInt(query.terms().caller().name());
    Refusal refusal = upstream.call(caller, now, runs);
    if (refusal != null) {
      report.throttled(refusal, upstream, now);
      emitter.fail(
          new FailureException(
              new UpstreamThrottled(
                  refusal.message(), Instant.ofEpochMilli(refusal.retryAt()), null)));
      return;
    }
    time.at(
        now + runs,
        () -> emitter.complete(new HuntAnswer(RESULT, stated ? Duration.ofMillis(runs) : null)));
  }

  private int hunt(HuntQuery query) {
    String text = query.canonical().text();
    int from = text.indexOf("== ") + 3;
    return Integer.parseInt(text.substring(from, text.indexOf(' ', from)));
  }

  private StoredResult stored(ResultKey key, HuntAnswer answer) {
    Instant now = time.instant();
    return new StoredResult(
        ResultCache.newId(), key, answer.result(), List.of(), Duration.ZERO, now, now.plus(FRESH));
  }
}
