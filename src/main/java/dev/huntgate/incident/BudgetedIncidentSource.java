package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Refusals;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Lets a call through only when the tenant's budget can pay for it. */
public final class BudgetedIncidentSource implements IncidentSource {

  private final IncidentSource next;
  private final Ledger ledger;

  public BudgetedIncidentSource(IncidentSource next, Ledger ledger) {
    this.next = next;
    this.ledger = ledger;
  }

  @Override
  public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
    return admitted(tenant, Operation.INCIDENT_LIST, () -> next.list(tenant, listing));
  }

  @Override
  public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    return admitted(tenant, Operation.INCIDENT_GET, () -> next.get(tenant, id, withAlerts));
  }

  private <T> Uni<T> admitted(Tenant tenant, Operation operation, Supplier<Uni<T>> call) {
    return Uni.createFrom()
        .deferred(
            () ->
                ledger.admit(tenant, operation) instanceof Admission.Refused refused
                    ? Uni.createFrom().failure(Refusals.of(operation, refused))
                    : call.get());
  }
}
