package dev.huntgate.hunting;

import dev.huntgate.access.Caller;
import dev.huntgate.audit.Audit;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Spending;
import dev.huntgate.budget.Terms;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.CacheEvents;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.kql.CanonicalKql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes hunts as they go upstream. */
public final class HuntsForTests {

  private HuntsForTests() {}

  /** A hunt by somebody who does not wait for the budget. */
  public static HuntQuery query(String kql, @Nullable String timespan) {
    return query(kql, timespan, new Terms(Caller.ANONYMOUS, Priority.INTERACTIVE, Duration.ZERO));
  }

  public static HuntQuery query(String kql, @Nullable String timespan, Terms terms) {
    return new HuntQuery(kql, CanonicalKql.of(kql), timespan, terms, HuntQuery.Progress.UNWATCHED);
  }

  /**
   * Hunting over a source whose calls the ledger counts already, with a cache whose time begins
   * now.
   */
  public static Hunts over(
      HuntingSource budgeted,
      Ledger ledger,
      RunningTimes times,
      CacheConfig caching,
      Audit audit,
      Clock clock) {
    Instant start = clock.instant();
    return new Hunts(
        budgeted,
        new ResultCache(
            caching,
            CacheEvents.UNWATCHED,
            () -> Duration.between(start, clock.instant()).toNanos()),
        caching,
        CacheEvents.UNWATCHED,
        ledger,
        times,
        new Spending(),
        audit,
        Sharing.NONE,
        clock);
  }
}
