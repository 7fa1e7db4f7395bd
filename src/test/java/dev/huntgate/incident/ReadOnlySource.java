package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** An upstream of which only lists are read. */
abstract class ReadOnlySource implements IncidentSource {

  @Override
  public final Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
    throw new UnsupportedOperationException();
  }
}
