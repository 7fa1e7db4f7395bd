package dev.huntgate.wiring;

import dev.huntgate.audit.Audit;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.incident.IncidentSource;
import dev.huntgate.tracing.TracedAudit;
import dev.huntgate.tracing.TracedHuntingSource;
import dev.huntgate.tracing.TracedIncidentSource;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The spans of the pipelines, of which there is nothing at all where nobody collects them. */
@Singleton
final class Tracing {

  private final boolean on;
  private final Tracer tracer;
  private final Clock clock;

  @Inject
  Tracing(OTelRuntimeConfig config, Tracer tracer, Clock clock) {
    this(!config.sdkDisabled(), tracer, clock);
  }

  private Tracing(boolean on, Tracer tracer, Clock clock) {
    this.on = on;
    this.tracer = tracer;
    this.clock = clock;
  }

  /** No spans. */
  static Tracing off() {
    return new Tracing(false, OpenTelemetry.noop().getTracer(""), Clock.systemUTC());
  }

  Audit of(Audit audit) {
    return on ? new TracedAudit(audit, tracer, clock) : audit;
  }

  IncidentSource of(IncidentSource source) {
    return on ? new TracedIncidentSource(source, tracer) : source;
  }

  /** The runs of hunts, with their waiting. */
  HuntingSource runs(HuntingSource source) {
    return on ? TracedHuntingSource.runs(source, tracer, clock) : source;
  }

  /** The calls that they are made of. */
  HuntingSource calls(HuntingSource source) {
    return on ? TracedHuntingSource.calls(source, tracer, clock) : source;
  }
}
