package dev.huntgate.hunting;

import dev.huntgate.budget.Terms;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A hunt as a caller asks for it.
 *
 * @param kql the query
 * @param timespan the stretch of time to look at, in ISO 8601; null for upstream's default
 * @param maxAge how old a kept result may be; zero buys a new one, null leaves it to the result's
 *     freshness
 * @param terms on what terms it spends the budget
 * @param maySpend whether it may run upstream at all, or only be answered from what is kept
 * @param savedHunt the name of the saved hunt that it is, which callers may run who may run no
 *     others; null when the caller wrote the query
 */
public record HuntRequest(
    String kql,
    @Nullable String timespan,
    @Nullable Duration maxAge,
    Terms terms,
    boolean maySpend,
    @Nullable String savedHunt) {

  /** A hunt whose query the caller wrote. */
  public HuntRequest(
      String kql,
      @Nullable String timespan,
      @Nullable Duration maxAge,
      Terms terms,
      boolean maySpend) {
    this(kql, timespan, maxAge, terms, maySpend, null);
  }

  /** A hunt whose query was saved, with the caller's values in it. */
  public static HuntRequest saved(
      String name, String kql, @Nullable Duration maxAge, Terms terms, boolean maySpend) {
    return new HuntRequest(kql, null, maxAge, terms, maySpend, name);
  }

  /** A hunt that may spend, for a caller who says nothing of a result's age. */
  public static HuntRequest of(String kql, @Nullable String timespan, Terms terms) {
    return new HuntRequest(kql, timespan, null, terms, true);
  }
}
