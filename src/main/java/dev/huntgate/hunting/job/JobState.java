package dev.huntgate.hunting.job;

import dev.huntgate.failure.Failure;
import dev.huntgate.hunting.HuntProgress;
import java.time.Instant;

/** How a job stands. */
public sealed interface JobState {

  /**
   * Its hunt has no result yet.
   *
   * @param progress how far it is at this moment
   */
  record Pending(HuntProgress progress) implements JobState {}

  /** It is over, and stays as it is. */
  sealed interface Ended extends JobState {
    Instant at();
  }

  /**
   * Its hunt has a result.
   *
   * @param resultId the result, which is kept as others are and may go before the job does
   */
  record Succeeded(Instant at, String resultId) implements Ended {}

  /** Its hunt failed. */
  record Failed(Instant at, Failure failure) implements Ended {}

  /** Somebody cancelled it. */
  record Cancelled(Instant at) implements Ended {}
}
