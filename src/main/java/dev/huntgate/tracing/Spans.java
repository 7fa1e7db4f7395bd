package dev.huntgate.tracing;

import dev.huntgate.access.Tenant;
import dev.huntgate.audit.AuditEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Makes spans around work that goes on elsewhere, and names what they tell. */
final class Spans {

  static final AttributeKey<String> TENANT = AttributeKey.stringKey("huntgate.tenant");
  static final AttributeKey<String> HASH = AttributeKey.stringKey("huntgate.query.hash");
  static final AttributeKey<String> CACHE = AttributeKey.stringKey("huntgate.cache.outcome");
  static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("huntgate.outcome");
  static final AttributeKey<String> SAVED_HUNT = AttributeKey.stringKey("huntgate.saved_hunt");
  static final AttributeKey<String> JOB = AttributeKey.stringKey("huntgate.job");
  static final AttributeKey<Long> ROWS = AttributeKey.longKey("huntgate.rows");
  static final AttributeKey<Long> INCIDENTS = AttributeKey.longKey("huntgate.incidents");
  static final AttributeKey<Long> WAIT_MS = AttributeKey.longKey("huntgate.budget.wait_ms");
  static final AttributeKey<Long> RUNNING_TIME_MS =
      AttributeKey.longKey("huntgate.running_time_ms");

  private Spans() {}

  /**
   * Work with a span around it, which has begun when the work does and is the parent of what the
   * work begins at once.
   *
   * @param parent what it is a part of
   * @param found tells the span what came of it
   */
  static <T> Uni<T> around(
      Tracer tracer,
      String name,
      SpanKind kind,
      Context parent,
      Tenant tenant,
      Function<Span, Uni<T>> work,
      BiConsumer<Span, T> found) {
    return Uni.createFrom()
        .emitter(
            waiting -> {
              Span span =
                  tracer
                      .spanBuilder(name)
                      .setSpanKind(kind)
                      .setParent(parent)
                      .setAttribute(TENANT, tenant.name())
                      .startSpan();
              try (Scope current = parent.with(span).makeCurrent()) {
                Cancellable run =
                    work.apply(span)
                        .subscribe()
                        .with(
                            item -> {
                              found.accept(span, item);
                              span.end();
                              waiting.complete(item);
                            },
                            thrown -> {
                              fail(span, thrown);
                              waiting.fail(thrown);
                            });
                waiting.onTermination(
                    () -> {
                      run.cancel();
                      fail(span, new CancellationException());
                    });
              }
            });
  }

  /* A span that has ended already takes no more. */
  private static void fail(Span span, Throwable thrown) {
    span.setAttribute(OUTCOME, AuditEvent.code(thrown).name());
    span.setStatus(StatusCode.ERROR);
    span.end();
  }
}
