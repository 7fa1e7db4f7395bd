package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An upstream in memory that takes a remark by a call of its own, and fails where it is told to.
 */
final class StepwiseUpstream implements IncidentSource {

  static final Instant CREATED = Instant.parse("2026-06-30T00:00:00Z");

  final List<String> calls = new ArrayList<>();
  final Map<String, Incident> held = new HashMap<>();
  /* What goes wrong at a call, if anything does. */
  Function<String, @Nullable RuntimeException> failing = call -> null;

  void holds(String... ids) {
    for (String id : ids) {
      held.put(id, IncidentsForTests.incident(id, CREATED, CREATED));
    }
  }

  @Override
  public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    return called("get " + id + (withAlerts ? " with alerts" : ""), id);
  }

  @Override
  public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
    return change.comment() != null && change.changesFields()
        ? List.of(change.with(null), IncidentChange.commenting(change.comment()))
        : List.of(change);
  }

  @Override
  public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
    String comment = step.comment();
    return called(comment == null ? "change " + id : "comment " + id + ": " + comment, id)
        .map(
            old -> {
              Incident changed =
                  IncidentsForTests.changed(old, step, old.updatedAt().plusSeconds(1));
              held.put(id, changed);
              return comment == null ? Optional.of(changed) : Optional.empty();
            });
  }

  private Uni<Incident> called(String call, String id) {
    return Uni.createFrom()
        .item(
            () -> {
              calls.add(call);
              RuntimeException failure = failing.apply(call);
              if (failure != null) {
                throw failure;
              }
              Incident found = held.get(id);
              if (found == null) {
                throw new FailureException(new Failure.NotFound("id", "There is none."));
              }
              return found;
            });
  }
}
