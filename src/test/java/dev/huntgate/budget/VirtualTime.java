package dev.huntgate.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A clock that moves only when told to, and runs what is due on its way. */
public final class VirtualTime extends Clock implements Alarm {

  private static final class Due {
    final Instant at;
    final long number;
    final Runnable wake;

    Due(Instant at, long number, Runnable wake) {
      this.at = at;
      this.number = number;
      this.wake = wake;
    }
  }

  private final PriorityQueue<Due> due =
      new PriorityQueue<>(
          Comparator.<Due, Instant>comparing(one -> one.at).thenComparing(one -> one.number));
  private Instant now;
  private long set;

  public VirtualTime(Instant start) {
    this.now = start;
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    passTo(instant().plus(time));
  }

  /** Lets time pass up to this moment, which is not before now. */
  public void passTo(Instant end) {
    for (Due next = next(end); next != null; next = next(end)) {
      next.wake.run();
    }
  }

  /** Sets the clock, back or on, without running anything. */
  public synchronized void set(Instant time) {
    now = time;
  }

  /** How many alarms were ever set. */
  public synchronized long alarmsSet() {
    return set;
  }

  @Override
  public synchronized Runnable after(Duration delay, Runnable wake) {
    Due one = new Due(now.plus(delay), set++, wake);
    due.add(one);
    return () -> cancel(one);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  private synchronized void cancel(Due one) {
    due.remove(one);
  }

  private synchronized @Nullable Due next(Instant end) {
    Due next = due.peek();
    if (next == null || next.at.isAfter(end)) {
      now = end.isAfter(now) ? end : now;
      return null;
    }
    due.poll();
    now = next.at.isAfter(now) ? next.at : now;
    return next;
  }
}
