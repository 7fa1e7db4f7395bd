package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * An upstream in memory whose incidents are updated and joined by new ones between calls.
 *
 * <p>It orders by the listing's time where it is told to, else by the time of the last update.
 */
final class ShiftingUpstream implements IncidentSource {

  private final List<Incident> incidents;
  private final Random random;
  private final boolean ordered;
  private final int cap;
  private int changesPerCall;
  private Instant now;
  private int nextId;
  int calls;

  ShiftingUpstream(
      List<Incident> incidents, Random random, boolean ordered, int cap, int changesPerCall) {
    this.incidents = new ArrayList<>(incidents);
    this.random = random;
    this.ordered = ordered;
    this.cap = cap;
    this.changesPerCall = changesPerCall;
    this.now = Instant.parse("2026-06-30T00:00:00Z");
    this.nextId = 1_000_000;
  }

  @Override
  public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
    calls++;
    change(changesPerCall);
    int top = ordered ? Math.min(cap, listing.wanted()) : cap;
    IncidentOrder order = ordered ? listing.order() : IncidentOrder.UPDATED;
    List<Incident> found =
        incidents.stream()
            .filter(i -> isWithin(listing, i))
            .sorted(Comparator.comparing(order::time).reversed())
            .skip(listing.skip())
            .limit(top)
            .toList();
    return Uni.createFrom().item(new IncidentBatch(found, found.size() >= top, ordered));
  }

  @Override
  public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
    return List.of(change);
  }

  @Override
  public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
    throw new UnsupportedOperationException();
  }

  private static boolean isWithin(IncidentListing listing, Incident incident) {
    Instant time = listing.order().time(incident);
    Instant createdFrom = listing.filter().createdFrom();
    Instant updatedFrom = listing.filter().updatedFrom();
    return (createdFrom == null || !incident.createdAt().isBefore(createdFrom))
        && (updatedFrom == null || !incident.updatedAt().isBefore(updatedFrom))
        && (listing.from() == null || !time.isBefore(listing.from()))
        && (listing.to() == null || !time.isAfter(listing.to()));
  }

  /** Lets nothing change from now on but by {@link #change} and {@link #put}. */
  void rest() {
    changesPerCall = 0;
  }

  /** Adds an incident, or puts it in the place of what had its id. */
  void put(Incident incident) {
    incidents.removeIf(old -> old.id().equals(incident.id()));
    incidents.add(incident);
  }

  /** What there is at this moment. */
  List<Incident> incidents() {
    return List.copyOf(incidents);
  }

  /** The time that passes with the changes. */
  Instant now() {
    return now;
  }

  /** Lets incidents change, and some arrive. */
  void change(int changes) {
    for (int i = 0; i < changes && !incidents.isEmpty(); i++) {
      now = now.plusMillis(1 + random.nextInt(5000));
      int at = random.nextInt(incidents.size());
      Incident old = incidents.get(at);
      incidents.set(at, IncidentsForTests.incident(old.id(), old.createdAt(), now, old.severity()));
      if (random.nextInt(3) == 0) {
        incidents.add(IncidentsForTests.incident("" + nextId++, now, now));
      }
    }
  }
}
