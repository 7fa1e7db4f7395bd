package dev.huntgate.hunting.job;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure.Overloaded;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
  public Uni<Void> put(HuntJob job) {
    return Uni.createFrom()
        .item(
            () -> {
              keep(job);
              return null;
            });
  }

  @Override
  public Uni<Optional<HuntJob>> find(Tenant tenant, String id) {
    return Uni.createFrom().item(() -> kept(tenant, id));
  }

  private synchronized void keep(HuntJob job) {
    dropOld();
    Map<String, HuntJob> underWay =
        pending.computeIfAbsent(job.tenant(), tenant -> new HashMap<>());
    if (job.hasEnded()) {
      underWay.remove(job.id());
      ended.put(new Key(job.tenant(), job.id()), job);
    } else if (underWay.containsKey(job.id()) || underWay.size() < most) {
      underWay.put(job.id(), job);
    } else {
      throw new FailureException(
          new Overloaded(
              "The tenant has "
                  + most
                  + " jobs under way, which is as many as there may be; wait until some have ended,"
                  + " or cancel some."));
    }
    if (underWay.isEmpty()) {
      pending.remove(job.tenant());
    }
  }

  private synchronized Optional<HuntJob> kept(Tenant tenant, String id) {
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
