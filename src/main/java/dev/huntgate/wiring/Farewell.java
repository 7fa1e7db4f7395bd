package dev.huntgate.wiring;

import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.job.HuntJobs;
import dev.huntgate.hunting.job.JobsConfig;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * The end of the process, which begins with waiting for hunts that upstream runs, for as long as an
 * answer to one may take: they are paid for, and whoever waits for them is still answered. Jobs go
 * to other replicas, where there are some: those that wait at once, the others after that.
 *
 * <p>Before anything is closed, since Quarkus, which waits for requests after this, cannot be given
 * much time: it takes a WebSocket that was ever open for a request that never ends.
 */
@Singleton
final class Farewell {

  private static final Logger LOG = Logger.getLogger(Farewell.class);
  private static final int AFTER_THE_OTHERS = 3_000;
  private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();
  /* For the answers, once the hunts have ended, and for WebSockets to be closed. */
  private static final Duration LAST_WORDS = Duration.ofMillis(2_500);

  private static final Duration HAND_OVER = Duration.ofSeconds(2);

  private final Hunts hunts;
  private final HuntJobs jobs;
  private final Clock clock;
  private final Duration patience;

  Farewell(Hunts hunts, HuntJobs jobs, JobsConfig config, Clock clock) {
    this.hunts = hunts;
    this.jobs = jobs;
    this.clock = clock;
    this.patience = config.answerWithin();
  }

  void waitForHunts(@Observes @Priority(AFTER_THE_OTHERS) ShutdownDelayInitiatedEvent end) {
    handOver(false);
    int running = hunts.running();
    if (running == 0) {
      handOver(true);
      return;
    }
    LOG.infof("Waiting for %d hunts that upstream runs, for %s at most", running, patience);
    Instant until = clock.instant().plus(patience);
    while (hunts.running() > 0 && clock.instant().isBefore(until)) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    int lost = hunts.running();
    if (lost > 0) {
      LOG.warnf("%d hunts were not waited for; their running time is spent", lost);
    }
    handOver(true);
    Instant told = clock.instant().plus(LAST_WORDS);
    while (clock.instant().isBefore(told)) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private void handOver(boolean all) {
    try {
      jobs.handOver(all).await().atMost(HAND_OVER);
    } catch (RuntimeException away) {
      LOG.warnf(
          "Jobs that have not ended are left until others miss this replica: %s",
          away.getMessage());
    }
  }
}
