package dev.huntgate.tracing;

import dev.huntgate.access.Tenant;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentBatch;
import dev.huntgate.incident.IncidentChange;
import dev.huntgate.incident.IncidentListing;
import dev.huntgate.incident.IncidentSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Makes a span of each incident call that no cache answers, waiting and retries included. */
public final class TracedIncidentSource implements IncidentSource {

  private final IncidentSource next;
  private final Tracer tracer;

  public TracedIncidentSource(IncidentSource next, Tracer tracer) {
    this.next = next;
    this.tracer = tracer;
  }

  @Override
  public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
    return traced(
        "incidents list",
        tenant,
        () -> next.list(tenant, listing),
        (span, batch) -> span.setAttribute(Spans.INCIDENTS, batch.incidents().size()));
  }

  @Override
  public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
    return traced(
        "incident read", tenant, () -> next.get(tenant, id, withAlerts), (span, incident) -> {});
  }

  @Override
  public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
    return next.steps(tenant, change);
  }

  @Override
  public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
    return traced(
        "incident change", tenant, () -> next.update(tenant, id, step), (span, incident) -> {});
  }

  private <T> Uni<T> traced(
      String name, Tenant tenant, Supplier<Uni<T>> call, BiConsumer<Span, T> found) {
    return Uni.createFrom()
        .deferred(
            () ->
                Spans.around(
                    tracer,
                    name,
                    SpanKind.INTERNAL,
                    Context.current(),
                    tenant,
                    span -> call.get(),
                    found));
  }
}
