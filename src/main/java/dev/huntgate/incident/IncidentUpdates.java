package dev.huntgate.incident;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Alarm;
import dev.huntgate.failure.Failure.Overloaded;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The changes of incidents as they happen, read by asking upstream now and then: once for each
 * tenant, however many watch.
 */
public final class IncidentUpdates {

  /** The shortest time between two readings. */
  static final Duration SHORTEST = Duration.ofSeconds(1);

  /* More than a watcher that is alive has to read up on. */
  private static final int MOST_UNREAD = 1000;

  private final Incidents incidents;
  private final Duration every;
  private final Clock clock;
  private final Alarm alarm;
  private final Map<Tenant, UpdatePoller> pollers = new HashMap<>();

  /**
   * @throws IllegalArgumentException when upstream would be asked more than once a second
   */
  public IncidentUpdates(Incidents incidents, IncidentsConfig config, Clock clock, Alarm alarm) {
    if (config.watchEvery().compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "huntgate.incidents.watch-every has to be at least PT1S, not " + config.watchEvery());
    }
    this.incidents = incidents;
    this.every = config.watchEvery();
    this.clock = clock;
    this.alarm = alarm;
  }

  /**
   * The incidents that a filter lets through, each whenever it was created or changed.
   *
   * <p>While upstream cannot be read nothing comes, and afterwards what changed meanwhile. Fails
   * with {@code UPSTREAM_DENIED} when it is no longer allowed to be read, and with {@code
   * OVERLOADED} for whoever does not take what comes.
   *
   * @throws FailureException {@code FORBIDDEN} when the caller may not read incidents
   */
  public Multi<Incident> watch(Caller caller, IncidentFilter filter, boolean withAlerts) {
    caller.require(Permission.INCIDENTS_READ);
    boolean alerts = withAlerts || filter.content().needsAlerts();
    return Multi.createFrom()
        .<Incident>emitter(
            emitter -> {
              UpdateWatcher watcher = new UpdateWatcher(filter, alerts, emitter);
              emitter.onTermination(() -> leave(caller.tenant(), watcher));
              join(caller.tenant(), watcher);
            },
            BackPressureStrategy.IGNORE)
        .onOverflow()
        .buffer(MOST_UNREAD)
        .onFailure(BackPressureFailure.class)
        .transform(overflow -> new FailureException(tooSlow()));
  }

  private synchronized void join(Tenant tenant, UpdateWatcher watcher) {
    pollers
        .computeIfAbsent(
            tenant, own -> new UpdatePoller(own, incidents::uncached, every, clock, alarm))
        .join(watcher);
  }

  private synchronized void leave(Tenant tenant, UpdateWatcher watcher) {
    UpdatePoller poller = pollers.get(tenant);
    if (poller != null && poller.leave(watcher)) {
      pollers.remove(tenant);
    }
  }

  private static Overloaded tooSlow() {
    return new Overloaded(
        "More than "
            + MOST_UNREAD
            + " changes wait to be taken. Subscribe again, with a narrower filter.");
  }
}
