package dev.huntgate.wiring;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.PoolName;
import dev.huntgate.failure.Failure.UpstreamThrottled;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentBatch;
import dev.huntgate.incident.IncidentChange;
import dev.huntgate.incident.IncidentListing;
import dev.huntgate.incident.IncidentSource;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * One line in the log for each pause that upstream asks for.
 *
 * <p>Calls in flight when a pause begins are answered with 429 too; they make a line only when they
 * lengthen the pause.
 */
final class PauseLog {

  private static final Logger LOG = Logger.getLogger("dev.huntgate.budget");
  private static final Duration SAME_PAUSE = Duration.ofSeconds(5);
  private static final int LONGEST_WORDS = 200;

  private record Key(Tenant tenant, PoolName pool) {}

  private final Map<Key, Instant> pauses = new ConcurrentHashMap<>();
  private final Clock clock;

  private PauseLog(Clock clock) {
    this.clock = clock;
  }

  /** Hunts whose pauses are logged. */
  static HuntingSource over(HuntingSource next, Clock clock) {
    PauseLog log = new PauseLog(clock);
    return (tenant, query) -> log.watch(tenant, Operation.HUNTING, next.run(tenant, query));
  }

  /** Calls about incidents whose pauses are logged. */
  static IncidentSource over(IncidentSource next, Clock clock) {
    PauseLog log = new PauseLog(clock);
    return new IncidentSource() {
      @Override
      public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
        return log.watch(tenant, Operation.INCIDENT_LIST, next.list(tenant, listing));
      }

      @Override
      public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
        return log.watch(tenant, Operation.INCIDENT_GET, next.get(tenant, id, withAlerts));
      }

      @Override
      public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
        return next.steps(tenant, change);
      }

      @Override
      public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
        return log.watch(tenant, Operation.INCIDENT_UPDATE, next.update(tenant, id, step));
      }
    };
  }

  private <T> Uni<T> watch(Tenant tenant, Operation operation, Uni<T> call) {
    return call.onFailure(FailureException.class)
        .invoke(
            thrown -> {
              if (((FailureException) thrown).failure() instanceof UpstreamThrottled throttled) {
                paused(tenant, operation, throttled);
              }
            });
  }

  private void paused(Tenant tenant, Operation operation, UpstreamThrottled throttled) {
    Instant until = throttled.retryAt();
    Instant[] before = {Instant.MIN};
    pauses.merge(
        new Key(tenant, PoolName.of(operation)),
        until,
        (known, later) -> {
          before[0] = known;
          return known.isAfter(later) ? known : later;
        });
    boolean inPause = clock.instant().isBefore(before[0]);
    if (!inPause || until.isAfter(before[0].plus(SAME_PAUSE))) {
      LOG.infof(
          "Upstream pauses tenant %s, %s, until %s: %s",
          tenant, operation, until, brief(throttled.message()));
    }
  }

  private static String brief(String words) {
    String line = words.replaceAll("\\s+", " ").trim();
    return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS) + "…";
  }
}
