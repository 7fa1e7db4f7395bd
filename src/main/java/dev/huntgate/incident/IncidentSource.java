package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;

/** The port to whatever serves a tenant's incidents. */
public interface IncidentSource {

  /**
   * Reads one upstream page.
   *
   * <p>Fails with a {@link dev.huntgate.failure.FailureException}.
   */
  Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing);

  /**
   * Reads one incident.
   *
   * <p>Fails with a {@link dev.huntgate.failure.FailureException}: {@code NOT_FOUND} when upstream
   * has none under this id.
   */
  Uni<Incident> get(Tenant tenant, String id, boolean withAlerts);
}
