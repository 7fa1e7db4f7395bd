package dev.huntgate.budget;

import dev.huntgate.budget.Admission.Reason;
import dev.huntgate.budget.Admission.Refused;
import dev.huntgate.budget.Standing.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's spending in one pool: its windows, what is in flight, who waits, and the pause.
 *
 * <p>A state machine in time: it is told what happens and when, and says who is granted or refused
 * and when it wants to be woken. Not thread-safe.
 */
final class Account {

  /** Sets reservations in a granted ask's hand. */
  interface Granting {
    Reservation reservation(InFlight call);
  }

  private final List<Gauge> gauges;
  private final int longestQueue;
  private final Granting granting;
  private final Map<Priority, Line> lines = new EnumMap<>(Priority.class);
  private final List<InFlight> inFlight = new ArrayList<>();
  private final Pause pause = new Pause();
  private long arrivals;
  private long latest = Long.MIN_VALUE;

  Account(List<Gauge> gauges, int longestQueue, Granting granting) {
    this.gauges = List.copyOf(gauges);
    this.longestQueue = longestQueue;
    this.granting = granting;
    for (Priority priority : Priority.values()) {
      lines.put(priority, new Line());
    }
  }

  /**
   * A caller comes: its waiter, which has an outcome already or waits.
   *
   * @param done takes who got their outcome by that, since time may have passed unnoticed
   */
  Waiter ask(Ask ask, long clock, List<Waiter> done) {
    long now = advance(clock);
    Waiter waiter = new Waiter(ask, arrivals++, now + ask.maxWait().toMillis());
    if (queueLength() == 0 && pause.allows(now) && whenFits(ask, Flying.NOTHING, now) <= now) {
      line(ask).grantedAtOnce(ask);
      waiter.outcome = grant(ask, now);
      return waiter;
    }
    if (queueLength() >= longestQueue) {
      waiter.outcome = new Refused(Reason.CROWDED, Instant.ofEpochMilli(expected(waiter, now)));
      return waiter;
    }
    line(ask).add(waiter);
    serve(now, done);
    if (waiter.outcome == null
        && (waiter.deadline <= now || expected(waiter, now) > waiter.deadline)) {
      refuse(waiter, now);
    }
    return waiter;
  }

  /**
   * A call has ended; returns who got their outcome by that.
   *
   * @param accepted whether upstream answered, so that it takes calls again
   */
  List<Waiter> settle(InFlight call, long usedMillis, boolean accepted, long clock) {
    long now = advance(clock);
    if (call.settled) {
      return List.of();
    }
    call.settled = true;
    inFlight.remove(call);
    gauges.forEach(gauge -> gauge.arrived(call.startedAt, call.arrived(now), now));
    gauges.forEach(gauge -> gauge.ended(usedMillis, call.isBackground(), now));
    line(call.ask).corrected(call.ask, usedMillis);
    if (call.probe && accepted) {
      pause.end(now);
    } else if (call.probe) {
      pause.begin(pause.until(), true);
    }
    return served(now);
  }

  /** A call was never sent. */
  List<Waiter> withdraw(InFlight call, long clock) {
    long now = advance(clock);
    if (call.settled) {
      return List.of();
    }
    call.settled = true;
    inFlight.remove(call);
    gauges.forEach(gauge -> gauge.withdrawn(call.startedAt));
    line(call.ask).corrected(call.ask, 0);
    if (call.probe) {
      pause.begin(pause.until(), true);
    }
    return served(now);
  }

  /** Upstream answered a call with 429. */
  List<Waiter> throttled(InFlight call, long until, long clock) {
    long now = advance(clock);
    if (call.settled) {
      return List.of();
    }
    call.settled = true;
    inFlight.remove(call);
    gauges.forEach(gauge -> gauge.arrived(call.startedAt, call.arrived(now), now));
    line(call.ask).corrected(call.ask, 0);
    pause.begin(Math.max(until, now), call.probe);
    return served(now);
  }

  /** Nothing is to be sent until then. */
  void pause(long until, long clock) {
    pause.begin(Math.max(until, advance(clock)), false);
  }

  /** A waiter leaves of its own accord. */
  List<Waiter> leave(Waiter waiter, long clock) {
    line(waiter.ask).remove(waiter);
    return served(advance(clock));
  }

  /** Time has passed. */
  List<Waiter> wake(long clock) {
    return served(advance(clock));
  }

  /**
   * When something may change without anybody doing anything; {@link Meter#NEVER} if nothing can.
   */
  long nextWake(long clock) {
    long now = advance(clock);
    long[] next = {Meter.NEVER};
    for (Line line : lines.values()) {
      line.forEach(waiter -> next[0] = Math.min(next[0], waiter.deadline));
    }
    Waiter head = next(now);
    if (head != null && !pause.isProbing()) {
      long fits = whenFits(head.ask, Flying.NOTHING, now);
      next[0] = Math.min(next[0], pause.isOver() ? fits : Math.max(fits, pause.until()));
    }
    return next[0] == Meter.NEVER ? Meter.NEVER : Math.max(next[0], now + 1);
  }

  int queueLength() {
    return lines.values().stream().mapToInt(Line::size).sum();
  }

  /** How many are served before this waiter. */
  int place(Waiter waiter) {
    return (int) ahead(waiter).calls();
  }

  /** When this waiter is probably granted. */
  long expected(Waiter waiter, long clock) {
    long now = advance(clock);
    long fits = whenFits(waiter.ask, ahead(waiter), now);
    return pause.isOver() ? fits : Math.max(fits, pause.until());
  }

  /** When an ask that came now would probably be granted. */
  long expected(Ask ask, long clock) {
    return expected(new Waiter(ask, arrivals, clock), clock);
  }

  Standing standing(Operation operation, long clock) {
    long now = advance(clock);
    Flying flying = flying(now);
    boolean warming = gauges.stream().anyMatch(gauge -> gauge.isWarming(now));
    State state = warming ? State.WARMING : State.OPEN;
    if (!pause.isOver()) {
      state = now < pause.until() ? State.PAUSED : State.PROBING;
    }
    return new Standing(
        operation,
        state,
        state == State.PAUSED ? Instant.ofEpochMilli(pause.until()) : null,
        queueLength(),
        gauges.stream().map(gauge -> gauge.standing(flying, now)).toList());
  }

  private List<Waiter> served(long now) {
    List<Waiter> done = new ArrayList<>();
    serve(now, done);
    expire(now, done);
    return done;
  }

  private void serve(long now, List<Waiter> done) {
    while (pause.allows(now)) {
      Waiter next = next(now);
      if (next == null || whenFits(next.ask, Flying.NOTHING, now) > now) {
        return;
      }
      line(next.ask).granted(next);
      next.outcome = grant(next.ask, now);
      done.add(next);
    }
  }

  /** Background first while it is owed something, else last. */
  private @Nullable Waiter next(long now) {
    Waiter interactive = line(Priority.INTERACTIVE).peek();
    Waiter background = line(Priority.BACKGROUND).peek();
    if (interactive == null || background == null) {
      return interactive == null ? background : interactive;
    }
    Flying flying = flying(now);
    boolean owed =
        gauges.stream().anyMatch(Gauge::isTime)
            && gauges.stream().filter(Gauge::isTime).allMatch(gauge -> gauge.isOwed(flying, now));
    return owed ? background : interactive;
  }

  private void expire(long now, List<Waiter> done) {
    List<Waiter> over = new ArrayList<>();
    for (Line line : lines.values()) {
      line.forEach(
          waiter -> {
            if (waiter.deadline <= now) {
              over.add(waiter);
            }
          });
    }
    over.forEach(waiter -> refuse(waiter, now));
    done.addAll(over);
  }

  private void refuse(Waiter waiter, long now) {
    Reason reason = pause.isOver() ? Reason.SPENT : Reason.PAUSED;
    long retryAt = Math.max(expected(waiter, now), now + 1);
    line(waiter.ask).remove(waiter);
    waiter.outcome = new Refused(reason, Instant.ofEpochMilli(retryAt));
  }

  private Admission grant(Ask ask, long now) {
    InFlight call = new InFlight(ask, now, pause.sent());
    inFlight.add(call);
    gauges.forEach(gauge -> gauge.started(now));
    return new Admission.Granted(granting.reservation(call));
  }

  private long whenFits(Ask ask, Flying ahead, long now) {
    Flying flying = flying(now);
    long fits = now;
    for (Gauge gauge : gauges) {
      fits = Math.max(fits, gauge.whenFits(ask, flying, ahead, now));
    }
    return fits;
  }

  private Flying flying(long now) {
    long millis = 0;
    long background = 0;
    for (InFlight call : inFlight) {
      long reserved = call.reserved(now);
      millis += reserved;
      background += call.isBackground() ? reserved : 0;
    }
    return new Flying(inFlight.size(), millis, background);
  }

  /** Those who come before a waiter by turns, and for background all that is interactive. */
  private Flying ahead(Waiter waiter) {
    Tally tally = new Tally();
    line(waiter.ask).forEachBefore(waiter, tally);
    if (waiter.ask.priority() == Priority.BACKGROUND) {
      line(Priority.INTERACTIVE).forEach(tally);
    }
    return tally.total();
  }

  private Line line(Ask ask) {
    return line(ask.priority());
  }

  private Line line(Priority priority) {
    Line line = lines.get(priority);
    if (line == null) {
      throw new IllegalStateException("No line for " + priority);
    }
    return line;
  }

  private long advance(long clock) {
    latest = Math.max(latest, clock);
    return latest;
  }
}
