package dev.huntgate.graphql;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.hunting.HuntQuery;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentBatch;
import dev.huntgate.incident.IncidentChange;
import dev.huntgate.incident.IncidentListing;
import dev.huntgate.incident.IncidentSource;
import dev.huntgate.incident.IncidentsForTests;
import dev.huntgate.result.Result;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An upstream in memory, which counts what it is asked for and fails when told to. */
final class FakeUpstream implements IncidentSource, HuntingSource {

  private List<Incident> incidents = List.of();
  private Result result = Samples.rows(0);
  private @Nullable RuntimeException failure;
  private CompletableFuture<Void> answering = CompletableFuture.completedFuture(null);
  private int hunts;
  private boolean alertsRead;
  private final List<IncidentChange> steps = new ArrayList<>();

  void reset() {
    incidents = List.of();
    result = Samples.rows(0);
    failure = null;
    answerHunts();
    answering = CompletableFuture.completedFuture(null);
    hunts = 0;
    alertsRead = false;
    steps.clear();
  }

  void holds(List<Incident> held) {
    incidents = held;
  }

  void finds(Result found) {
    result = found;
  }

  void failsWith(RuntimeException exception) {
    failure = exception;
  }

  /** Hunts run from now on until they are answered. */
  void holdHunts() {
    answering = new CompletableFuture<>();
  }

  void answerHunts() {
    answering.complete(null);
  }

  int hunts() {
    return hunts;
  }

  boolean alertsRead() {
    return alertsRead;
  }

  @Override
  public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
    if (failure != null) {
      return Uni.createFrom().failure(failure);
    }
    alertsRead |= listing.withAlerts();
    List<Incident> found =
        incidents.stream()
            .filter(incident -> isWithin(listing, listing.order().time(incident)))
            .sorted(Comparator.comparing(listing.order()::time).reversed())
            .map(incident -> listing.withAlerts() ? incident : Samples.withoutAlerts(incident))
            .toList();
    return Uni.createFrom().item(new IncidentBatch(found, false, true));
  }

  @Override
  public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    if (failure != null) {
      return Uni.createFrom().failure(failure);
    }
    alertsRead |= withAlerts;
    return Uni.createFrom()
        .item(
            () ->
                incidents.stream()
                    .filter(incident -> incident.id().equals(id))
                    .map(found -> withAlerts ? found : Samples.withoutAlerts(found))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new FailureException(
                                new Failure.NotFound("id", "There is no incident " + id + "."))));
  }

  /** Takes a remark by a call of its own, as Graph does, and does not tell what it led to. */
  @Override
  public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
    return change.comment() != null && change.changesFields()
        ? List.of(change.with(null), IncidentChange.commenting(change.comment()))
        : List.of(change);
  }

  @Override
  public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
    return get(tenant, id, true)
        .map(
            old -> {
              steps.add(step);
              Incident changed =
                  IncidentsForTests.changed(old, step, old.updatedAt().plusSeconds(60));
              incidents =
                  incidents.stream().map(one -> one.id().equals(id) ? changed : one).toList();
              return step.comment() == null ? Optional.of(changed) : Optional.empty();
            });
  }

  /** The steps of changes that arrived. */
  List<IncidentChange> steps() {
    return List.copyOf(steps);
  }

  @Override
  public Uni<HuntAnswer> run(Tenant tenant, HuntQuery query) {
    hunts++;
    query.progress().admitted(Clock.systemUTC().instant());
    return failure == null
        ? Uni.createFrom()
            .completionStage(answering::copy)
            .map(answered -> new HuntAnswer(result, Duration.ofMillis(1500)))
        : Uni.createFrom().failure(failure);
  }

  private static boolean isWithin(IncidentListing listing, Instant time) {
    return (listing.from() == null || !time.isBefore(listing.from()))
        && (listing.to() == null || !time.isAfter(listing.to()));
  }
}
