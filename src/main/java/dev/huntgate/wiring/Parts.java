package dev.huntgate.wiring;

import dev.huntgate.access.Passports;
import dev.huntgate.access.ServedTenants;
import dev.huntgate.access.SharedTickets;
import dev.huntgate.access.Tenant;
import dev.huntgate.audit.Audit;
import dev.huntgate.audit.AuditConfig;
import dev.huntgate.audit.AuditLog;
import dev.huntgate.budget.BudgetConfig;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.Budgets;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Pool;
import dev.huntgate.budget.QuotaWatch;
import dev.huntgate.budget.RecentStandings;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Spending;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.CacheEvents;
import dev.huntgate.cache.CacheShares;
import dev.huntgate.cache.KnownPassports;
import dev.huntgate.cache.ReadyAnswers;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.cache.RowViews;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.Sharing;
import dev.huntgate.hunting.job.HuntJobs;
import dev.huntgate.hunting.job.InMemoryJobs;
import dev.huntgate.hunting.job.JobStore;
import dev.huntgate.hunting.job.JobsConfig;
import dev.huntgate.incident.IncidentCache;
import dev.huntgate.incident.IncidentCacheConfig;
import dev.huntgate.sandbox.SandboxConfig;
import dev.huntgate.sandbox.SandboxMode;
import dev.huntgate.upstream.TenantsConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The parts that the chains are made of and that know nothing of each other. */
final class Parts {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Audit audit(AuditConfig config, Tracing tracing, Clock clock) {
    return tracing.of(new AuditLog(config, clock));
  }

  @Produces
  @Singleton
  Ledger ledger(
      BudgetConfig config,
      SandboxConfig sandbox,
      SharedParts shared,
      MeterRegistry meters,
      Clock clock) {
    // The sandbox starts with Huntgate, so nothing can have been spent before.
    double opening = sandbox.mode() == SandboxMode.FALSE ? config.opening() : 1;
    Function<Tenant, List<Pool>> budgets = tenant -> Budgets.pools(config, tenant);
    BudgetRules rules = Budgets.rules(config, opening);
    Ledger counting =
        shared
            .ledger(budgets, rules, clock)
            .orElseGet(() -> new InMemoryLedger(budgets, rules, clock, new WorkerAlarm()));
    return new MeteredLedger(counting, meters, clock);
  }

  @Produces
  @Singleton
  Sharing sharing(SharedParts shared, Clock clock) {
    return shared.sharing(clock);
  }

  @Produces
  @Singleton
  SharedTickets tickets(SharedParts shared) {
    return shared.tickets();
  }

  @Produces
  @Singleton
  RunningTimes runningTimes(BudgetConfig config) {
    return new RunningTimes(config.unknownHunt());
  }

  @Produces
  @Singleton
  RecentStandings recentStandings(Ledger ledger) {
    return new RecentStandings(ledger, System::nanoTime);
  }

  @Produces
  @Singleton
  QuotaWatch quotaWatch(Ledger ledger) {
    return new QuotaWatch(ledger, new WorkerAlarm());
  }

  @Produces
  @Singleton
  Spending spending() {
    return new Spending();
  }

  @Produces
  @Singleton
  CacheEvents cacheEvents(MeterRegistry meters) {
    return new MeteredCache("results", meters);
  }

  @Produces
  @Singleton
  ResultCache results(
      CacheConfig config,
      TenantsConfig tenants,
      ServedTenants served,
      CacheEvents events,
      MeterRegistry meters) {
    Map<Tenant, Double> given = new HashMap<>();
    tenants
        .tenants()
        .forEach(
            (name, tenant) ->
                tenant.cacheShare().ifPresent(share -> given.put(Tenant.named(name), share)));
    ResultCache cache =
        new ResultCache(config, CacheShares.of(served.tenants(), given), events, System::nanoTime);
    MeteredCache.gauge("results", cache, ResultCache::weight, ResultCache::size, meters);
    return cache;
  }

  @Produces
  @Singleton
  IncidentCache incidentCache(IncidentCacheConfig config, MeterRegistry meters) {
    IncidentCache cache =
        new IncidentCache(config, new MeteredCache("incidents", meters), System::nanoTime);
    MeteredCache.gauge("incidents", cache, IncidentCache::weight, IncidentCache::size, meters);
    return cache;
  }

  @Produces
  @Singleton
  HuntJobs huntJobs(
      Hunts hunts,
      JobsConfig config,
      SharedParts shared,
      Sharing sharing,
      ServedTenants served,
      Clock clock) {
    JobStore store =
        shared
            .jobs(config, served, clock)
            .orElseGet(() -> new InMemoryJobs(config.keep(), config.most(), clock));
    return new HuntJobs(hunts, store, sharing.results()::written, config, clock, new WorkerAlarm());
  }

  @Produces
  @Singleton
  RowViews rowViews(CacheConfig config, ResultCache results) {
    return new RowViews(config, results, System::nanoTime);
  }

  @Produces
  @Singleton
  Passports passports() {
    return new KnownPassports(System::nanoTime);
  }

  @Produces
  @Singleton
  ServedTenants servedTenants(TenantsConfig config, SandboxConfig sandbox) {
    return sandbox.mode() == SandboxMode.FALSE
        ? ServedTenants.of(config.tenants().keySet())
        : ServedTenants.of(Set.of(Tenant.DEFAULT.name()));
  }

  @Produces
  @Singleton
  ReadyAnswers readyAnswers(CacheConfig config, ResultCache results, Clock clock) {
    return new ReadyAnswers(config, results, clock);
  }
}
