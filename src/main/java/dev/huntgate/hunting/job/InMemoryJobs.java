package dev.huntgate.hunting.job;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The jobs of one process.
 *
 * <p>Bounded: so many under way for each tenant, and of those that ended the latest. Thread-safe.
 */
public final class InMemoryJobs implements JobStore {

  private static final int MOST_ENDED = 10_000;

  private record Key(Tenant tenant, String id) {}

  private final Duration keep;
  private final int most;
  private final Clock clock;
  private final Map<Tenant, Map<String, HuntJob>> pending = new HashMap<>();
  /* The one that ended first comes first. */
  private final Map<Key, HuntJob> ended = new LinkedHashMap<>();

  /**
   * @param keep for how long a job is kept after it ended
   * @param most how many of one tenant may be under way
   */
  public InMemoryJobs(Duration keep, int most, Clock clock) {
    this.keep = keep;
    this.most = most;
    this.clock = clock;
  }

  @Override
  public Uni<HuntJob> put(HuntJob job) {
    return Uni.createFrom().item(() -> keep(job));
  }

  /** Keeps a job in place of what was kept under its id, however many are under way. */
  public synchronized void restore(HuntJob job) {
    ended.remove(new Key(job.tenant(), job.id()));
    keep(job, Integer.MAX_VALUE);
  }

  /** Forgets a job. */
  public synchronized void drop(HuntJob job) {
    ended.remove(new Key(job.tenant(), job.id()));
    forget(job);
  }

  /** The tenant's jobs that are under way. */
  public synchronized List<HuntJob> underWay(Tenant tenant) {
    return List.copyOf(pending.getOrDefault(tenant, Map.of()).values());
  }

  /** The tenant's jobs that have ended, the one that ended first being the first. */
  public synchronized List<HuntJob> ended(Tenant tenant) {
    dropOld();
    return ended.values().stream().filter(job -> job.tenant().equals(tenant)).toList();
  }

  @Override
  public Uni<Optional<HuntJob>> find(Tenant tenant, String id) {
    return Uni.createFrom().item(() -> kept(tenant, id));
  }

  private synchronized HuntJob keep(HuntJob job) {
    dropOld();
    HuntJob before = ended.get(new Key(job.tenant(), job.id()));
    if (before != null) {
      return before;
    }
    keep(job, most);
    return job;
  }

  private void keep(HuntJob job, int atMost) {
    if (job.hasEnded()) {
      forget(job);
      ended.put(new Key(job.tenant(), job.id()), job);
      return;
    }
    Map<String, HuntJob> underWay = pending.getOrDefault(job.tenant(), Map.of());
    if (!underWay.containsKey(job.id()) && underWay.size() >= atMost) {
      throw JobStore.tooMany(most);
    }
    pending.computeIfAbsent(job.tenant(), tenant -> new HashMap<>()).put(job.id(), job);
  }

  private void forget(HuntJob job) {
    pending.computeIfPresent(
        job.tenant(),
        (tenant, underWay) -> {
          underWay.remove(job.id());
          return underWay.isEmpty() ? null : underWay;
        });
  }

  /** The tenant's job of this id; empty when there is none, or none any more. */
  public synchronized Optional<HuntJob> kept(Tenant tenant, String id) {
    dropOld();
    HuntJob underWay = pending.getOrDefault(tenant, Map.of()).get(id);
    return Optional.ofNullable(underWay == null ? ended.get(new Key(tenant, id)) : underWay);
  }

  private void dropOld() {
    Instant oldest = clock.instant().minus(keep);
    Iterator<HuntJob> jobs = ended.values().iterator();
    int tooMany = ended.size() - MOST_ENDED;
    while (jobs.hasNext()) {
      boolean stays = endOf(jobs.next()).isAfter(oldest);
      if (stays && tooMany <= 0) {
        return;
      }
      jobs.remove();
      tooMany--;
    }
  }

  private static Instant endOf(HuntJob job) {
    return ((JobState.Ended) job.state()).at();
  }
}
