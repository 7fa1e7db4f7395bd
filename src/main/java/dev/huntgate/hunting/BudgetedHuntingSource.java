package dev.huntgate.hunting;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Refusals;
import io.smallrye.mutiny.Uni;

/** Lets a hunt through only when the tenant's budget can pay for it. */
public final class BudgetedHuntingSource implements HuntingSource {

  private final HuntingSource next;
  private final Ledger ledger;

  public BudgetedHuntingSource(HuntingSource next, Ledger ledger) {
    this.next = next;
    this.ledger = ledger;
  }

  @Override
  public Uni<HuntAnswer> run(Tenant tenant, HuntQuery query) {
    return Uni.createFrom()
        .deferred(
            () ->
                ledger.admit(tenant, Operation.HUNTING) instanceof Admission.Refused refused
                    ? Uni.createFrom().failure(Refusals.of(Operation.HUNTING, refused))
                    : next.run(tenant, query));
  }
}
