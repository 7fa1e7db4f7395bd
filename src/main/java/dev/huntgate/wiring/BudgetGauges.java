package dev.huntgate.wiring;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.BudgetConfig;
import dev.huntgate.budget.Budgets;
import dev.huntgate.budget.Pool;
import dev.huntgate.budget.PoolName;
import dev.huntgate.budget.RecentStandings;
import dev.huntgate.budget.Standing;
import dev.huntgate.budget.Standing.WindowStanding;
import dev.huntgate.budget.Window;
import dev.huntgate.upstream.TenantsConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The gauges of every tenant's windows and queues. */
@Singleton
final class BudgetGauges {

  private final RecentStandings standings;
  private final MeterRegistry meters;
  private final BudgetConfig budget;
  private final TenantsConfig tenants;

  BudgetGauges(
      RecentStandings standings, MeterRegistry meters, BudgetConfig budget, TenantsConfig tenants) {
    this.standings = standings;
    this.meters = meters;
    this.budget = budget;
    this.tenants = tenants;
  }

  void register(@Observes StartupEvent start) {
    Set<String> names = new TreeSet<>(tenants.tenants().keySet());
    if (names.isEmpty()) {
      names.add(Tenant.DEFAULT.name());
    }
    for (String name : names) {
      Tenant tenant = Tenant.named(name);
      for (Pool pool : Budgets.pools(budget, tenant)) {
        register(tenant, pool);
      }
    }
  }

  private void register(Tenant tenant, Pool pool) {
    PoolName name = PoolName.of(pool.operations().iterator().next());
    Tags tags = Tags.of("tenant", tenant.name(), "operation", name.text());
    gauge(
        "huntgate.budget.queue.length",
        "How many callers wait for the budget",
        tags,
        () -> read(tenant, name, Standing::queueLength));
    gauge(
        "huntgate.budget.paused",
        "1 while upstream takes no calls after a 429, else 0",
        tags,
        () -> read(tenant, name, standing -> standing.pausedUntil() == null ? 0 : 1));
    List<Window> windows = pool.windows();
    for (int index = 0; index < windows.size(); index++) {
      Window window = windows.get(index);
      int place = index;
      Tags ofWindow =
          tags.and(
              "unit",
              window.unit().name().toLowerCase(Locale.ROOT),
              "window",
              window.duration().toString());
      amount(tenant, name, place, ofWindow, "limit", "may be spent", WindowStanding::limit);
      amount(tenant, name, place, ofWindow, "used", "was spent", WindowStanding::used);
      amount(tenant, name, place, ofWindow, "reserved", "is set aside", WindowStanding::reserved);
      amount(tenant, name, place, ofWindow, "remaining", "is left", WindowStanding::remaining);
    }
  }

  private void amount(
      Tenant tenant,
      PoolName pool,
      int place,
      Tags tags,
      String what,
      String words,
      ToDoubleFunction<WindowStanding> value) {
    gauge(
        "huntgate.budget." + what,
        "How much " + words + " in a window, in its unit",
        tags,
        () ->
            read(
                tenant,
                pool,
                standing ->
                    place < standing.windows().size()
                        ? value.applyAsDouble(standing.windows().get(place))
                        : Double.NaN));
  }

  private double read(Tenant tenant, PoolName pool, ToDoubleFunction<Standing> value) {
    return standings.of(tenant, pool).map(value::applyAsDouble).orElse(Double.NaN);
  }

  private void gauge(String name, String description, Tags tags, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).tags(tags).register(meters);
  }
}
