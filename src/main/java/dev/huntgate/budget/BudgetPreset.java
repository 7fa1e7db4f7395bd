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
   * The published terms: incidents 50 calls a minute and 1,500 an hour; hunting 15 calls a minute,
   * 10 minutes of running time an hour and 4 hours a day (Microsoft 365 Defender APIs license and
   * terms of use).
   */
  TERMS,
  /**
   * Newer documents: hunting 45 calls a minute, and instead of running time a share of the tenant's
   * processor time that is not published, so that only upstream's 429 tells (the advanced hunting
   * API's page since 2021).
   */
  CURRENT,
  /** No windows, for upstreams without limits such as an unlimited sandbox. */
  UNLIMITED;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /** The windows of everything about incidents, which they share. */
  public List<Window> incidents() {
    return this == UNLIMITED
        ? List.of()
        : List.of(Window.calls(50, MINUTE), Window.calls(1500, HOUR));
  }

  /** The windows of hunting. */
  public List<Window> hunting() {
    return switch (this) {
      case TERMS ->
          List.of(
              Window.calls(15, MINUTE),
              Window.runningTime(Duration.ofMinutes(10), HOUR),
              Window.runningTime(Duration.ofHours(4), Duration.ofDays(1)));
      case CURRENT -> List.of(Window.calls(45, MINUTE));
      case UNLIMITED -> List.of();
    };
  }

  /** The preset's pools. */
  public List<Pool> pools() {
    return pools(incidents(), hunting());
  }

  static List<Pool> pools(List<Window> incidents, List<Window> hunting) {
    return List.of(
        new Pool(Set.of(INCIDENT_LIST, INCIDENT_GET, INCIDENT_UPDATE), incidents),
        new Pool(Set.of(HUNTING), hunting));
  }
}
