package dev.huntgate.budget;

import dev.huntgate.budget.Admission.Deferred;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Admission.Place;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account behind a lock, with an alarm that wakes it. */
final class Desk {

  private final Account account;
  private final Clock clock;
  private final Alarm alarm;
  private long wakeAt = Meter.NEVER;
  private @Nullable Runnable cancelWake;

  Desk(List<Gauge> gauges, int longestQueue, Clock clock, Alarm alarm) {
    this.account = new Account(gauges, longestQueue, Ended::new);
    this.clock = clock;
    this.alarm = alarm;
  }

  Admission admit(Ask ask) {
    List<Waiter> done = new ArrayList<>();
    Admission answer;
    synchronized (this) {
      long now = clock.millis();
      Waiter waiter = account.ask(ask, now, done);
      answer = waiter.outcome;
      if (answer == null) {
        answer =
            new Deferred(
                () -> Uni.createFrom().item(() -> place(waiter)),
                Uni.createFrom()
                    .completionStage(waiter.promise)
                    .onCancellation()
                    .invoke(() -> leave(waiter)));
      }
      setAlarm(now);
    }
    tell(done);
    return answer;
  }

  /** Those who wait are woken when it is over. */
  synchronized void pause(Instant until) {
    long now = clock.millis();
    account.pause(until.toEpochMilli(), now);
    setAlarm(now);
  }

  synchronized Standing standing(Operation operation) {
    return account.standing(operation, clock.millis());
  }

  synchronized Instant expected(Ask ask) {
    return Instant.ofEpochMilli(account.expected(ask, clock.millis()));
  }

  private synchronized Place place(Waiter waiter) {
    long until = account.expected(waiter, clock.millis());
    return new Place(account.place(waiter), Instant.ofEpochMilli(until));
  }

  private void leave(Waiter waiter) {
    List<Waiter> done;
    synchronized (this) {
      long now = clock.millis();
      done = account.leave(waiter, now);
      setAlarm(now);
    }
    tell(done);
    // Granted and left at the same moment: nobody is there to use it.
    if (waiter.outcome instanceof Granted granted) {
      granted.reservation().withdraw();
    }
  }

  private void wake() {
    List<Waiter> done;
    synchronized (this) {
      long now = clock.millis();
      wakeAt = Meter.NEVER;
      done = account.wake(now);
      setAlarm(now);
    }
    tell(done);
  }

  /** Called with the lock held. */
  private void setAlarm(long now) {
    long next = account.nextWake(now);
    if (next == wakeAt) {
      return;
    }
    if (cancelWake != null) {
      cancelWake.run();
      cancelWake = null;
    }
    wakeAt = next;
    if (next != Meter.NEVER) {
      cancelWake = alarm.after(Duration.ofMillis(Math.max(1, next - now)), this::wake);
    }
  }

  /** Called without the lock: whoever is told may come back with the next wish. */
  private static void tell(List<Waiter> done) {
    for (Waiter waiter : done) {
      if (waiter.outcome != null) {
        waiter.promise.complete(waiter.outcome);
      }
    }
  }

  /** One reservation, in the hand of whoever was granted it. */
  private final class Ended implements Reservation {

    private final InFlight call;

    Ended(InFlight call) {
      this.call = call;
    }

    @Override
    public void settle(Duration used) {
      end(now -> account.settle(call, used.toMillis(), true, now));
    }

    @Override
    public void withdraw() {
      end(now -> account.withdraw(call, now));
    }

    @Override
    public void settleByClock() {
      end(now -> account.settle(call, age(now), true, now));
    }

    @Override
    public void fail() {
      end(now -> account.settle(call, age(now), false, now));
    }

    @Override
    public void throttled(Instant until) {
      end(now -> account.throttled(call, until.toEpochMilli(), now));
    }

    private long age(long now) {
      return Math.max(0, now - call.startedAt);
    }

    private void end(java.util.function.LongFunction<List<Waiter>> how) {
      List<Waiter> done;
      synchronized (Desk.this) {
        long now = clock.millis();
        done = how.apply(now);
        setAlarm(now);
      }
      tell(done);
    }
  }
}
