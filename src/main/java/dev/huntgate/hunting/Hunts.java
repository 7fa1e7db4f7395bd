package dev.huntgate.hunting;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Spending;
import dev.huntgate.budget.Terms;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.Failure.ResultGone;
import dev.huntgate.failure.FailureException;
import dev.huntgate.kql.CanonicalKql;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hunts as callers ask for them: run, or their results read again. */
public final class Hunts {

  /* For what spends nothing. */
  private static final Terms UNSPENT =
      new Terms(Caller.ANONYMOUS, Priority.INTERACTIVE, Duration.ZERO);

  /** The longest query, in bytes of UTF-8. */
  public static final int MAX_KQL_BYTES = 64 * 1024;

  private final Flights flights;
  private final ResultCache cache;
  private final Ledger ledger;
  private final RunningTimes times;
  private final Spending spending;

  public Hunts(
      HuntingSource source,
      ResultCache cache,
      Ledger ledger,
      RunningTimes times,
      Spending spending,
      Clock clock) {
    this.flights = new Flights(source, cache, clock);
    this.cache = cache;
    this.ledger = ledger;
    this.times = times;
    this.spending = spending;
  }

  /**
   * Runs a hunt, or takes the result of an equal one.
   *
   * @param timespan the stretch of time to look at, in ISO 8601; null for upstream's default
   * @param terms on what terms it spends the budget
   */
  public Uni<Hunt> run(Tenant tenant, String kql, @Nullable String timespan, Terms terms) {
    return query(kql, timespan, terms)
        .flatMap(query -> flights.result(tenant, query).map(found -> hunt(tenant, query, found)));
  }

  /** What running a hunt would take; costs nothing. */
  public Uni<HuntEstimate> estimate(
      Tenant tenant, String kql, @Nullable String timespan, Terms terms) {
    return query(kql, timespan, terms)
        .flatMap(
            query -> {
              RunningTimes.Expected expected = times.expected(query.historyKey(tenant));
              boolean kept =
                  cache.holds(new ResultKey(tenant, query.canonical(), query.timespan()));
              return ledger
                  .expected(tenant, BudgetedHuntingSource.ask(times, tenant, query))
                  .map(admittedAt -> new HuntEstimate(expected, admittedAt, kept));
            });
  }

  /**
   * Reads a hunt's kept result again, and never runs the hunt.
   *
   * @param argument what a failure names: {@code RESULT_GONE} when the result is no longer kept
   */
  public Uni<Hunt> reread(
      Tenant tenant, String resultId, String kql, @Nullable String timespan, String argument) {
    return query(kql, timespan, UNSPENT)
        .map(
            query ->
                cache
                    .find(tenant, resultId)
                    .map(stored -> new Hunt(stored, HuntWarnings.of(query, stored), true))
                    .orElseThrow(
                        () ->
                            new FailureException(
                                new ResultGone(
                                    argument,
                                    "The result that "
                                        + argument
                                        + " points into is no longer kept; run the hunt"
                                        + " again."))));
  }

  private Hunt hunt(Tenant tenant, HuntQuery query, Flights.Found found) {
    StoredResult stored = found.stored();
    if (found.kept()) {
      spending.saved(tenant, query.terms().caller(), query.hunted(), stored.runningTime());
    }
    return new Hunt(stored, HuntWarnings.of(query, stored), found.kept());
  }

  private static Uni<HuntQuery> query(String kql, @Nullable String timespan, Terms terms) {
    return Uni.createFrom()
        .item(
            () -> {
              check(kql).ifPresent(Hunts::refuse);
              String span = timespan == null ? null : Timespan.parse(timespan).text();
              return new HuntQuery(
                  kql, CanonicalKql.of(kql), span, terms, HuntQuery.Progress.UNWATCHED);
            });
  }

  private static void refuse(Failure failure) {
    throw new FailureException(failure);
  }

  private static Optional<Failure> check(String kql) {
    int bytes = kql.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_KQL_BYTES) {
      return Optional.of(
          new LimitExceeded(
              "kql",
              "kql may have at most "
                  + MAX_KQL_BYTES
                  + " bytes of UTF-8, not "
                  + bytes
                  + "; shorten the query, for example its lists of values."));
    }
    if (CanonicalKql.of(kql).text().isBlank()) {
      return Optional.of(
          new InvalidArgument("kql", "kql is empty; give a query such as: DeviceInfo | take 10"));
    }
    return Optional.empty();
  }
}
