package dev.huntgate.shared.jobs;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Reported;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.hunting.job.HuntJob;
import dev.huntgate.hunting.job.JobState.Ended;
import dev.huntgate.hunting.job.JobState.Failed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Steps for one tenant's jobs, and what a replica does by what they answer. */
final class Exchange {

  /** As many jobs with their queries as go in one step, which should take some milliseconds. */
  static final int WHOLE_AT_ONCE = 20;

  private static final Logger LOG = Logger.getLogger(Exchange.class);
  /* A hunt that ends whoever runs it would end all replicas, one after the other. */
  private static final int MOST_RUNS = 5;

  private final Tenant tenant;
  private final JobSharing sharing;
  private final JobSteps steps;
  private final OwnJobs own;
  private final Progress progress;
  private final Clock clock;
  private final Runnable again;
  private @Nullable String life;

  /**
   * @param again called when there is more to tell at the next beat
   */
  Exchange(
      Tenant tenant,
      JobSharing sharing,
      JobSteps steps,
      OwnJobs own,
      Progress progress,
      Clock clock,
      Runnable again) {
    this.tenant = tenant;
    this.sharing = sharing;
    this.steps = steps;
    this.own = own;
    this.progress = progress;
    this.clock = clock;
    this.again = again;
  }

  /** What the store answers to a step, which is given as what it does. */
  Uni<JsonObject> step(JsonObject step) {
    return steps
        .take(tenant, sharing.step().mergeIn(step))
        .onItem()
        .invoke(reply -> met(reply.getString("life")))
        .onFailure()
        .invoke(failure -> LOG.debugf("Jobs are told later: %s", failure.getMessage()));
  }

  /** Takes in what the store says of jobs, and tells it again of those that it does not know. */
  Uni<Void> take(JsonObject reply) {
    for (Object one : list(reply, "ended")) {
      JsonObject end = (JsonObject) one;
      own.kept(end.getString("id"))
          .ifPresent(
              job -> {
                own.ended(job, end.getString("state"));
                progress.forget(job.id());
              });
    }
    for (Object id : list(reply, "lost")) {
      own.underWay(id.toString())
          .ifPresent(
              job -> {
                own.leave(job);
                progress.forget(job.id());
              });
    }
    List<HuntJob> missing =
        list(reply, "missing").stream()
            .flatMap(id -> own.underWay(id.toString()).stream())
            .toList();
    JsonObject answer = new JsonObject();
    List<HuntJob> taken = new ArrayList<>();
    for (Object one : list(reply, "claimed")) {
      JsonObject claim = (JsonObject) one;
      claimed(claim, answer)
          .filter(job -> isWorthARun(job, claim, answer))
          .filter(own::takeOver)
          .ifPresent(taken::add);
    }
    if (!taken.isEmpty()) {
      LOG.infof("%d jobs of the tenant %s run here now, which others left", taken.size(), tenant);
    }
    return (answer.isEmpty() ? Uni.createFrom().voidItem() : step(answer).flatMap(this::take))
        .flatMap(told -> putAgain(missing, 0))
        .flatMap(told -> tellProgress(taken));
  }

  private Uni<Void> putAgain(List<HuntJob> jobs, int from) {
    if (from >= jobs.size()) {
      return Uni.createFrom().voidItem();
    }
    JsonArray puts = new JsonArray();
    jobs.subList(from, Math.min(from + WHOLE_AT_ONCE, jobs.size()))
        .forEach(job -> puts.add(whole(job).put("again", true)));
    return step(new JsonObject().put("puts", puts))
        .flatMap(this::take)
        .flatMap(told -> putAgain(jobs, from + WHOLE_AT_ONCE));
  }

  /** Tells how far these jobs are where that has changed. */
  Uni<Void> tellProgress(List<HuntJob> jobs) {
    return jobs.isEmpty()
        ? Uni.createFrom().voidItem()
        : progress
            .changes(jobs)
            .flatMap(
                changes ->
                    changes.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : step(new JsonObject().put("progress", new JsonArray(changes)))
                            .onItem()
                            .invoke(() -> progress.told(changes))
                            .flatMap(this::take));
  }

  /** A job that is under way, as the script takes it. */
  JsonObject whole(HuntJob job) {
    return new JsonObject()
        .put("id", job.id())
        .put("job", JobText.write(job))
        .put("state", progress.text(job));
  }

  /** A job that has ended, as the script takes it. */
  JsonObject end(HuntJob job) {
    long ago = clock.millis() - ((Ended) job.state()).at().toEpochMilli();
    return new JsonObject()
        .put("id", job.id())
        .put("job", JobText.write(job))
        .put("state", StateText.write(job.state()))
        .put("keep", Math.max(1, sharing.keep().toMillis() - Math.max(0, ago)));
  }

  /** It is not this replica's any more. */
  void forget(HuntJob job) {
    own.drop(job);
    progress.forget(job.id());
  }

  static List<Object> list(JsonObject reply, String name) {
    return List.copyOf(reply.getJsonArray(name, new JsonArray()).stream().toList());
  }

  /* What cannot be read is absent; a newer version's is left to a replica that knows it. */
  private Optional<HuntJob> claimed(JsonObject claim, JsonObject answer) {
    Optional<HuntJob> job = own.read(claim);
    if (job.isEmpty()) {
      String id = claim.getString("id");
      if (JobText.isOfAnotherVersion(claim.getString("job"))
          || JobText.isOfAnotherVersion(claim.getString("state"))) {
        add(
            answer,
            "release",
            new JsonObject().put("id", id).put("wait", sharing.lease().toMillis()));
      } else {
        LOG.warnf("A job of the tenant %s in Redis cannot be read, and is dropped", tenant);
        add(answer, "drop", id);
      }
    }
    return job;
  }

  private boolean isWorthARun(HuntJob job, JsonObject claim, JsonObject answer) {
    if (claim.getInteger("crashes", 0) < MOST_RUNS) {
      return true;
    }
    LOG.errorf(
        "The job %s of the tenant %s was running when %d replicas went down, and is given up",
        job.id(), tenant, MOST_RUNS);
    Failure givenUp =
        new Reported(
            FailureCode.INTERNAL,
            "Each replica that ran this hunt went down before it ended, so that it is given up; ask"
                + " for less, or have an administrator look at the logs.",
            null,
            null,
            null);
    add(answer, "ends", end(job.in(new Failed(clock.instant(), givenUp))));
    return false;
  }

  private void met(String now) {
    boolean emptied;
    synchronized (this) {
      emptied = life != null && !life.equals(now);
      life = now;
    }
    if (emptied) {
      own.areAllUntold();
      again.run();
    }
  }

  private static void add(JsonObject step, String list, Object one) {
    if (!step.containsKey(list)) {
      step.put(list, new JsonArray());
    }
    step.getJsonArray(list).add(one);
  }
}
