package dev.huntgate.hunting;

import dev.huntgate.budget.Terms;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A hunt as a caller asks for it.
 *
 * @param kql the query as the caller wrote it
 * @param timespan the stretch of time to look at, in ISO 8601; null for upstream's default
 * @param maxAge how old a kept result may be; zero buys a new one, null leaves it to the result's
 *     freshness
 * @param terms on what terms it spends the budget
 * @param maySpend whether it may run upstream at all, or only be answered from what is kept
 */
public record HuntRequest(
    String kql,
    @Nullable String timespan,
    @Nullable Duration maxAge,
    Terms terms,
    boolean maySpend) {

  /** A hunt that may spend, for a caller who says nothing of a result's age. */
  public static HuntRequest of(String kql, @Nullable String timespan, Terms terms) {
    return new HuntRequest(kql, timespan, null, terms, true);
  }
}
