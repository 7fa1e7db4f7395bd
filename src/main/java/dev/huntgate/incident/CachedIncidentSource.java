package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.GuardFailures;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Answers from what was read moments ago, and lets equal reads at the same time share one call. */
public final class CachedIncidentSource implements IncidentSource {

  private final IncidentSource next;
  private final IncidentCache cache;

  public CachedIncidentSource(IncidentSource next, IncidentCache cache) {
    this.next = next;
    this.cache = cache;
  }

  @Override
  public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
    return cache.page(tenant, listing, () -> next.list(tenant, listing));
  }

  @Override
  public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    return cache.single(tenant, id, withAlerts, () -> next.get(tenant, id, withAlerts));
  }

  @Override
  public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
    return next.steps(tenant, change);
  }

  @Override
  public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
    return next.update(tenant, id, step)
        .onTermination()
        .invoke(
            (answer, failure, cancelled) -> {
              if (failure == null || !GuardFailures.isNotBegun(failure)) {
                cache.invalidate(tenant, id);
              }
            });
  }
}
