package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An upstream that answers when it is told to. */
final class HeldUpstream implements IncidentSource {

  private static final Instant CREATED = Instant.parse("2026-06-30T00:00:00Z");

  final List<String> calls = new ArrayList<>();
  private final Deque<CompletableFuture<Void>> held = new ArrayDeque<>();

  void answerAll() {
    while (!held.isEmpty()) {
      held.remove().complete(null);
    }
  }

  void failNext() {
    failNext(new IllegalStateException("down"));
  }

  void failNext(RuntimeException failure) {
    held.remove().completeExceptionally(failure);
  }

  @Override
  public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
    calls.add(tenant + " list");
    return hold().map(go -> new IncidentBatch(List.of(incident("1")), false, true));
  }

  @Override
  public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    calls.add(tenant + " get " + id + " " + withAlerts);
    return hold().map(go -> incident(id));
  }

  @Override
  public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
    return List.of(change);
  }

  @Override
  public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
    calls.add(tenant + " update " + id);
    return hold().map(go -> Optional.of(incident(id)));
  }

  private Uni<Void> hold() {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    held.add(answer);
    return Uni.createFrom().completionStage(answer);
  }

  private static Incident incident(String id) {
    return IncidentsForTests.incident(id, CREATED, CREATED);
  }
}
