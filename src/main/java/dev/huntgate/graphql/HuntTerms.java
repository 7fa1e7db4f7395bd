package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.budget.BudgetConfig;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Terms;
import dev.huntgate.graphql.view.PriorityView;
import jakarta.enterprise.context.ApplicationScoped;
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

  Terms of(Caller caller, @Nullable String maxWait, @Nullable PriorityView priority) {
    return new Terms(
        caller,
        priority == null ? Priority.INTERACTIVE : priority.value(),
        maxWait == null
            ? budget.huntWait()
            : DurationArgument.parse("maxWait", maxWait, LONGEST_WAIT));
  }

  /** Terms of somebody who spends nothing. */
  public static Terms free(Caller caller) {
    return new Terms(caller, Priority.INTERACTIVE, Duration.ZERO);
  }
}
