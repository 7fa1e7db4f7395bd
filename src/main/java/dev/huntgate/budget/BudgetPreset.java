package dev.huntgate.budget;

import static dev.huntgate.budget.Operation.HUNTING;
import static dev.huntgate.budget.Operation.INCIDENT_GET;
import static dev.huntgate.budget.Operation.INCIDENT_LIST;
import static dev.huntgate.budget.Operation.INCIDENT_UPDATE;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A set of windows that goes by a name. */
public enum BudgetPreset {
  /**
   * The published terms: incidents 50 calls a minute and 1,500 an hour, hunting 15 calls a minute
   * (Microsoft 365 Defender APIs license and terms of use).
   */
  TERMS(15),
  /** Newer documents: hunting 45 calls a minute (the advanced hunting API's page since 2021). */
  CURRENT(45),
  /** No windows, for upstreams without limits such as an unlimited sandbox. */
  UNLIMITED(0);

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final int huntingPerMinute;

  BudgetPreset(int huntingPerMinute) {
    this.huntingPerMinute = huntingPerMinute;
  }

  /** The preset's pools; none when it does not limit. */
  public List<Pool> pools() {
    if (this == UNLIMITED) {
      return List.of();
    }
    return List.of(
        new Pool(
            Set.of(INCIDENT_LIST, INCIDENT_GET, INCIDENT_UPDATE),
            List.of(new CallWindow(50, MINUTE), new CallWindow(1500, HOUR))),
        new Pool(Set.of(HUNTING), List.of(new CallWindow(huntingPerMinute, MINUTE))));
  }
}
