package dev.huntgate.budget;

/** The time for which upstream said that nothing is to be sent, and the probe after it. */
final class Pause {

  private static final long NONE = Long.MIN_VALUE;

  private long until = NONE;
  private boolean probing;

  boolean isOver() {
    return until == NONE;
  }

  boolean isProbing() {
    return probing;
  }

  /** Meaningful while it is not over. */
  long until() {
    return until;
  }

  /** Whether a call may be sent now; the first that is sent after a pause is its probe. */
  boolean allows(long now) {
    return isOver() || (!probing && now >= until);
  }

  /** Tells that a call is sent; answers whether it is the probe. */
  boolean sent() {
    probing = !isOver();
    return probing;
  }

  /** Upstream said 429. */
  void begin(long newUntil, boolean byProbe) {
    until = Math.max(until, newUntil);
    probing = probing && !byProbe;
  }

  /** Upstream accepted the probe; a call in flight may have met 429 since that was sent. */
  void end(long now) {
    until = now < until ? until : NONE;
    probing = false;
  }
}
