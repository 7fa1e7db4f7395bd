package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.GuardFailures;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.util.function.Function;

/** Puts each call under a tenant's fault tolerance guard; which strategies it has, wiring says. */
public final class GuardedIncidentSource implements IncidentSource {

  private static final TypeLiteral<Uni<IncidentBatch>> BATCH = new TypeLiteral<>() {};
  private static final TypeLiteral<Uni<Incident>> INCIDENT = new TypeLiteral<>() {};

  private final IncidentSource next;
  private final Function<Tenant, Guard> guards;

  /**
   * @param guards the same guard for the same tenant at each call
   */
  public GuardedIncidentSource(IncidentSource next, Function<Tenant, Guard> guards) {
    this.next = next;
    this.guards = guards;
  }

  @Override
  public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
    return Uni.createFrom()
        .deferred(() -> guards.apply(tenant).get(() -> next.list(tenant, listing), BATCH))
        .onFailure()
        .transform(GuardFailures::of);
  }

  @Override
  public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    return Uni.createFrom()
        .deferred(() -> guards.apply(tenant).get(() -> next.get(tenant, id, withAlerts), INCIDENT))
        .onFailure()
        .transform(GuardFailures::of);
  }
}
