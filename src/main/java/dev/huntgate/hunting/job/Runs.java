package dev.huntgate.hunting.job;

import dev.huntgate.budget.Terms;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.ResultTooLarge;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.hunting.HuntProgress;
import dev.huntgate.hunting.HuntProgress.Queued;
import dev.huntgate.hunting.HuntProgress.Running;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.job.JobState.Cancelled;
import dev.huntgate.hunting.job.JobState.Ended;
import dev.huntgate.hunting.job.JobState.Failed;
import dev.huntgate.hunting.job.JobState.Pending;
import dev.huntgate.hunting.job.JobState.Succeeded;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The jobs that run in this process, each until it ends here or is left to others. */
final class Runs implements JobRunner {

  private static final Logger LOG = Logger.getLogger(Runs.class);
  /* For a hunt that the budget had let go already: it should not fail for want of patience. */
  private static final Duration LEAST_AGAIN = Duration.ofMinutes(1);

  private record Followed(Run run, CompletableFuture<Hunt> outcome) {}

  private final Hunts hunts;
  private final JobStore store;
  private final ResultShelf results;
  private final Clock clock;
  private final Map<String, Followed> runs = new ConcurrentHashMap<>();

  Runs(Hunts hunts, JobStore store, ResultShelf results, Clock clock) {
    this.hunts = hunts;
    this.store = store;
    this.results = results;
    this.clock = clock;
  }

  /** Ends a job when its run does. */
  void follow(HuntJob job, Run run, CompletableFuture<Hunt> outcome) {
    run.becomes(job);
    runs.put(job.id(), new Followed(run, outcome));
    // Whoever cancels it ends the job, too.
    Uni.createFrom()
        .completionStage(outcome::copy)
        .onItemOrFailure()
        .transformToUni(
            (found, failure) ->
                failure instanceof CancellationException
                    ? Uni.createFrom().nullItem()
                    : end(job, run, ended(found, failure)))
        .subscribe()
        .with(end -> {}, run.end()::completeExceptionally);
  }

  /** The run of a job; null when it does not run here. */
  @Nullable Run of(String id) {
    Followed followed = runs.get(id);
    return followed == null ? null : followed.run();
  }

  /** Cancels a job; answers it as it ended. */
  Uni<HuntJob> cancel(HuntJob job) {
    Cancelled cancelled = new Cancelled(clock.instant());
    Followed followed = runs.get(job.id());
    return followed == null
        ? store.put(job.in(cancelled))
        : end(job, followed.run(), cancelled)
            .onItem()
            .invoke(() -> followed.outcome().cancel(false));
  }

  @Override
  public void takeOver(HuntJob job) {
    Run run = new Run();
    run.becomes(job);
    run.progress(new Queued(0, clock.instant()));
    follow(job, run, hunts.run(withTimeLeft(job), run).subscribeAsCompletionStage());
  }

  @Override
  public void leave(HuntJob job) {
    Followed followed = runs.get(job.id());
    if (followed == null || !followed.run().mayEnd()) {
      return;
    }
    runs.remove(job.id(), followed);
    if (!(job.state() instanceof Cancelled)) {
      followed.run().goesElsewhere();
    }
    followed.run().end().complete(job);
    followed.outcome().cancel(false);
  }

  @Override
  public Uni<HuntJob> current(HuntJob job) {
    Run run = of(job.id());
    if (job.hasEnded()) {
      return Uni.createFrom().item(job);
    }
    if (run == null) {
      return Uni.createFrom().item(() -> now(job, ((Pending) job.state()).progress()));
    }
    return hunts
        .progress(job.request())
        .map(
            known -> {
              known.ifPresent(run::progress);
              HuntProgress seen = run.progress();
              return seen == null ? job : now(job, seen);
            });
  }

  /**
   * Gives jobs to others, where there are some.
   *
   * @param all whether also those that upstream runs
   */
  Uni<Void> handOver(boolean all) {
    return Multi.createFrom()
        .iterable(List.copyOf(runs.values()))
        .map(followed -> Objects.requireNonNull(followed.run().job()))
        .onItem()
        .transformToUniAndMerge(job -> current(job).onFailure().recoverWithItem(job))
        .select()
        .where(job -> all || !isRunning(job))
        .collect()
        .asList()
        .flatMap(store::handOver)
        .onItem()
        .invoke(gone -> gone.forEach(this::leave))
        .replaceWithVoid();
  }

  private Ended ended(Hunt hunt, @Nullable Throwable failure) {
    Instant now = clock.instant();
    if (failure != null) {
      return new Failed(now, Failure.of(failure, LOG, "in a job"));
    }
    return hunt.served().kept()
        ? new Succeeded(now, hunt.stored().id())
        : new Failed(now, tooLarge());
  }

  /* Cancelled and done at the same moment: what came first stands. */
  private Uni<HuntJob> end(HuntJob job, Run run, Ended state) {
    if (!run.mayEnd()) {
      return Uni.createFrom().completionStage(run.end()::copy);
    }
    return readable(state)
        .flatMap(there -> store.put(job.in(state)))
        .onTermination()
        .invoke(() -> runs.computeIfPresent(job.id(), (id, now) -> now.run() == run ? null : now))
        .onItem()
        .invoke(run.end()::complete)
        .onFailure()
        .invoke(run.end()::completeExceptionally);
  }

  /* Others are told that there is a result once they can have it. */
  private Uni<Void> readable(Ended state) {
    return state instanceof Succeeded succeeded
        ? results
            .holds(succeeded.resultId())
            .onFailure()
            .invoke(failure -> LOG.debugf("A job's result is here alone: %s", failure.getMessage()))
            .onFailure()
            .recoverWithNull()
        : Uni.createFrom().voidItem();
  }

  private HuntRequest withTimeLeft(HuntJob job) {
    HuntRequest request = job.request();
    Terms terms = request.terms();
    Duration least = isRunning(job) ? LEAST_AGAIN : Duration.ZERO;
    Duration left = Duration.between(clock.instant(), job.createdAt().plus(terms.maxWait()));
    return new HuntRequest(
        request.kql(),
        request.timespan(),
        request.maxAge(),
        new Terms(terms.caller(), terms.priority(), left.compareTo(least) < 0 ? least : left),
        request.maySpend(),
        request.savedHunt());
  }

  private HuntJob now(HuntJob job, HuntProgress progress) {
    return job.in(
        new Pending(
            progress instanceof Running running
                ? HuntProgress.running(running.since(), clock.instant(), running.expected())
                : progress));
  }

  private static boolean isRunning(HuntJob job) {
    return job.state() instanceof Pending pending && pending.progress() instanceof Running;
  }

  private static Failure tooLarge() {
    return new ResultTooLarge(
        "The result alone is larger than the cache, so that no job can hold it; run it with hunt,"
            + " ask for less, or have HUNTGATE_CACHE_MAX_BYTES raised.",
        null);
  }
}
