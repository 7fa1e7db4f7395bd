package dev.huntgate.budget.day;

import dev.huntgate.budget.Alarm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that jumps from event to event; events of one time happen in the order of planning. */
final class VirtualTime extends Clock implements Alarm {

  private static final class Event {
    final long time;
    final long number;
    final Runnable action;
    boolean cancelled;

    Event(long time, long number, Runnable action) {
      this.time = time;
      this.number = number;
      this.action = action;
    }
  }

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(
          Comparator.<Event>comparingLong(event -> event.time)
              .thenComparingLong(event -> event.number));
  private long now;
  private long planned;

  VirtualTime(long start) {
    this.now = start;
  }

  /** Plans an action; the answer cancels it. */
  Runnable at(long time, Runnable action) {
    Event event = new Event(Math.max(time, now), planned++, action);
    events.add(event);
    return () -> event.cancelled = true;
  }

  @Override
  public Runnable after(Duration delay, Runnable wake) {
    return at(now + delay.toMillis(), wake);
  }

  /** Lets everything happen that is planned before this time. */
  void runUntil(long end) {
    while (!events.isEmpty() && events.peek().time < end) {
      Event event = events.remove();
      if (!event.cancelled) {
        now = event.time;
        event.action.run();
      }
    }
    now = end;
  }

  @Override
  public long millis() {
    return now;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(now);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
