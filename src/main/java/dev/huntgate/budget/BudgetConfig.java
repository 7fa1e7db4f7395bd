package dev.huntgate.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of upstream may be spent, and how it is shared out. */
@ConfigMapping(prefix = "huntgate.budget")
public interface BudgetConfig {

  /** The windows to keep to: terms, current or unlimited. */
  @WithDefault("terms")
  BudgetPreset preset();

  /** Windows of everything about incidents instead of the preset's, such as 50/PT1M,1500/PT1H. */
  Optional<List<Window>> incidents();

  /** Windows of hunting instead of the preset's, such as 15/PT1M,PT10M/PT1H,PT4H/P1D. */
  Optional<List<Window>> hunting();

  /** Windows of single tenants, by the tenant's name. */
  Map<String, TenantBudget> tenants();

  /** How long after a window's end an amount still counts: clocks and networks jitter. */
  @WithDefault("PT1S")
  Duration guard();

  /** The part of each window, 0 to 1, to spend after a start until the window has passed. */
  @WithDefault("0.5")
  double opening();

  /**
   * The part of each running-time window, 0 to 1, that nothing is admitted into, so that hunts that
   * run longer than expected do not take more than the window allows.
   */
  @WithDefault("0.005")
  double headroom();

  /** How many callers may wait for one tenant's budget. */
  @WithDefault("1000")
  int longestQueue();

  /** The part of each running-time window, 0 to 1, that background hunts may use. */
  @WithDefault("0.7")
  double backgroundAtMost();

  /** The part of each running-time window, 0 to 1, that background hunts get first. */
  @WithDefault("0.1")
  double backgroundOwed();

  /** What is reserved for a hunt that was never run before. */
  @WithDefault("PT10S")
  Duration unknownHunt();

  /** How long a hunt waits for the budget where its caller does not say. */
  @WithDefault("PT30S")
  Duration huntWait();

  /** How long a call about incidents waits for the budget. */
  @WithDefault("PT5S")
  Duration incidentWait();

  /** One tenant's windows. */
  interface TenantBudget {

    /** Windows of everything about incidents for this tenant. */
    Optional<List<Window>> incidents();

    /** Windows of hunting for this tenant. */
    Optional<List<Window>> hunting();
  }
}
