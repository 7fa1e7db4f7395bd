package dev.huntgate.tracing;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission.Place;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.hunting.HuntQuery;
import dev.huntgate.hunting.HuntQuery.Progress;
import dev.huntgate.hunting.HuntingSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Makes a span of each hunt that is run, with the time it waited for the budget, or of each call.
 */
public final class TracedHuntingSource implements HuntingSource {

  private final HuntingSource next;
  private final Tracer tracer;
  private final Clock clock;
  private final boolean outermost;

  private TracedHuntingSource(HuntingSource next, Tracer tracer, Clock clock, boolean outermost) {
    this.next = next;
    this.tracer = tracer;
    this.clock = clock;
    this.outermost = outermost;
  }

  /** With a span for each run, waiting and retries included. */
  public static HuntingSource runs(HuntingSource next, Tracer tracer, Clock clock) {
    return new TracedHuntingSource(next, tracer, clock, true);
  }

  /** With a span for each call of upstream, inside the one of its run. */
  public static HuntingSource calls(HuntingSource next, Tracer tracer, Clock clock) {
    return new TracedHuntingSource(next, tracer, clock, false);
  }

  @Override
  public Uni<HuntAnswer> run(Tenant tenant, HuntQuery query) {
    return Uni.createFrom()
        .deferred(
            () ->
                Spans.around(
                    tracer,
                    outermost ? "hunt run" : "hunt call",
                    outermost ? SpanKind.INTERNAL : SpanKind.CLIENT,
                    parent(query),
                    tenant,
                    span -> next.run(tenant, inside(query, span)),
                    TracedHuntingSource::found));
  }

  /* Whoever wakes a waiting call has no span of ours, so the query carries it. */
  private Context parent(HuntQuery query) {
    return query.progress() instanceof Traced traced ? traced.context() : Context.current();
  }

  private HuntQuery inside(HuntQuery query, Span span) {
    span.setAttribute(Spans.HASH, query.canonical().hash());
    return outermost
        ? query.watchedBy(
            new Traced(query.progress(), Context.current().with(span), span, clock.instant()))
        : query;
  }

  private static void found(Span span, HuntAnswer answer) {
    span.setAttribute(Spans.ROWS, answer.result().rowCount());
    Duration stated = answer.runningTime();
    if (stated != null) {
      span.setAttribute(Spans.RUNNING_TIME_MS, stated.toMillis());
    }
  }

  private record Traced(Progress progress, Context context, Span span, Instant asked)
      implements Progress {

    @Override
    public void admitted(Instant time) {
      span.setAttribute(Spans.WAIT_MS, Math.max(0, Duration.between(asked, time).toMillis()));
      progress.admitted(time);
    }

    @Override
    public void queued(Supplier<Uni<Place>> place) {
      span.addEvent("waits for the budget");
      progress.queued(place);
    }

    @Override
    public <T> Uni<T> whileWanted(Uni<T> run) {
      return progress.whileWanted(run);
    }
  }
}
