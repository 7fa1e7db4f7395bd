package dev.huntgate.graphql;

import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Spending;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.incident.Incidents;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The use cases over an upstream in memory; only where {@link OnFakeUpstream} enables them. */
@Alternative
@Singleton
class FakeUpstreamBeans {

  static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final AtomicLong nanos = new AtomicLong();
  private final FakeUpstream upstream = new FakeUpstream();

  @Produces
  @Singleton
  FakeUpstream upstream() {
    return upstream;
  }

  @Produces
  @Singleton
  Incidents incidents() {
    return new Incidents(upstream);
  }

  @Produces
  @Singleton
  Hunts hunts(Ledger ledger, RunningTimes times, Spending spending) {
    Clock clock = Clock.fixed(Instant.parse("2026-03-01T09:30:00Z"), ZoneOffset.UTC);
    ResultCache cache = new ResultCache(new Config(), nanos::get);
    return new Hunts(upstream, cache, ledger, times, spending, clock);
  }

  /** Lets time pass for what is kept. */
  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private record Config() implements CacheConfig {
    @Override
    public long maxBytes() {
      return 10_000_000;
    }

    @Override
    public Duration maxAge() {
      return MAX_AGE;
    }
  }
}
