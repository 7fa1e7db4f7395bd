package dev.huntgate.wiring;

import dev.huntgate.access.Tenant;
import dev.huntgate.cache.CacheEvents;
import dev.huntgate.cache.Served.Origin;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** Counts in metrics what a cache saves, and what has to make room in it. */
final class MeteredCache implements CacheEvents {

  private static final double NANOS = 1e9;

  private record Answer(Tenant tenant, Origin origin) {}

  private final String cache;
  private final MeterRegistry meters;
  private final Counter evicted;
  /* Looking a counter up in the registry would cost more than serving a kept result. */
  private final Map<Answer, Counter> answers = new ConcurrentHashMap<>();
  private final Map<Tenant, Counter> saved = new ConcurrentHashMap<>();

  /**
   * @param cache the cache's name in the metrics
   */
  MeteredCache(String cache, MeterRegistry meters) {
    this.cache = cache;
    this.meters = meters;
    this.evicted =
        Counter.builder("huntgate.cache.evicted")
            .description("What had to make room for newer entries")
            .baseUnit("bytes")
            .tag("cache", cache)
            .register(meters);
  }

  /** Shows how full a cache is. */
  static <C> void gauge(
      String name,
      C cache,
      ToDoubleFunction<C> weight,
      ToDoubleFunction<C> entries,
      MeterRegistry meters) {
    Gauge.builder("huntgate.cache.weight", cache, weight)
        .description("The memory that kept entries take")
        .baseUnit("bytes")
        .tag("cache", name)
        .register(meters);
    Gauge.builder("huntgate.cache.entries", cache, entries)
        .description("How many entries are kept")
        .tag("cache", name)
        .register(meters);
  }

  @Override
  public void answered(Tenant tenant, Origin origin, Duration spared) {
    answers.computeIfAbsent(new Answer(tenant, origin), this::answers).increment();
    if (!spared.isZero()) {
      saved.computeIfAbsent(tenant, this::saved).increment(spared.toNanos() / NANOS);
    }
  }

  @Override
  public void evicted(long bytes) {
    evicted.increment(bytes);
  }

  private Counter answers(Answer answer) {
    String outcome =
        switch (answer.origin()) {
          case KEPT -> "hit";
          case SHARED -> "shared";
          case STALE -> "stale";
          case JOINED -> "coalesced";
          case BOUGHT -> "miss";
        };
    return Counter.builder("huntgate.cache.requests")
        .description("Answers, by whether they came from the cache")
        .tags(tags(answer.tenant()).and("outcome", outcome))
        .register(meters);
  }

  private Counter saved(Tenant tenant) {
    return Counter.builder("huntgate.cache.saved.running.time")
        .description("The running time that callers did not have to spend, since a result was kept")
        .baseUnit("seconds")
        .tags(tags(tenant))
        .register(meters);
  }

  private Tags tags(Tenant tenant) {
    return Tags.of("tenant", tenant.name(), "cache", cache);
  }
}
