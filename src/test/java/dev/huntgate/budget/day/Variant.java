package dev.huntgate.budget.day;

/** How the modelled upstream counts. */
public record Variant(Alignment alignment, Charging charging) {

  /** Where windows lie. */
  public enum Alignment {
    /** Calls and running time in the stretch that ends now. */
    SLIDING,
    /** Calls and running time since the full minute, hour or day. */
    FIXED,
    /** Calls sliding; instead of the hour and the day, processor time since the quarter hour. */
    CPU
  }

  /** When running time counts. */
  public enum Charging {
    /** All at once when the hunt ends. */
    AT_END,
    /** While the hunt runs. */
    AS_IT_ACCRUES
  }

  @Override
  public String toString() {
    return (alignment + ", " + charging).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
