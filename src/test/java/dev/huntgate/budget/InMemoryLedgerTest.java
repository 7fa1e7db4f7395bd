package dev.huntgate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Standing.State;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class InMemoryLedgerTest extends LedgerContract {

  @Override
  protected Ledger ledger(Function<Tenant, List<Pool>> budgets, BudgetRules rules) {
    return new InMemoryLedger(budgets, rules, time, time);
  }

  @Test
  void isNotWarming_whenATenantIsFirstAskedForLongAfterTheStart() {
    Ledger ledger = ledger(0.5, 100, Window.calls(10, Duration.ofMinutes(1)));
    time.pass(Duration.ofSeconds(61));

    Standing standing = ledger.standing(Tenant.DEFAULT).await().indefinitely().get(3);

    assertEquals(State.OPEN, standing.state());
    for (int i = 0; i < 10; i++) {
      Ask ask = Ask.now(Operation.HUNTING, Caller.ANONYMOUS);
      assertInstanceOf(Granted.class, ledger.admit(Tenant.DEFAULT, ask).await().indefinitely());
    }
  }
}
