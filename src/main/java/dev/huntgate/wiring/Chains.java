package dev.huntgate.wiring;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.audit.Audit;
import dev.huntgate.budget.BudgetConfig;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Spending;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.CacheEvents;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.failure.GuardFailures;
import dev.huntgate.hunting.BookedHuntingSource;
import dev.huntgate.hunting.BudgetedHuntingSource;
import dev.huntgate.hunting.GuardedHuntingSource;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.Sharing;
import dev.huntgate.incident.AlertFallback;
import dev.huntgate.incident.BudgetedIncidentSource;
import dev.huntgate.incident.BulkIncidentWork;
import dev.huntgate.incident.CachedIncidentSource;
import dev.huntgate.incident.GuardedIncidentSource;
import dev.huntgate.incident.IncidentCache;
import dev.huntgate.incident.IncidentCounting;
import dev.huntgate.incident.IncidentIndexes;
import dev.huntgate.incident.IncidentRanking;
import dev.huntgate.incident.IncidentSource;
import dev.huntgate.incident.IncidentUpdates;
import dev.huntgate.incident.IncidentWork;
import dev.huntgate.incident.Incidents;
import dev.huntgate.incident.IncidentsConfig;
import dev.huntgate.upstream.LimitsConfig;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Function;

/**
 * The two pipelines, each read from the upstream outward: guard, budget, retry, cache; hunts are
 * booked between guard and budget.
 *
 * <p>The guard is innermost and does not retry, so that each attempt is admitted by the budget; a
 * refusal of the budget is no failure of upstream's and reaches neither guard nor retry.
 */
final class Chains {

  /* Well above every window of the ledger, which comes first. */
  private static final int BACKSTOP_PER_MINUTE = 6_000;
  private static final int READ_RETRIES = 2;
  private static final int WRITE_RETRIES = 1;
  private static final int HUNT_RETRIES = 1;

  @Produces
  @Singleton
  Incidents incidents(
      UpstreamSources upstream,
      Ledger ledger,
      BudgetConfig budget,
      IncidentCache cache,
      LimitsConfig limits,
      ResilienceConfig resilience,
      Tracing tracing,
      Clock clock) {
    IncidentSource client = PauseLog.over((IncidentSource) upstream, clock);
    IncidentSource guarded =
        new GuardedIncidentSource(
            client,
            Guards.around(
                "incidents",
                limits.incidentTimeout(),
                resilience.incidents(),
                BACKSTOP_PER_MINUTE));
    Function<Tenant, Guard> retrying =
        Guards.retrying("incidents", READ_RETRIES, GuardFailures::isRepeatable);
    Function<Tenant, Guard> retryingUnsent =
        Guards.retrying("incident changes", WRITE_RETRIES, GuardFailures::isUnsent);
    Function<Caller, IncidentSource> uncached =
        caller -> {
          IncidentSource budgeted =
              new BudgetedIncidentSource(guarded, ledger, caller, budget.incidentWait());
          IncidentSource retried = new GuardedIncidentSource(budgeted, retrying, retryingUnsent);
          return tracing.of(new AlertFallback(retried));
        };
    return new Incidents(
        caller -> new CachedIncidentSource(uncached.apply(caller), cache), uncached);
  }

  @Produces
  @Singleton
  IncidentWork incidentWork(Incidents incidents, Audit audit) {
    return new IncidentWork(incidents, audit);
  }

  @Produces
  @Singleton
  BulkIncidentWork bulkIncidentWork(IncidentWork work) {
    return new BulkIncidentWork(work);
  }

  @Produces
  @Singleton
  IncidentIndexes incidentIndexes(Incidents incidents, IncidentsConfig config, Clock clock) {
    return new IncidentIndexes(incidents, config, clock, System::nanoTime);
  }

  @Produces
  @Singleton
  IncidentCounting incidentCounting(IncidentIndexes indexes) {
    return new IncidentCounting(indexes);
  }

  @Produces
  @Singleton
  IncidentRanking incidentRanking(IncidentIndexes indexes) {
    return new IncidentRanking(indexes);
  }

  @Produces
  @Singleton
  IncidentUpdates incidentUpdates(Incidents incidents, IncidentsConfig config, Clock clock) {
    return new IncidentUpdates(incidents, config, clock, new WorkerAlarm());
  }

  @Produces
  @Singleton
  Hunts hunts(
      UpstreamSources upstream,
      Ledger ledger,
      RunningTimes times,
      Spending spending,
      ResultCache cache,
      CacheConfig caching,
      CacheEvents events,
      Audit audit,
      LimitsConfig limits,
      ResilienceConfig resilience,
      Sharing sharing,
      Tracing tracing,
      Clock clock) {
    HuntingSource client = tracing.calls(PauseLog.over((HuntingSource) upstream, clock));
    HuntingSource guarded =
        new GuardedHuntingSource(
            client,
            Guards.around(
                "hunting", limits.huntTimeout(), resilience.hunts(), BACKSTOP_PER_MINUTE));
    HuntingSource booked = new BookedHuntingSource(guarded, spending, clock);
    HuntingSource budgeted = new BudgetedHuntingSource(booked, ledger, times, clock);
    HuntingSource retried =
        new GuardedHuntingSource(
            budgeted, Guards.retrying("hunting", HUNT_RETRIES, GuardFailures::isUnsent));
    return new Hunts(
        tracing.runs(retried),
        cache,
        caching,
        events,
        ledger,
        times,
        spending,
        audit,
        sharing,
        clock);
  }
}
