package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.GuardFailures;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts each call under a tenant's fault tolerance guard; which strategies it has, wiring says. */
public final class GuardedIncidentSource implements IncidentSource {

  private static final TypeLiteral<Uni<IncidentBatch>> BATCH = new TypeLiteral<>() {};
  private static final TypeLiteral<Uni<Incident>> INCIDENT = new TypeLiteral<>() {};
  private static final TypeLiteral<Uni<Optional<Incident>>> CHANGED = new TypeLiteral<>() {};

  private final IncidentSource next;
  private final Function<Tenant, Guard> reads;
  private final Function<Tenant, Guard> writes;

  /**
   * @param guards the same guard for the same tenant at each call
   */
  public GuardedIncidentSource(IncidentSource next, Function<Tenant, Guard> guards) {
    this(next, guards, guards);
  }

  /**
   * @param reads the guard of calls that only read
   * @param writes the guard of calls that change something
   */
  public GuardedIncidentSource(
      IncidentSource next, Function<Tenant, Guard> reads, Function<Tenant, Guard> writes) {
    this.next = next;
    this.reads = reads;
    this.writes = writes;
  }

  @Override
  public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
    return Uni.createFrom()
        .deferred(() -> reads.apply(tenant).get(() -> next.list(tenant, listing), BATCH))
        .onFailure()
        .transform(GuardFailures::of);
  }

  @Override
  public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    return Uni.createFrom()
        .deferred(() -> reads.apply(tenant).get(() -> next.get(tenant, id, withAlerts), INCIDENT))
        .onFailure()
        .transform(GuardFailures::of);
  }

  @Override
  public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
    return next.steps(tenant, change);
  }

  @Override
  public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
    return Uni.createFrom()
        .deferred(() -> writes.apply(tenant).get(() -> next.update(tenant, id, step), CHANGED))
        .onFailure()
        .transform(GuardFailures::of);
  }
}
