package dev.huntgate.budget;

import dev.huntgate.budget.Standing.WindowStanding;
import java.time.Instant;

/**
 * One window with what was spent in it. Not thread-safe.
 *
 * <p>Amounts in flight are the account's to know and are handed in.
 */
final class Gauge {

  private final Window window;
  private final long usable;
  private final long lengthMillis;
  private final Meter all;
  private final TimeLog background;
  private final Shares shares;
  private long assumed;
  private long assumedUntil;

  Gauge(Window window, long guardMillis, Shares shares) {
    this(window, guardMillis, shares, 0);
  }

  /**
   * @param guardMillis how long after the window's length an amount still counts
   * @param headroom the part of a running-time window that nothing is admitted into
   */
  Gauge(Window window, long guardMillis, Shares shares, double headroom) {
    this.window = window;
    this.usable = isTime() ? (long) (window.limit() * (1 - headroom)) : window.limit();
    this.lengthMillis = window.duration().toMillis() + guardMillis;
    this.all = isTime() ? new TimeLog(lengthMillis) : new CallLog(limit(), lengthMillis);
    this.background = new TimeLog(lengthMillis);
    this.shares = shares;
  }

  boolean isTime() {
    return window.unit() == Unit.MILLISECONDS;
  }

  /** Holds an amount of the window back for its length, for what may have been spent before. */
  void assume(long amount, long now) {
    assumed = Math.min(amount, window.limit());
    all.add(assumed, now);
    assumedUntil = all.whenFreed(assumed, now);
  }

  boolean isWarming(long now) {
    if (now >= assumedUntil) {
      assumed = 0;
    }
    return assumed > 0;
  }

  /** Counts a call that goes now. */
  void started(long now) {
    if (!isTime()) {
      all.add(1, now);
    }
  }

  /** Takes back a call that was counted at this time and never went. */
  void withdrawn(long startedAt) {
    if (all instanceof CallLog calls) {
      calls.remove(startedAt);
    }
  }

  /** Counts a call from when upstream got it at the latest. */
  void arrived(long startedAt, long atTheLatest, long now) {
    if (all instanceof CallLog calls) {
      calls.used(now);
      calls.move(startedAt, atTheLatest);
    }
  }

  /** Counts the running time of a call that has ended. */
  void ended(long usedMillis, boolean ofBackground, long now) {
    if (isTime()) {
      all.add(usedMillis, now);
      if (ofBackground) {
        background.add(usedMillis, now);
      }
    }
  }

  /**
   * When an ask fits.
   *
   * @param flying what is in flight
   * @param ahead what others are to get first
   * @return not after {@code now} when it fits now
   */
  long whenFits(Ask ask, Flying flying, Flying ahead, long now) {
    if (!isTime()) {
      return whenRoom(all, window.limit(), 0, ahead.calls(), 1, now);
    }
    long estimate = ask.estimate().toMillis();
    long fits = whenRoom(all, usable, flying.millis(), ahead.millis(), estimate, now);
    if (ask.priority() != Priority.BACKGROUND) {
      return fits;
    }
    long most = (long) (window.limit() * shares.backgroundAtMost());
    return Math.max(
        fits,
        whenRoom(
            background, most, flying.backgroundMillis(), ahead.backgroundMillis(), estimate, now));
  }

  /** Whether background has used less than it is owed. */
  boolean isOwed(Flying flying, long now) {
    long owed = (long) (window.limit() * shares.backgroundOwed());
    return isTime() && background.used(now) + flying.backgroundMillis() < owed;
  }

  WindowStanding standing(Flying flying, long now) {
    isWarming(now);
    long counted = all.used(now);
    long held = Math.min(assumed, counted);
    long reserved = held + (isTime() ? flying.millis() : 0);
    long used = counted - held;
    long inFlight = isTime() ? flying.millis() : 0;
    long nextAt = whenRoom(all, usable, inFlight, 0, 1, now);
    long resetsAt = inFlight > 0 ? now + lengthMillis : all.whenFreed(counted, now);
    return new WindowStanding(
        window.unit(),
        window.duration(),
        window.limit(),
        used,
        reserved,
        Math.max(0, usable - used - reserved),
        Instant.ofEpochMilli(nextAt),
        Instant.ofEpochMilli(resetsAt));
  }

  /**
   * When there is room for an amount behind what is in flight and ahead.
   *
   * <p>An amount above the limit fits when nothing else is there: else it never would.
   */
  private long whenRoom(Meter meter, long limit, long inFlight, long ahead, long amount, long now) {
    long used = meter.used(now);
    long wanted = Math.min(amount, limit);
    long missing = used + inFlight + ahead + wanted - limit;
    if (missing <= 0) {
      return now;
    }
    if (missing <= used) {
      return meter.whenFreed(missing, now);
    }
    // What is not spent yet is freed a window after it ends: at the earliest, after now.
    long rounds = 1 + (missing - used - 1) / limit;
    return now + rounds * lengthMillis;
  }

  private int limit() {
    return Math.toIntExact(window.limit());
  }
}
