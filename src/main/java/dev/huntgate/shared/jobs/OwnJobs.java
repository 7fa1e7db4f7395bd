package dev.huntgate.shared.jobs;

import dev.huntgate.access.Tenant;
import dev.huntgate.hunting.job.HuntJob;
import dev.huntgate.hunting.job.InMemoryJobs;
import dev.huntgate.hunting.job.JobRunner;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One tenant's jobs that run at this replica or ended here. */
final class OwnJobs {

  private static final int LATEST_ENDS = 1_000;

  private final Tenant tenant;
  private final InMemoryJobs local;
  private final Executor work;
  /* Those whose first step is on its way. */
  private final Set<String> arriving = ConcurrentHashMap.newKeySet();
  /* Those that ended, until the store knows it. */
  private final Set<String> untold = ConcurrentHashMap.newKeySet();
  private volatile @Nullable JobRunner runner;

  /**
   * @param work begins runs
   */
  OwnJobs(Tenant tenant, InMemoryJobs local, Executor work) {
    this.tenant = tenant;
    this.local = local;
    this.work = work;
  }

  void runBy(JobRunner here) {
    runner = here;
  }

  /** Those under way that the store was told of. */
  List<HuntJob> underWay() {
    return local.underWay(tenant).stream().filter(job -> !arriving.contains(job.id())).toList();
  }

  Optional<HuntJob> underWay(String id) {
    return kept(id).filter(job -> !job.hasEnded());
  }

  Optional<HuntJob> kept(String id) {
    return local.kept(tenant, id);
  }

  void arrives(HuntJob job) {
    arriving.add(job.id());
  }

  void arrived(HuntJob job) {
    arriving.remove(job.id());
  }

  void isUntold(HuntJob job) {
    untold.add(job.id());
  }

  void told(HuntJob job) {
    untold.remove(job.id());
  }

  /** So many of those that ended and are to be told of. */
  List<HuntJob> untold(int most) {
    if (untold.isEmpty()) {
      return List.of();
    }
    List<HuntJob> ended =
        local.ended(tenant).stream().filter(job -> untold.contains(job.id())).toList();
    if (ended.isEmpty()) {
      untold.removeIf(id -> kept(id).isEmpty());
    }
    return ended.subList(0, Math.min(most, ended.size()));
  }

  /** The store has lost what it was told: what ended lately is told again. */
  void areAllUntold() {
    List<HuntJob> ended = local.ended(tenant);
    ended.stream().skip(Math.max(0, ended.size() - LATEST_ENDS)).forEach(this::isUntold);
  }

  /** How far a job is at this moment. */
  Uni<HuntJob> current(HuntJob job) {
    JobRunner here = runner;
    return here == null ? Uni.createFrom().item(job) : here.current(job);
  }

  /** Another replica runs it. */
  void leave(HuntJob job) {
    local.drop(job);
    JobRunner here = runner;
    if (here != null) {
      here.leave(job);
    }
  }

  /** It is not known here any more. */
  void drop(HuntJob job) {
    local.drop(job);
  }

  /** It ended as the store says. */
  void ended(HuntJob job, String state) {
    HuntJob ended;
    try {
      ended = job.in(StateText.read(state));
    } catch (RuntimeException unreadable) {
      // As a replica of another version has it, which tells of it.
      leave(job);
      return;
    }
    local.restore(ended);
    JobRunner here = runner;
    if (here != null) {
      here.leave(ended);
    }
  }

  /** Its owner is gone; answers whether it runs here now. */
  boolean takeOver(HuntJob job) {
    JobRunner here = runner;
    Optional<HuntJob> known = kept(job.id());
    if (known.isPresent()) {
      // Its lease was over, and it ran or ended here all the same.
      known.filter(HuntJob::hasEnded).ifPresent(this::isUntold);
      return false;
    }
    if (here == null) {
      return false;
    }
    local.restore(job);
    work.execute(
        () -> {
          if (underWay(job.id()).isPresent()) {
            here.takeOver(job);
          }
        });
    return true;
  }

  /** A job as the store has it; empty when it cannot be read. */
  Optional<HuntJob> read(JsonObject found) {
    return JobText.read(
        tenant, found.getString("id"), found.getString("job"), found.getString("state"));
  }
}
