package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

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

  /**
   * The parts that a change has to be made in, one after the other, because upstream takes no more
   * in one call.
   */
  List<IncidentChange> steps(Tenant tenant, IncidentChange change);

  /**
   * Makes one of the {@link #steps} of a change, by one upstream call.
   *
   * <p>Fails with a {@link dev.huntgate.failure.FailureException}: {@code NOT_FOUND} when upstream
   * has none under this id, {@code INVALID_ARGUMENT} when it does not accept the change. Where the
   * failure does not say that nothing was sent, the change may have been made all the same.
   *
   * @return the incident as it is then, without alerts; empty where upstream's answer does not tell
   */
  Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step);
}
