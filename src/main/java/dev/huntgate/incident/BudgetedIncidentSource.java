package dev.huntgate.incident;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admissions;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Reservation;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets a caller's call through only when the tenant's budget can pay for it. */
public final class BudgetedIncidentSource implements IncidentSource {

  private final IncidentSource next;
  private final Ledger ledger;
  private final Duration maxWait;
  private final Caller caller;

  /**
   * @param caller whose turn it takes
   * @param maxWait how long a call waits to be admitted
   */
  public BudgetedIncidentSource(
      IncidentSource next, Ledger ledger, Caller caller, Duration maxWait) {
    this.next = next;
    this.caller = caller;
    this.ledger = ledger;
    this.maxWait = maxWait;
  }

  @Override
  public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
    return admitted(tenant, Operation.INCIDENT_LIST, () -> next.list(tenant, listing));
  }

  @Override
  public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    return admitted(tenant, Operation.INCIDENT_GET, () -> next.get(tenant, id, withAlerts));
  }

  @Override
  public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
    return next.steps(tenant, change);
  }

  @Override
  public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
    return admitted(tenant, Operation.INCIDENT_UPDATE, () -> next.update(tenant, id, step));
  }

  private <T> Uni<T> admitted(Tenant tenant, Operation operation, Supplier<Uni<T>> call) {
    Ask ask = new Ask(operation, caller, Priority.INTERACTIVE, Duration.ZERO, maxWait);
    return Uni.createFrom()
        .deferred(
            () ->
                Admissions.run(
                    ask,
                    ledger.admit(tenant, ask),
                    call,
                    (Reservation reservation, T answer) -> reservation.settleByClock()));
  }
}
