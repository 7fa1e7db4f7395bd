package dev.huntgate.graphql;

import dev.huntgate.SettableClock;
import dev.huntgate.audit.Audit;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Spending;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.CacheEvents;
import dev.huntgate.cache.CachingForTests;
import dev.huntgate.cache.ReadyAnswers;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.cache.RowViews;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.Sharing;
import dev.huntgate.incident.Incidents;
import dev.huntgate.incident.IncidentsForTests;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** The use cases over an upstream in memory; only where {@link OnFakeUpstream} enables them. */
@Alternative
@Singleton
class FakeUpstreamBeans {

  static final Duration MAX_AGE = Duration.ofMinutes(5);

  private static final CacheConfig CACHING = CachingForTests.keeping(10_000_000, MAX_AGE);
  private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");

  private final SettableClock clock = new SettableClock(START);
  private final FakeUpstream upstream = new FakeUpstream();

  @Produces
  @Singleton
  FakeUpstream upstream() {
    return upstream;
  }

  @Produces
  @Singleton
  Incidents incidents() {
    return IncidentsForTests.over(upstream);
  }

  @Produces
  @Singleton
  Hunts hunts(
      ResultCache cache, Ledger ledger, RunningTimes times, Spending spending, Audit audit) {
    return new Hunts(
        upstream,
        cache,
        CACHING,
        CacheEvents.UNWATCHED,
        ledger,
        times,
        spending,
        audit,
        Sharing.NONE,
        clock);
  }

  @Produces
  @Singleton
  ResultCache results() {
    return new ResultCache(
        CACHING, CacheEvents.UNWATCHED, () -> Duration.between(START, clock.instant()).toNanos());
  }

  @Produces
  @Singleton
  RowViews rowViews(ResultCache cache) {
    return new RowViews(CACHING, cache, System::nanoTime);
  }

  @Produces
  @Singleton
  ReadyAnswers readyAnswers(ResultCache cache) {
    return new ReadyAnswers(CACHING, cache, clock);
  }

  /** Lets time pass for what is kept. */
  void pass(Duration time) {
    clock.pass(time);
  }
}
