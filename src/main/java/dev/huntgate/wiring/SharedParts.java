package dev.huntgate.wiring;

import dev.huntgate.access.ServedTenants;
import dev.huntgate.access.SharedTickets;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Pool;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.hunting.Sharing;
import dev.huntgate.hunting.job.JobStore;
import dev.huntgate.hunting.job.JobsConfig;
import dev.huntgate.shared.RedisStore;
import dev.huntgate.shared.SharedConfig;
import dev.huntgate.shared.SharedLedger;
import dev.huntgate.shared.SharedRules;
import dev.huntgate.shared.jobs.SharedJobs;
import dev.huntgate.shared.results.SharedHunts;
import dev.huntgate.shared.tickets.RedisTickets;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is there only where replicas share what they do; alone, nothing of it is made. */
@Singleton
final class SharedParts {

  /** How this process and others share the budget. */
  enum Mode {
    ALONE,
    SHARED,
    DEGRADED
  }

  private static final double MILLIS = 1_000;

  private final SharedConfig config;
  private final CacheConfig caching;
  private final MeterRegistry meters;
  private final @Nullable SharedRules rules;
  private final @Nullable RedisStore store;
  private volatile @Nullable SharedLedger ledger;
  private volatile @Nullable SharedJobs jobs;

  SharedParts(SharedConfig config, CacheConfig caching, Vertx vertx, MeterRegistry meters) {
    this.config = config;
    this.caching = caching;
    this.meters = meters;
    try {
      this.store = RedisStore.of(config, vertx).orElse(null);
      this.rules = store == null ? null : SharedRules.of(config);
    } catch (IllegalArgumentException refused) {
      throw new ConfigurationException(refused.getMessage(), Set.of("huntgate.shared.redis"));
    }
  }

  void connect(@Observes StartupEvent start) {
    if (store != null) {
      store.connect();
    }
  }

  void close(@Observes ShutdownEvent stop) {
    SharedJobs shared = jobs;
    if (shared != null) {
      shared.close();
    }
    if (store != null) {
      store.close();
    }
  }

  /** The ledger that replicas share; empty where this process is alone. */
  Optional<Ledger> ledger(Function<Tenant, List<Pool>> budgets, BudgetRules budget, Clock clock) {
    if (store == null || rules == null) {
      return Optional.empty();
    }
    SharedLedger made =
        new SharedLedger(
            budgets,
            budget,
            rules,
            new MeteredStore(store, meters, System::nanoTime),
            clock,
            new WorkerAlarm());
    FunctionCounter.builder(
            "huntgate.shared.degraded", made, shared -> shared.degradedFor().toMillis() / MILLIS)
        .description("For how long pools were budgeted by this replica alone, all in all")
        .baseUnit("seconds")
        .register(meters);
    ledger = made;
    return Optional.of(made);
  }

  /** What replicas do for each other besides. */
  Sharing sharing(Clock clock) {
    if (store == null || rules == null || !config.results().enabled()) {
      return Sharing.NONE;
    }
    return SharedHunts.join(
        store.commands(),
        caching.keepStale(),
        config.results().maxBytes(),
        rules.lease(),
        clock,
        new WorkerAlarm());
  }

  /** The tickets of download links that replicas tell each other. */
  SharedTickets tickets() {
    return store == null ? SharedTickets.NONE : new RedisTickets(store.commands());
  }

  /** The jobs that replicas share; empty where this process is alone. */
  Optional<JobStore> jobs(JobsConfig config, ServedTenants served, Clock clock) {
    if (store == null || rules == null) {
      return Optional.empty();
    }
    SharedJobs made = SharedJobs.of(store, rules.lease(), config, served, clock, new WorkerAlarm());
    jobs = made;
    return Optional.of(made);
  }

  Mode mode() {
    SharedLedger shared = ledger;
    if (store == null) {
      return Mode.ALONE;
    }
    return shared != null && shared.isDegraded() ? Mode.DEGRADED : Mode.SHARED;
  }
}
