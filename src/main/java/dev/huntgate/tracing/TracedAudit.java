package dev.huntgate.tracing;

import dev.huntgate.audit.Audit;
import dev.huntgate.audit.AuditEvent;
import dev.huntgate.audit.AuditEvent.Found;
import dev.huntgate.audit.AuditEvent.Hunted;
import dev.huntgate.audit.AuditEvent.Query;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span of each hunt that somebody asked for, whether a kept result answered it or not, as a
 * part of the request.
 */
public final class TracedAudit implements Audit {

  private final Audit next;
  private final Tracer tracer;
  private final Clock clock;

  public TracedAudit(Audit next, Tracer tracer, Clock clock) {
    this.next = next;
    this.tracer = tracer;
    this.clock = clock;
  }

  @Override
  public void record(AuditEvent event) {
    next.record(event);
  }

  @Override
  public Audit begun() {
    Instant start = clock.instant();
    Context request = Context.current();
    Audit begun = next.begun();
    return event -> {
      begun.record(event);
      if (event instanceof Hunted hunted) {
        trace(hunted, start, request);
      }
    };
  }

  private void trace(Hunted hunted, Instant start, Context request) {
    Span span =
        tracer
            .spanBuilder(hunted.name())
            .setParent(request)
            .setStartTimestamp(start)
            .setAttribute(Spans.TENANT, hunted.caller().tenant().name())
            .setAttribute(Spans.OUTCOME, hunted.failure() == null ? "OK" : hunted.failure().name())
            .startSpan();
    Query query = hunted.query();
    if (query != null) {
      span.setAttribute(Spans.HASH, query.hash());
    }
    Found found = hunted.found();
    if (found != null) {
      span.setAttribute(Spans.CACHE, found.origin().toLowerCase(Locale.ROOT));
      span.setAttribute(Spans.ROWS, (long) found.rows());
      span.setAttribute(Spans.RUNNING_TIME_MS, found.runningTime().toMillis());
    }
    set(span, Spans.SAVED_HUNT, hunted.savedHunt());
    set(span, Spans.JOB, hunted.job());
    if (hunted.failure() != null) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end(clock.instant());
  }

  private static void set(Span span, AttributeKey<String> key, @Nullable String value) {
    if (value != null) {
      span.setAttribute(key, value);
    }
  }
}
