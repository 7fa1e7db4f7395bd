package dev.huntgate.budget;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.Supplier;

/** The ledger's answer to the wish to call upstream. */
public sealed interface Admission {

  /** The call may go; it is counted, and its running time reserved. */
  record Granted(Reservation reservation) implements Admission {}

  /**
   * The call may go later.
   *
   * @param place where it waits, as the queue is when asked
   * @param outcome granted or refused in the end; whoever cancels leaves the queue
   */
  record Deferred(Supplier<Uni<Place>> place, Uni<Admission> outcome) implements Admission {}

  /**
   * A place in the queue.
   *
   * @param ahead how many are served before it
   * @param until when it is probably served
   */
  record Place(int ahead, Instant until) {}

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
