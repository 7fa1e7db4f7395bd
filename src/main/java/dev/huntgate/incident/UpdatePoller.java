package dev.huntgate.incident;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Alarm;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the changes of one tenant's incidents now and then, for as long as anybody watches.
 *
 * <p>It takes turns at the budget as a caller of its own, so that those who watch pay nothing.
 */
final class UpdatePoller {

  private static final Logger LOG = Logger.getLogger(UpdatePoller.class);
  /* How much longer than usual the poller waits at most while upstream fails. */
  private static final int PATIENCE = 10;

  private final Caller caller;
  private final Function<Caller, IncidentSource> sources;
  private final Duration every;
  private final Clock clock;
  private final Alarm alarm;

  private final List<UpdateWatcher> watchers = new ArrayList<>();
  /* When each incident was last changed, of those that the next reading may list again. */
  private final Map<String, Instant> told = new HashMap<>();
  private UpdateReading reading;
  private boolean primed;
  private int failures;
  private Runnable cancelWake = () -> {};

  UpdatePoller(
      Tenant tenant,
      Function<Caller, IncidentSource> sources,
      Duration every,
      Clock clock,
      Alarm alarm) {
    this.caller = new Caller("incidentUpdates", tenant, Set.of(Permission.INCIDENTS_READ));
    this.sources = sources;
    this.every = every;
    this.clock = clock;
    this.alarm = alarm;
    this.reading = UpdateReading.startingAt(clock.instant());
  }

  /** Lets one more watch; the first lets the reading begin. */
  synchronized void join(UpdateWatcher watcher) {
    watchers.add(watcher);
    if (watchers.size() == 1) {
      cancelWake = alarm.after(Duration.ZERO, this::poll);
    }
  }

  /** Lets somebody go; true when nobody is left, and the reading has ended. */
  synchronized boolean leave(UpdateWatcher watcher) {
    watchers.remove(watcher);
    if (watchers.isEmpty()) {
      cancelWake.run();
    }
    return watchers.isEmpty();
  }

  private void poll() {
    Uni.createFrom().deferred(this::read).subscribe().with(this::took, this::failed);
  }

  private Uni<UpdateReading.Step> read() {
    boolean withAlerts = watching().stream().anyMatch(UpdateWatcher::withAlerts);
    IncidentWalk walk = new IncidentWalk(sources.apply(caller));
    return reading.read(walk, caller.tenant(), withAlerts);
  }

  private synchronized List<UpdateWatcher> watching() {
    return List.copyOf(watchers);
  }

  private void took(UpdateReading.Step step) {
    List<Incident> oldestFirst = new ArrayList<>(step.incidents());
    Collections.reverse(oldestFirst);
    for (Incident incident : oldestFirst) {
      Instant before = told.put(incident.id(), incident.updatedAt());
      if (primed && !incident.updatedAt().equals(before)) {
        watching().forEach(watcher -> watcher.tell(incident));
      }
    }
    reading = step.next();
    failures = 0;
    if (step.complete()) {
      primed = true;
      Instant forgotten = reading.from().minus(UpdateReading.OVERLAP);
      told.values().removeIf(time -> time.isBefore(forgotten));
    }
    wakeAfter(step.complete() ? every : IncidentUpdates.SHORTEST);
  }

  private void failed(Throwable thrown) {
    Failure failure = Failure.of(thrown, LOG, "while watching incidents");
    if (failure.code() == FailureCode.UPSTREAM_DENIED) {
      watching().forEach(watcher -> watcher.emitter().fail(new FailureException(failure)));
      return;
    }
    if (failures == 0) {
      LOG.warnf(
          "Incidents of tenant %s cannot be watched for now: %s",
          caller.tenant().name(), failure.message());
    }
    failures = Math.min(failures + 1, PATIENCE);
    wakeAfter(later(every.multipliedBy(failures), failure.retryAt()));
  }

  private Duration later(Duration wait, @Nullable Instant retryAt) {
    Duration told = retryAt == null ? wait : Duration.between(clock.instant(), retryAt);
    return told.compareTo(wait) > 0 ? told : wait;
  }

  private synchronized void wakeAfter(Duration delay) {
    if (!watchers.isEmpty()) {
      cancelWake = alarm.after(delay, this::poll);
    }
  }
}
