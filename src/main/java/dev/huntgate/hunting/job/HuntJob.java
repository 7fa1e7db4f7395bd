package dev.huntgate.hunting.job;

import dev.huntgate.access.Tenant;
import dev.huntgate.hunting.HuntRequest;
import java.time.Instant;

/**
 * A hunt that goes on whether or not its caller waits.
 *
 * @param id opaque and not guessable: whoever of the tenant knows it may watch
 * @param createdAt when it was started
 */
public record HuntJob(String id, HuntRequest request, Instant createdAt, JobState state) {

  /** Whose data it reads. */
  public Tenant tenant() {
    return request.terms().caller().tenant();
  }

  /** Whether it is over. */
  public boolean hasEnded() {
    return state instanceof JobState.Ended;
  }

  /** The same job in another state. */
  public HuntJob in(JobState other) {
    return new HuntJob(id, request, createdAt, other);
  }
}
