package dev.huntgate.wiring;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.GuardFailures;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.faulttolerance.api.RateLimitType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The fault tolerance of each kind of call, one guard per tenant, so that none suffers another's.
 */
final class Guards {

  private static final int VOLUME = 10;
  private static final double FAILURE_RATIO = 0.5;
  private static final long OPEN_SECONDS = 15;
  /* Who times out in the bulkhead's queue is called all the same later; alone in it, none does. */
  private static final int SHORTEST_QUEUE = 1;
  private static final long RETRY_DELAY_MILLIS = 300;
  private static final long RETRY_JITTER_MILLIS = 200;

  private Guards() {}

  /**
   * Time-out, circuit breaker, bulkhead and, as a backstop under the ledger, rate limit.
   *
   * @param timeout a little more than the client's own deadline, which cancels the call
   * @param atOnce how many calls may run at the same time
   * @param perMinute a limit that the ledger never lets be reached
   */
  static Function<Tenant, Guard> around(String name, Duration timeout, int atOnce, int perMinute) {
    return perTenant(
        tenant ->
            Guard.create()
                .withDescription(name + " of " + tenant)
                .withTimeout()
                .duration(timeout.plusSeconds(1).toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .when(GuardFailures::isOutage)
                .requestVolumeThreshold(VOLUME)
                .failureRatio(FAILURE_RATIO)
                .delay(OPEN_SECONDS, ChronoUnit.SECONDS)
                .done()
                .withBulkhead()
                .limit(atOnce)
                .queueSize(SHORTEST_QUEUE)
                .done()
                .withRateLimit()
                .limit(perMinute)
                .window(1, ChronoUnit.MINUTES)
                .type(RateLimitType.ROLLING)
                .done()
                .build());
  }

  /** Retry with jitter, each attempt being admitted and guarded anew. */
  static Function<Tenant, Guard> retrying(String name, int times, Predicate<Throwable> when) {
    return perTenant(
        tenant ->
            Guard.create()
                .withDescription(name + " retry of " + tenant)
                .withRetry()
                .maxRetries(times)
                .delay(RETRY_DELAY_MILLIS, ChronoUnit.MILLIS)
                .jitter(RETRY_JITTER_MILLIS, ChronoUnit.MILLIS)
                .whenException(when)
                .done()
                .build());
  }

  private static Function<Tenant, Guard> perTenant(Function<Tenant, Guard> make) {
    Map<Tenant, Guard> guards = new ConcurrentHashMap<>();
    return tenant -> guards.computeIfAbsent(tenant, make);
  }
}
