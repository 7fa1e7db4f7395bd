package dev.huntgate.shared.jobs;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure.Overloaded;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.job.HuntJob;
import dev.huntgate.hunting.job.InMemoryJobs;
import dev.huntgate.hunting.job.JobRunner;
import dev.huntgate.hunting.job.JobState.Ended;
import dev.huntgate.hunting.job.JobStore;
import dev.huntgate.shared.StoreUnavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** One replica's side of one tenant's jobs: what it tells of its own, and asks of others'. */
final class TenantJobs {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  /* As many in one step as take Redis a millisecond or so. */
  private static final int AT_ONCE = 200;
  private static final long LOOK_MILLIS = 5_000;

  private final JobSharing sharing;
  private final OwnJobs own;
  private final Progress progress;
  private final Exchange exchange;
  private final Clock clock;
  private final AtomicBoolean beating = new AtomicBoolean();
  private final AtomicBoolean again = new AtomicBoolean();
  private volatile boolean leaving;
  private volatile boolean behind;

  /**
   * @param work runs what takes longer than the thread has on which Redis answers
   */
  TenantJobs(
      Tenant tenant,
      JobSharing sharing,
      JobSteps steps,
      InMemoryJobs local,
      Clock clock,
      Executor work) {
    this.sharing = sharing;
    this.own = new OwnJobs(tenant, local, work);
    this.progress = new Progress(own, clock, work);
    this.clock = clock;
    this.exchange =
        new Exchange(tenant, sharing, steps, own, progress, clock, () -> again.set(true));
  }

  void runBy(JobRunner here) {
    own.runBy(here);
  }

  /** Tells of a job of this replica's that is new or has ended; answers it as it stands then. */
  Uni<HuntJob> tell(HuntJob job) {
    return job.hasEnded() ? tellEnd(job) : tellNew(job);
  }

  /** Whether the store was not told of something lately. */
  boolean isBehind() {
    return behind;
  }

  Uni<Optional<HuntJob>> findElsewhere(String id) {
    if (!ID.matcher(id).matches()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return exchange
        .step(new JsonObject().put("find", id).put("look", LOOK_MILLIS))
        .map(
            reply -> {
              JsonObject found = reply.getJsonObject("found");
              if (found == null && reply.getLong("age") < sharing.settling().toMillis()) {
                throw unsure();
              }
              return Optional.ofNullable(found).flatMap(own::read).filter(this::isKept);
            })
        .onFailure(StoreUnavailable.class)
        .transform(away -> unsure());
  }

  /**
   * Renews what this replica owns, tells what the store does not know, and takes over what nobody
   * owns any more.
   */
  Uni<Void> beat() {
    return Uni.createFrom()
        .deferred(
            () -> {
              again.set(true);
              if (!beating.compareAndSet(false, true)) {
                return Uni.createFrom().voidItem();
              }
              again.set(false);
              behind = false;
              return renew(own.underWay(), 0)
                  .flatMap(renewed -> exchange.tellProgress(progress.some()))
                  .onTermination()
                  .invoke(() -> beating.set(false))
                  .flatMap(done -> again.get() ? beat() : Uni.createFrom().voidItem());
            });
  }

  /** Somebody says that a job has ended. */
  Uni<Void> endedElsewhere(String id) {
    return own.underWay(id).isEmpty()
        ? Uni.createFrom().voidItem()
        : exchange
            .step(new JsonObject().put("renew", new JsonArray().add(id)))
            .flatMap(exchange::take);
  }

  /** Somebody elsewhere looks at a job; answers whether it is one of this replica's. */
  boolean looked(String id) {
    boolean mine = own.underWay(id).isPresent();
    if (mine) {
      progress.watch(id);
    }
    return mine;
  }

  boolean isWatched() {
    return progress.isWatched();
  }

  Uni<Void> tellWatched() {
    return exchange.tellProgress(progress.watched());
  }

  /** Lets others run these jobs, and takes over none any more; answers those that they will. */
  Uni<List<HuntJob>> handOver(List<HuntJob> jobs) {
    leaving = true;
    return exchange.tellProgress(jobs).flatMap(told -> handOver(jobs, 0, new ArrayList<>()));
  }

  private Uni<List<HuntJob>> handOver(List<HuntJob> jobs, int from, List<HuntJob> gone) {
    if (from >= jobs.size()) {
      return Uni.createFrom().item(gone);
    }
    List<HuntJob> some = jobs.subList(from, Math.min(from + AT_ONCE, jobs.size()));
    JsonArray release = new JsonArray();
    some.forEach(job -> release.add(new JsonObject().put("id", job.id()).put("wait", 0)));
    return exchange
        .step(new JsonObject().put("release", release))
        .onItem()
        .invoke(
            reply -> {
              List<Object> released = Exchange.list(reply, "released");
              some.stream()
                  .filter(job -> released.contains(job.id()))
                  .forEach(
                      job -> {
                        exchange.forget(job);
                        gone.add(job);
                      });
            })
        .flatMap(exchange::take)
        .flatMap(taken -> handOver(jobs, from + AT_ONCE, gone));
  }

  private Uni<HuntJob> tellNew(HuntJob job) {
    own.arrives(job);
    JsonArray puts = new JsonArray().add(exchange.whole(job));
    return exchange
        .step(new JsonObject().put("puts", puts))
        .flatMap(
            reply -> {
              if (reply.containsKey("full")) {
                exchange.forget(job);
                return Uni.createFrom().failure(JobStore.tooMany(sharing.most()));
              }
              return exchange.take(reply).replaceWith(job);
            })
        // Not known there, or perhaps: the next beat tells it again.
        .onFailure(StoreUnavailable.class)
        .recoverWithItem(
            () -> {
              behind = true;
              return job;
            })
        .onTermination()
        .invoke(() -> own.arrived(job));
  }

  private Uni<HuntJob> tellEnd(HuntJob job) {
    own.isUntold(job);
    progress.forget(job.id());
    return exchange
        .step(new JsonObject().put("ends", new JsonArray().add(exchange.end(job))))
        .onItem()
        .invoke(() -> own.told(job))
        .flatMap(exchange::take)
        // Told at a later beat.
        .onFailure(StoreUnavailable.class)
        .recoverWithItem(
            () -> {
              behind = true;
              return null;
            })
        .map(told -> own.kept(job.id()).orElse(job));
  }

  private Uni<Void> renew(List<HuntJob> owned, int from) {
    List<HuntJob> some =
        owned.subList(Math.min(from, owned.size()), Math.min(from + AT_ONCE, owned.size()));
    List<HuntJob> ends = own.untold(Exchange.WHOLE_AT_ONCE);
    boolean last = from + AT_ONCE >= owned.size() && ends.size() < Exchange.WHOLE_AT_ONCE;
    JsonArray renewed = new JsonArray();
    some.forEach(job -> renewed.add(job.id()));
    JsonObject step = new JsonObject().put("renew", renewed);
    if (!ends.isEmpty()) {
      JsonArray told = new JsonArray();
      ends.forEach(job -> told.add(exchange.end(job)));
      step.put("ends", told);
    }
    if (last && !leaving) {
      step.put("claim", Exchange.WHOLE_AT_ONCE);
    }
    return exchange
        .step(step)
        .onItem()
        .invoke(() -> ends.forEach(own::told))
        .flatMap(
            reply ->
                exchange
                    .take(reply)
                    .flatMap(
                        taken ->
                            !last
                                    || Exchange.list(reply, "claimed").size()
                                        >= Exchange.WHOLE_AT_ONCE
                                ? renew(owned, from + AT_ONCE)
                                : Uni.createFrom().voidItem()));
  }

  private boolean isKept(HuntJob job) {
    return !(job.state() instanceof Ended ended)
        || ended.at().plus(sharing.keep()).isAfter(clock.instant());
  }

  private static FailureException unsure() {
    return new FailureException(
        new Overloaded(
            "Whether there is a job under this id cannot be told at this moment, since Redis, by"
                + " which replicas know each other's jobs, does not answer or was just restarted;"
                + " try again in a few seconds."));
  }
}
