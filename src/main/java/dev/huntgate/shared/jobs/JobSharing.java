package dev.huntgate.shared.jobs;

import dev.huntgate.hunting.job.JobsConfig;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;

/**
 * How replicas share jobs.
 *
 * @param replica this process, by a name that no other has, before or after
 * @param lease for how long a replica that is not heard of keeps its jobs
 * @param keep for how long a job is kept after it ended
 * @param most how many of one tenant may be under way
 * @param settling how long a store that was emptied may take to be told of all jobs again
 */
record JobSharing(String replica, Duration lease, Duration keep, int most, Duration settling) {

  /* Beyond a beat: an emptied store is told again at the next one. */
  private static final Duration SETTLING = Duration.ofSeconds(2);
  /* A job waits for a day at most, and may outlive all replicas over a weekend. */
  private static final Duration REST = Duration.ofDays(4);
  /* As many as one process keeps. */
  private static final int MOST_ENDED = 10_000;

  static JobSharing of(Duration lease, JobsConfig config) {
    return new JobSharing(
        UUID.randomUUID().toString(),
        lease,
        config.keep(),
        config.most(),
        lease.dividedBy(3).plus(SETTLING));
  }

  /** How often a replica is heard of. */
  Duration beat() {
    return lease.dividedBy(3);
  }

  /** A step that does nothing yet. */
  JsonObject step() {
    return new JsonObject()
        .put("replica", replica)
        .put("lease", lease.toMillis())
        .put("keep", keep.toMillis())
        .put("most", most)
        .put("mostEnded", MOST_ENDED)
        .put("rest", REST.plus(keep).toMillis())
        .put("newLife", UUID.randomUUID().toString());
  }
}
