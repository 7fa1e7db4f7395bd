package dev.huntgate.hunting;

import dev.huntgate.budget.Admission.Place;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.failure.Failure.Cancelled;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a hunt that any number of callers wait for.
 *
 * <p>While it waits for the budget it is given up when the last of them leaves; once it is admitted
 * it runs to its end, since its time is spent anyway.
 */
final class Flight implements HuntQuery.Progress {

  private final CompletableFuture<Instant> admission = new CompletableFuture<>();
  private final CompletableFuture<Void> abandonment = new CompletableFuture<>();
  private volatile @Nullable Instant runsSince;
  private volatile @Nullable HuntQuery query;
  private volatile @Nullable Supplier<Uni<Place>> place;
  private int waiting;

  /** It begins with the wish of one of those who wait. */
  void begin(HuntQuery wish) {
    query = wish;
  }

  /** Whether this wish is the one that began the run. */
  boolean isOf(HuntQuery other) {
    return query == other;
  }

  @Override
  public void admitted(Instant time) {
    runsSince = time;
    admission.complete(time);
    HuntQuery began = query;
    if (began != null) {
      began.progress().admitted(time);
    }
  }

  @Override
  public void queued(Supplier<Uni<Place>> at) {
    place = at;
    HuntQuery began = query;
    if (began != null) {
      began.progress().queued(at);
    }
  }

  /** How far it is; a place that nobody knows yet is the first. */
  Uni<HuntProgress> progress(Instant now, RunningTimes.Expected expected) {
    Instant began = admittedAt();
    if (began != null) {
      return Uni.createFrom().item(HuntProgress.running(began, now, expected.p50()));
    }
    Supplier<Uni<Place>> waiting = place;
    return waiting == null
        ? Uni.createFrom().item(new HuntProgress.Queued(0, now))
        : waiting.get().map(at -> new HuntProgress.Queued(at.ahead(), at.until()));
  }

  /** When the budget let it go; null while it waits. */
  @Nullable Instant admittedAt() {
    return runsSince;
  }

  /** Ends with a moment in which the budget lets it go, or never. */
  Uni<Instant> admission() {
    return Uni.createFrom().completionStage(admission::copy);
  }

  /* Mutiny's own race between two would cancel a future each time, whose exception is dear. */
  @Override
  public <T> Uni<T> whileWanted(Uni<T> run) {
    return Uni.createFrom()
        .emitter(
            outcome -> {
              Cancellable running = run.subscribe().with(outcome::complete, outcome::fail);
              outcome.onTermination(running::cancel);
              abandonment.thenRun(
                  () -> {
                    running.cancel();
                    outcome.fail(gone());
                  });
            });
  }

  synchronized void join() {
    waiting++;
  }

  /** Answers whether nobody waits any more. */
  synchronized boolean leave() {
    waiting--;
    return waiting == 0;
  }

  /** Gives the run up if it still waits for the budget. */
  void abandon() {
    if (!admission.isDone()) {
      abandonment.complete(null);
    }
  }

  private static FailureException gone() {
    return new FailureException(
        new Cancelled("Nobody waited for the hunt any more; it was not run."));
  }
}
