package dev.huntgate.hunting;

import dev.huntgate.failure.Failure.Cancelled;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One run of a hunt that any number of callers wait for.
 *
 * <p>While it waits for the budget it is given up when the last of them leaves; once it is admitted
 * it runs to its end, since its time is spent anyway.
 */
final class Flight implements HuntQuery.Progress {

  private final HuntQuery query;
  private final CompletableFuture<Instant> admission = new CompletableFuture<>();
  private final CompletableFuture<Void> abandonment = new CompletableFuture<>();
  private int waiting;

  /**
   * @param query the wish of whoever began it
   */
  Flight(HuntQuery query) {
    this.query = query;
  }

  /** Whether this wish is the one that began the run. */
  boolean isOf(HuntQuery other) {
    return query == other;
  }

  @Override
  public void admitted(Instant time) {
    admission.complete(time);
    query.progress().admitted(time);
  }

  /** When the budget let it go; null while it waits. */
  @Nullable Instant admittedAt() {
    return admission.getNow(null);
  }

  /** Ends with a moment in which the budget lets it go, or never. */
  Uni<Instant> admission() {
    return Uni.createFrom().completionStage(admission::copy);
  }

  /** The run, given up when nobody waits for it any more. */
  <T> Uni<T> untilAbandoned(Uni<T> run) {
    Uni<T> abandoned =
        Uni.createFrom().completionStage(abandonment).onItem().transformToUni(done -> gone());
    return Uni.combine().any().of(run, abandoned);
  }

  synchronized void join() {
    waiting++;
  }

  synchronized void leave() {
    waiting--;
    if (waiting == 0 && !admission.isDone()) {
      abandonment.complete(null);
    }
  }

  private static <T> Uni<T> gone() {
    return Uni.createFrom()
        .failure(
            new FailureException(
                new Cancelled("Nobody waited for the hunt any more; it was not run.")));
  }
}
