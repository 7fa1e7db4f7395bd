package dev.huntgate.shared.jobs;

import dev.huntgate.hunting.HuntProgress.Running;
import dev.huntgate.hunting.job.HuntJob;
import dev.huntgate.hunting.job.JobState.Pending;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** How far the jobs of this replica are, as the store was told last. */
final class Progress {

  private static final int AT_ONCE = 100;
  /* Who watches looks every second or so, and the owner hears of it every few seconds. */
  private static final Duration WATCHED = Duration.ofSeconds(15);

  private final OwnJobs own;
  private final Clock clock;
  private final Executor work;
  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final Map<String, Long> watchedUntil = new ConcurrentHashMap<>();
  private int next;

  /**
   * @param work looks at jobs, for which their queries are read
   */
  Progress(OwnJobs own, Clock clock, Executor work) {
    this.own = own;
    this.clock = clock;
    this.work = work;
  }

  /** Somebody elsewhere looks at a job. */
  void watch(String id) {
    watchedUntil.put(id, clock.millis() + WATCHED.toMillis());
  }

  boolean isWatched() {
    return !watchedUntil.isEmpty();
  }

  /** Those at which somebody looked lately, as many as can be told of at once. */
  List<HuntJob> watched() {
    long now = clock.millis();
    watchedUntil.values().removeIf(until -> until < now);
    watchedUntil.keySet().removeIf(id -> own.underWay(id).isEmpty());
    return turn(watchedUntil.keySet().stream().flatMap(id -> own.underWay(id).stream()).toList());
  }

  /** Some of those that were not running when last told of, in turn. */
  List<HuntJob> some() {
    List<HuntJob> underWay = own.underWay();
    told.keySet().retainAll(underWay.stream().map(HuntJob::id).toList());
    return turn(underWay.stream().filter(job -> !isTold(job)).toList());
  }

  /** What has changed of these jobs since it was told, as the script takes it. */
  Uni<List<JsonObject>> changes(List<HuntJob> jobs) {
    return Multi.createFrom()
        .iterable(jobs)
        .emitOn(work)
        .onItem()
        .transformToUniAndMerge(job -> own.current(job).onFailure().recoverWithItem(job))
        .select()
        .where(job -> !job.hasEnded())
        .map(job -> new JsonObject().put("id", job.id()).put("state", StateText.write(job.state())))
        .select()
        .where(change -> !change.getString("state").equals(told.get(change.getString("id"))))
        .collect()
        .asList();
  }

  void told(List<JsonObject> changes) {
    changes.forEach(change -> told.put(change.getString("id"), change.getString("state")));
  }

  /** The state of a job that is under way, as the store should know it. */
  String text(HuntJob job) {
    String last = told.get(job.id());
    return last == null ? StateText.write(job.state()) : last;
  }

  void forget(String id) {
    told.remove(id);
    watchedUntil.remove(id);
  }

  private boolean isTold(HuntJob job) {
    String state = told.get(job.id());
    return state != null
        && StateText.read(state) instanceof Pending pending
        && pending.progress() instanceof Running;
  }

  private synchronized List<HuntJob> turn(List<HuntJob> jobs) {
    if (jobs.size() <= AT_ONCE) {
      return jobs;
    }
    List<HuntJob> some = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      some.add(jobs.get((next + i) % jobs.size()));
    }
    next = (next + AT_ONCE) % jobs.size();
    return some;
  }
}
