package dev.huntgate.budget;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.BudgetConfig.TenantBudget;
import java.util.List;
import java.util.Optional;

/** Reads off the configuration what may be spent and how. */
public final class Budgets {

  private Budgets() {}

  /** A tenant's pools: its own windows, else those of all tenants, else the preset's. */
  public static List<Pool> pools(BudgetConfig config, Tenant tenant) {
    Optional<TenantBudget> own = Optional.ofNullable(config.tenants().get(tenant.name()));
    return BudgetPreset.pools(
        own.flatMap(TenantBudget::incidents)
            .or(config::incidents)
            .orElseGet(config.preset()::incidents),
        own.flatMap(TenantBudget::hunting).or(config::hunting).orElseGet(config.preset()::hunting));
  }

  /**
   * How every window is treated.
   *
   * @param opening the part of each window to spend after the start
   */
  public static BudgetRules rules(BudgetConfig config, double opening) {
    return new BudgetRules(
        config.guard(),
        opening,
        config.longestQueue(),
        new Shares(config.backgroundAtMost(), config.backgroundOwed()),
        config.headroom());
  }
}
