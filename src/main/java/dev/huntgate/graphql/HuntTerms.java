package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.budget.BudgetConfig;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Terms;
import dev.huntgate.graphql.view.PriorityView;
import dev.huntgate.hunting.job.JobsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The terms on which a caller's hunts spend the budget, from its arguments. */
@ApplicationScoped
public class HuntTerms {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final Duration LONGEST_WAIT_OF_JOB = Duration.ofDays(1);
  private static final Duration OLDEST = Duration.ofDays(30);

  private final BudgetConfig budget;
  private final JobsConfig jobs;

  HuntTerms(BudgetConfig budget, JobsConfig jobs) {
    this.budget = budget;
    this.jobs = jobs;
  }

  /** How old a kept result may be; null when the caller does not say. */
  static @Nullable Duration oldest(@Nullable String maxAge) {
    return maxAge == null ? null : DurationArgument.parse("maxAge", maxAge, OLDEST);
  }

  Terms of(Caller caller, @Nullable String maxWait, @Nullable PriorityView priority) {
    return terms(caller, maxWait, budget.huntWait(), LONGEST_WAIT, priority);
  }

  /** The terms of a hunt that nobody holds a request open for. */
  Terms ofJob(Caller caller, @Nullable String maxWait, @Nullable PriorityView priority) {
    return terms(caller, maxWait, jobs.maxWait(), LONGEST_WAIT_OF_JOB, priority);
  }

  private static Terms terms(
      Caller caller,
      @Nullable String maxWait,
      Duration otherwise,
      Duration longest,
      @Nullable PriorityView priority) {
    return new Terms(
        caller,
        priority == null ? Priority.INTERACTIVE : priority.value(),
        maxWait == null ? otherwise : DurationArgument.parse("maxWait", maxWait, longest));
  }

  /** Terms of somebody who spends nothing. */
  public static Terms free(Caller caller) {
    return new Terms(caller, Priority.INTERACTIVE, Duration.ZERO);
  }
}
