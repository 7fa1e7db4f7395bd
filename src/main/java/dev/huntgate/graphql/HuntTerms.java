package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.budget.BudgetConfig;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Terms;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import dev.huntgate.graphql.view.PriorityView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The terms on which a caller's hunts spend the budget, from its arguments. */
@ApplicationScoped
public class HuntTerms {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final BudgetConfig budget;

  HuntTerms(BudgetConfig budget) {
    this.budget = budget;
  }

  Terms of(@Nullable String maxWait, @Nullable PriorityView priority) {
    return new Terms(
        Caller.ANONYMOUS,
        priority == null ? Priority.INTERACTIVE : priority.value(),
        maxWait == null ? budget.huntWait() : wait(maxWait));
  }

  private static Duration wait(String text) {
    Duration wait = parsed(text);
    if (wait == null || wait.isNegative()) {
      throw new FailureException(
          new InvalidArgument(
              "maxWait", "maxWait has to be an ISO 8601 duration, such as PT30S or PT5M."));
    }
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      throw new FailureException(
          new LimitExceeded("maxWait", "maxWait may be at most " + LONGEST_WAIT + "."));
    }
    return wait;
  }

  private static @Nullable Duration parsed(String text) {
    try {
      return Duration.parse(text.trim());
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
