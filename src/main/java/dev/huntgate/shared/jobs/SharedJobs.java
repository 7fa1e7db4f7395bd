package dev.huntgate.shared.jobs;

import dev.huntgate.access.ServedTenants;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Alarm;
import dev.huntgate.hunting.job.HuntJob;
import dev.huntgate.hunting.job.InMemoryJobs;
import dev.huntgate.hunting.job.JobRunner;
import dev.huntgate.hunting.job.JobStore;
import dev.huntgate.hunting.job.JobsConfig;
import dev.huntgate.shared.RedisStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The jobs of all replicas, in Redis: each runs at one of them, its owner by a lease, and is seen
 * and cancelled at any.
 *
 * <p>An owner keeps its own jobs in memory, too, and goes on with them while Redis is away. When an
 * owner is not heard of for its lease, one other replica runs its jobs again.
 */
public final class SharedJobs implements JobStore, AutoCloseable {

  private static final Logger LOG = Logger.getLogger(SharedJobs.class);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration TELL = Duration.ofSeconds(2);

  private final JobSharing sharing;
  private final JobSteps steps;
  private final Alarm alarm;
  private final InMemoryJobs local;
  private final Ears ears = new Ears();
  private final Map<String, TenantJobs> tenants = new ConcurrentHashMap<>();
  private Runnable cancelBeat = () -> {};
  private boolean beating;
  private boolean beatsSoon;
  private boolean telling;
  private volatile boolean closed;

  /**
   * @param work runs what takes longer than the thread has on which Redis answers
   */
  SharedJobs(
      JobSharing sharing,
      JobSteps steps,
      ServedTenants served,
      Clock clock,
      Alarm alarm,
      Executor work) {
    this.sharing = sharing;
    this.steps = steps;
    this.alarm = alarm;
    this.local = new InMemoryJobs(sharing.keep(), sharing.most(), clock);
    served
        .tenants()
        .forEach(
            tenant ->
                tenants.put(
                    tenant.name(), new TenantJobs(tenant, sharing, steps, local, clock, work)));
  }

  /**
   * The jobs in a store.
   *
   * @param lease for how long a replica that is not heard of keeps its jobs
   * @param served the tenants whose jobs this replica runs
   */
  public static SharedJobs of(
      RedisStore store,
      Duration lease,
      JobsConfig config,
      ServedTenants served,
      Clock clock,
      Alarm alarm) {
    return new SharedJobs(
        JobSharing.of(lease, config),
        new RedisJobSteps(store.commands()),
        served,
        clock,
        alarm,
        Infrastructure.getDefaultWorkerPool());
  }

  @Override
  public void serve(JobRunner here) {
    tenants.values().forEach(jobs -> jobs.runBy(here));
    steps.listen(this::heard, this::missed);
    beat();
  }

  @Override
  public Uni<HuntJob> put(HuntJob job) {
    return local
        .put(job)
        .flatMap(
            kept -> kept.equals(job) ? of(job.tenant()).tell(job) : Uni.createFrom().item(kept))
        .onItem()
        .invoke(
            told -> {
              if (of(job.tenant()).isBehind()) {
                beatSoon();
              }
            });
  }

  @Override
  public Uni<Optional<HuntJob>> find(Tenant tenant, String id) {
    return local
        .find(tenant, id)
        .flatMap(
            own -> own.isPresent() ? Uni.createFrom().item(own) : of(tenant).findElsewhere(id));
  }

  @Override
  public Uni<Void> end(String id) {
    return ears.end(id);
  }

  @Override
  public Uni<List<HuntJob>> handOver(Collection<HuntJob> jobs) {
    Map<String, List<HuntJob>> each =
        jobs.stream().collect(Collectors.groupingBy(job -> job.tenant().name()));
    return Multi.createFrom()
        .iterable(List.copyOf(tenants.entrySet()))
        .onItem()
        .transformToUniAndConcatenate(
            one -> one.getValue().handOver(each.getOrDefault(one.getKey(), List.of())))
        .collect()
        .asList()
        .map(gone -> gone.stream().flatMap(List::stream).toList());
  }

  @Override
  public synchronized void close() {
    closed = true;
    cancelBeat.run();
  }

  /* A word names a tenant and mostly a job. */
  private void heard(String word) {
    String[] parts = word.split(" ", -1);
    TenantJobs jobs = parts.length == 3 ? tenants.get(parts[1]) : null;
    if (jobs == null) {
      return;
    }
    switch (parts[0]) {
      case "ended" -> {
        ears.ended(parts[2]);
        later(jobs.endedElsewhere(parts[2]));
      }
      case "looked" -> {
        if (jobs.looked(parts[2])) {
          tellSoon();
        }
      }
      case "free" -> later(jobs.beat());
      default -> LOG.debugf("Nobody knows the word %s", parts[0]);
    }
  }

  private void missed() {
    ears.missed();
    tenants.values().forEach(jobs -> later(jobs.beat()));
  }

  /* All tenants, one after the other; again by the lease, or soon where Redis is away. */
  private void beat() {
    synchronized (this) {
      beating = true;
      beatsSoon = false;
    }
    Multi.createFrom()
        .iterable(List.copyOf(tenants.values()))
        .onItem()
        .transformToUni(TenantJobs::beat)
        .collectFailures()
        .concatenate()
        .collect()
        .last()
        .subscribe()
        .with(
            done -> beatAfter(sharing.beat()),
            failure -> beatAfter(RETRY.compareTo(sharing.beat()) < 0 ? RETRY : sharing.beat()));
  }

  private synchronized void beatAfter(Duration pause) {
    beating = false;
    if (!closed) {
      cancelBeat = alarm.after(pause, this::beat);
    }
  }

  /* Redis has not heard of something, which can wait for it to be back but no longer. */
  private synchronized void beatSoon() {
    if (!beating && !beatsSoon && !closed) {
      cancelBeat.run();
      beatsSoon = true;
      cancelBeat = alarm.after(RETRY, this::beat);
    }
  }

  /* Says how far jobs are at which somebody elsewhere looks, for as long as somebody does. */
  private synchronized void tellSoon() {
    if (!telling && !closed) {
      telling = true;
      tellNow();
    }
  }

  private void tellNow() {
    Multi.createFrom()
        .iterable(List.copyOf(tenants.values()))
        .onItem()
        .transformToUniAndConcatenate(TenantJobs::tellWatched)
        .collect()
        .last()
        .subscribe()
        .with(done -> tellLater(), failure -> tellLater());
  }

  private synchronized void tellLater() {
    telling = !closed && tenants.values().stream().anyMatch(TenantJobs::isWatched);
    if (telling) {
      alarm.after(TELL, this::tellNow);
    }
  }

  private TenantJobs of(Tenant tenant) {
    TenantJobs jobs = tenants.get(tenant.name());
    if (jobs == null) {
      throw new IllegalArgumentException("Tenant " + tenant + " is not served here");
    }
    return jobs;
  }

  /* What fails is done by a later beat. */
  private static void later(Uni<Void> work) {
    work.subscribe()
        .with(done -> {}, failure -> LOG.debugf("A word is late: %s", failure.getMessage()));
  }
}
