package dev.huntgate.hunting.job;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.budget.Alarm;
import dev.huntgate.budget.Looks;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Forbidden;
import dev.huntgate.failure.Failure.NotFound;
import dev.huntgate.failure.Failure.ResultTooLarge;
import dev.huntgate.failure.Failure.StillRunning;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.hunting.HuntProgress;
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
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hunts as jobs: each asks for its hunt as any caller does, so that equal ones share a run, and
 * stays to be looked at when that has ended.
 */
public final class HuntJobs {

  private static final Logger LOG = Logger.getLogger(HuntJobs.class);

  /* A job of this process, from its start to its end. */
  private record Run(CompletableFuture<Hunt> outcome, CompletableFuture<HuntJob> end) {}

  private final Hunts hunts;
  private final JobStore store;
  private final JobsConfig config;
  private final Clock clock;
  private final Alarm alarm;
  private final Map<String, Run> runs = new ConcurrentHashMap<>();

  public HuntJobs(Hunts hunts, JobStore store, JobsConfig config, Clock clock, Alarm alarm) {
    this.hunts = hunts;
    this.store = store;
    this.config = config;
    this.clock = clock;
    this.alarm = alarm;
  }

  /**
   * Starts a job, and answers at once.
   *
   * @throws FailureException when the hunt cannot be asked for at all
   */
  public Uni<HuntJob> start(HuntRequest request) {
    hunts.check(request);
    return keep(request)
        .onFailure()
        .invoke(refusal -> hunts.refused(request, refusal))
        .flatMap(job -> follow(job, hunts.run(request, job::id).subscribeAsCompletionStage()));
  }

  /**
   * Answers a hunt that takes no longer than {@link JobsConfig#answerWithin}; fails with {@code
   * STILL_RUNNING} when it does, and makes it a job.
   */
  public Uni<Hunt> answer(HuntRequest request) {
    return Uni.createFrom()
        .deferred(
            () -> {
              AtomicReference<@Nullable String> id = new AtomicReference<>();
              CompletableFuture<Hunt> outcome =
                  hunts.run(request, id::get).subscribeAsCompletionStage();
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
                            return keep(request)
                                .onItem()
                                .invoke(job -> id.set(job.id()))
                                .flatMap(job -> follow(job, outcome))
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
        .flatMap(this::current);
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
              Run run = runs.get(id);
              if (job.hasEnded() || run == null) {
                return Uni.createFrom().item(job);
              }
              return end(job, run, new Cancelled(clock.instant()))
                  .onItem()
                  .invoke(() -> run.outcome().cancel(false));
            });
  }

  /** A job as it stands now and then, the last time when it has ended. */
  public Multi<HuntJob> watch(Caller caller, String id) {
    return Looks.at(() -> find(caller, id), () -> pause(id), HuntJob::hasEnded)
        .skip()
        .repetitions();
  }

  private static void leave(CompletableFuture<Hunt> outcome, AtomicBoolean followed) {
    if (!followed.get()) {
      outcome.cancel(false);
    }
  }

  private Uni<HuntJob> keep(HuntRequest request) {
    Instant now = clock.instant();
    HuntProgress waiting = new HuntProgress.Queued(0, now);
    HuntJob job = new HuntJob(ResultCache.newId(), request, now, new Pending(waiting));
    return store.put(job).replaceWith(job);
  }

  private Uni<HuntJob> follow(HuntJob job, CompletableFuture<Hunt> outcome) {
    Run run = new Run(outcome, new CompletableFuture<>());
    runs.put(job.id(), run);
    // Whoever cancels it ends the job, too.
    Uni.createFrom()
        .completionStage(run.outcome()::copy)
        .onItemOrFailure()
        .transformToUni(
            (found, failure) ->
                failure instanceof CancellationException
                    ? Uni.createFrom().nullItem()
                    : end(job, run, ended(found, failure)))
        .subscribe()
        .with(end -> {}, run.end()::completeExceptionally);
    return find(job.request().terms().caller(), job.id());
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
    HuntJob ended = job.in(state);
    if (!runs.remove(job.id(), run)) {
      return Uni.createFrom().completionStage(run.end()::copy);
    }
    return store
        .put(ended)
        .map(stored -> ended)
        .onItem()
        .invoke(run.end()::complete)
        .onFailure()
        .invoke(run.end()::completeExceptionally);
  }

  private Uni<HuntJob> current(HuntJob job) {
    if (job.hasEnded()) {
      return Uni.createFrom().item(job);
    }
    return hunts
        .progress(job.request())
        .map(known -> known.map(Pending::new).map(job::in).orElse(job));
  }

  /* Until it is time to look again, or the job ends. */
  private Uni<Void> pause(String id) {
    Uni<Void> tick = alarm.pause(config.watchEvery());
    Run run = runs.get(id);
    return run == null
        ? tick
        : Uni.combine()
            .any()
            .of(tick, Uni.createFrom().completionStage(run.end()::copy).replaceWithVoid());
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

  private static Failure tooLarge() {
    return new ResultTooLarge(
        "The result alone is larger than the cache, so that no job can hold it; run it with hunt,"
            + " ask for less, or have HUNTGATE_CACHE_MAX_BYTES raised.",
        null);
  }

  private static FailureException unknown() {
    return new FailureException(
        new NotFound("id", "There is no job under this id, or it is no longer kept."));
  }
}
