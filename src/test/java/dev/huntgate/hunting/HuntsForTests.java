package dev.huntgate.hunting;

import dev.huntgate.access.Caller;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Terms;
import dev.huntgate.kql.CanonicalKql;
import java.time.Duration;
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
}
