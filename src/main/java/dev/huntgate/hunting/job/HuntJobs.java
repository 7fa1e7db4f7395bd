package dev.huntgate.hunting.job;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.budget.Alarm;
import dev.huntgate.budget.Looks;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.failure.Failure.Forbidden;
import dev.huntgate.failure.Failure.NotFound;
import dev.huntgate.failure.Failure.Overloaded;
import dev.huntgate.failure.Failure.StillRunning;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.hunting.HuntProgress;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.job.JobState.Pending;
import dev.huntgate.result.RowRange;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hunts as jobs: each asks for its hunt as any caller does, so that equal ones share a run, and
 * stays to be looked at when that has ended.
 */
public final class HuntJobs {

  private final Hunts hunts;
  private final JobStore store;
  private final JobsConfig config;
  private final Clock clock;
  private final Alarm alarm;
  private final Runs runs;

  /** Jobs whose results are read in this process alone. */
  public HuntJobs(Hunts hunts, JobStore store, JobsConfig config, Clock clock, Alarm alarm) {
    this(hunts, store, ResultShelf.OWN, config, clock, alarm);
  }

  /**
   * Jobs as a store's other processes know them, too.
   *
   * @param results must hold a result before others hear that its job succeeded
   */
  public HuntJobs(
      Hunts hunts,
      JobStore store,
      ResultShelf results,
      JobsConfig config,
      Clock clock,
      Alarm alarm) {
    this.hunts = hunts;
    this.store = store;
    this.config = config;
    this.clock = clock;
    this.alarm = alarm;
    this.runs = new Runs(hunts, store, results, clock);
    store.serve(runs);
  }

  /**
   * Starts a job, and answers at once.
   *
   * @throws FailureException when the hunt cannot be asked for at all
   */
  public Uni<HuntJob> start(HuntRequest request) {
    hunts.check(request);
    return toItsEnd(
        () ->
            keep(request)
                .onFailure()
                .invoke(refusal -> hunts.refused(request, refusal))
                .flatMap(
                    job -> {
                      Run run = new Run();
                      run.becomes(job);
                      return follow(job, run, hunts.run(request, run).subscribeAsCompletionStage());
                    }));
  }

  /**
   * Answers a hunt that takes no longer than {@link JobsConfig#answerWithin}; fails with {@code
   * STILL_RUNNING} when it does, and makes it a job.
   *
   * @param rows those that have to be there; not all of the others need to be
   */
  public Uni<Hunt> answer(HuntRequest request, RowRange rows) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Run run = new Run();
              CompletableFuture<Hunt> outcome =
                  hunts.run(request, rows, run).subscribeAsCompletionStage();
              AtomicBoolean followed = new AtomicBoolean();
              Uni<Hunt> answer = Uni.createFrom().completionStage(outcome::copy);
              if (outcome.isDone()) {
                return answer;
              }
              Uni<Hunt> tooLate =
                  alarm
                      .pause(config.answerWithin())
                      .flatMap(
                          passed -> {
                            followed.set(true);
                            return toItsEnd(() -> becomesJob(request, run, outcome))
                                .flatMap(HuntJobs::stillRunning);
                          });
              return Uni.combine()
                  .any()
                  .of(answer, tooLate)
                  .onCancellation()
                  .invoke(() -> leave(outcome, followed));
            });
  }

  /** A job as it stands; fails with {@code NOT_FOUND} when there is none under this id. */
  public Uni<HuntJob> find(Caller caller, String id) {
    caller.requireHunting();
    return store
        .find(caller.tenant(), id)
        .map(job -> job.orElseThrow(HuntJobs::unknown))
        .flatMap(runs::current);
  }

  /**
   * Cancels a job of the caller's own, or anybody's for an administrator; one that has ended stays
   * as it is.
   *
   * <p>A hunt that nobody else waits for leaves the budget's queue; one that runs upstream goes on,
   * since its time is spent anyway, and its result is kept.
   */
  public Uni<HuntJob> cancel(Caller caller, String id) {
    return find(caller, id)
        .flatMap(
            job -> {
              if (!isOf(job, caller) && !caller.may(Permission.ADMIN)) {
                throw new FailureException(
                    new Forbidden("Only who started a job may cancel it, or who may administer."));
              }
              return job.hasEnded() ? Uni.createFrom().item(job) : runs.cancel(job);
            });
  }

  /**
   * Gives jobs of this process that have not ended to others of the same store, where there are
   * some, as it stops; those others tell of them from then on.
   *
   * @param all whether also those that upstream runs, or only those that wait
   */
  public Uni<Void> handOver(boolean all) {
    return runs.handOver(all);
  }

  /**
   * A job as it stands now and then, the last time when it has ended.
   *
   * <p>Once it has been seen it goes on, although how it stands may not be known for a while.
   */
  public Multi<HuntJob> watch(Caller caller, String id) {
    return Multi.createFrom()
        .deferred(
            () -> {
              AtomicReference<@Nullable HuntJob> seen = new AtomicReference<>();
              return Looks.at(() -> look(caller, id, seen), () -> pause(id), HuntJob::hasEnded);
            })
        .skip()
        .repetitions();
  }

  private Uni<HuntJob> look(Caller caller, String id, AtomicReference<@Nullable HuntJob> seen) {
    return find(caller, id)
        .onItem()
        .invoke(seen::set)
        .onFailure(failure -> seen.get() != null && isPassing(failure))
        .recoverWithItem(seen::get);
  }

  private static boolean isPassing(Throwable thrown) {
    return thrown instanceof FailureException known && known.failure() instanceof Overloaded;
  }

  private static void leave(CompletableFuture<Hunt> outcome, AtomicBoolean followed) {
    if (!followed.get()) {
      outcome.cancel(false);
    }
  }

  private Uni<HuntJob> becomesJob(HuntRequest request, Run run, CompletableFuture<Hunt> outcome) {
    return keep(request).onItem().invoke(run::becomes).flatMap(job -> follow(job, run, outcome));
  }

  /* Whoever asks may leave meanwhile: what is kept as a job is followed all the same. */
  private static <T> Uni<T> toItsEnd(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              CompletableFuture<T> done = work.get().subscribeAsCompletionStage();
              return Uni.createFrom().completionStage(done::copy);
            });
  }

  private Uni<HuntJob> keep(HuntRequest request) {
    Instant now = clock.instant();
    HuntProgress waiting = new HuntProgress.Queued(0, now);
    HuntJob job = new HuntJob(ResultCache.newId(), request, now, new Pending(waiting));
    return store.put(job).replaceWith(job);
  }

  private Uni<HuntJob> follow(HuntJob job, Run run, CompletableFuture<Hunt> outcome) {
    runs.follow(job, run, outcome);
    return find(job.request().terms().caller(), job.id())
        .onItem()
        .invoke(
            now -> {
              if (now.hasEnded()) {
                // By somebody else, before it was followed.
                runs.leave(now);
              }
            });
  }

  /* Until it is time to look again, or the job ends. */
  private Uni<Void> pause(String id) {
    Uni<Void> tick = alarm.pause(config.watchEvery());
    Run run = runs.of(id);
    return Uni.combine()
        .any()
        .of(
            tick,
            run == null
                ? store.end(id)
                : Uni.createFrom().completionStage(run.end()::copy).replaceWithVoid());
  }

  private static boolean isOf(HuntJob job, Caller caller) {
    return job.request().terms().caller().name().equals(caller.name());
  }

  private static Uni<Hunt> stillRunning(HuntJob job) {
    return Uni.createFrom()
        .failure(
            new FailureException(
                new StillRunning(
                    "The hunt goes on as a job; watch huntJob(id: \"" + job.id() + "\").",
                    job.id())));
  }

  private static FailureException unknown() {
    return new FailureException(
        new NotFound("id", "There is no job under this id, or it is no longer kept."));
  }
}
