package dev.huntgate.budget;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The ledger's answer to the wish to call upstream. */
public sealed interface Admission {

  /** The call may go; it is counted, and its running time reserved. */
  record Granted(Reservation reservation) implements Admission {}

  /**
   * The call may go later.
   *
   * @param until when it probably may
   * @param place how many are served before it
   * @param outcome granted or refused in the end; whoever cancels leaves the queue
   */
  record Deferred(Instant until, int place, Uni<Admission> outcome) implements Admission {}

  /**
   * The call may not go, and is not counted.
   *
   * @param retryAt when there is probably room
   */
  record Refused(Reason reason, Instant retryAt) implements Admission {}

  /** Why a call may not go. */
  enum Reason {
    /** A window has no room within the time that the caller would wait. */
    SPENT,
    /** Upstream said 429, and its time is not up. */
    PAUSED,
    /** Too many are waiting already. */
    CROWDED
  }
}
