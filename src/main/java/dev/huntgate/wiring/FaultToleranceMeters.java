package dev.huntgate.wiring;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The right name for the fault tolerance library's count of bulkhead calls.
 *
 * <p>The library files it under the rate limit's name with other tags; Prometheus refuses that, and
 * the call under way fails with it.
 */
final class FaultToleranceMeters {

  @Produces
  @Singleton
  MeterFilter bulkheadsByTheirName() {
    return new MeterFilter() {
      @Override
      public Meter.Id map(Meter.Id id) {
        return id.getTag("bulkheadResult") == null
            ? id
            : id.withName(id.getName().replace("ratelimit", "bulkhead"));
      }
    };
  }
}
