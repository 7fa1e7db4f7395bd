package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;

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
}
