package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.GuardFailures;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Reads alerts incident by incident when upstream fails to list them together.
 *
 * <p>Graph's {@code $expand=alerts} fails on big tenants. Each of the calls made instead is
 * budgeted and guarded like any other.
 */
public final class AlertFallback implements IncidentSource {

  private static final Logger LOG = Logger.getLogger(AlertFallback.class);
  private static final int AT_ONCE = 4;

  private final IncidentSource next;

  public AlertFallback(IncidentSource next) {
    this.next = next;
  }

  @Override
  public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
    Uni<IncidentBatch> together = next.list(tenant, listing);
    return listing.withAlerts()
        ? together
            .onFailure(GuardFailures::isFailingAnswer)
            .recoverWithUni(failure -> oneByOne(tenant, listing))
        : together;
  }

  @Override
  public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    return next.get(tenant, id, withAlerts);
  }

  @Override
  public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
    return next.steps(tenant, change);
  }

  @Override
  public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
    return next.update(tenant, id, step);
  }

  private Uni<IncidentBatch> oneByOne(Tenant tenant, IncidentListing listing) {
    LOG.infof("Listing incidents with alerts failed for tenant %s; reading them singly", tenant);
    IncidentListing without =
        new IncidentListing(
            listing.order(),
            listing.from(),
            listing.to(),
            listing.filter(),
            listing.wanted(),
            listing.skip(),
            false,
            listing.anew());
    return next.list(tenant, without)
        .flatMap(
            batch ->
                Multi.createFrom()
                    .iterable(batch.incidents())
                    .onItem()
                    .transformToUni(incident -> next.get(tenant, incident.id(), true))
                    .merge(AT_ONCE)
                    .collect()
                    .asList()
                    .map(
                        incidents ->
                            new IncidentBatch(
                                incidents.stream().sorted(listing.order().comparator()).toList(),
                                batch.more(),
                                batch.ordered())));
  }
}
