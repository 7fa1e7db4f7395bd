package dev.huntgate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.CallersForTests;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Standing.WindowStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account under anything that may happen to it, watched by a bookkeeper of its own. */
class AccountTest {

  private static final long CALLS = 15;
  private static final long TIME = 60_000;
  private static final long MINUTE = 60_000;
  private static final long HOUR = 600_000;
  private static final long GUARD = 1_000;
  private static final int QUEUE = 40;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(
      longs = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24
      })
  void keepsItsRules_whateverHappens(long seed) {
    Run run = new Run(seed);
    for (int i = 0; i < 4_000; i++) {
      run.step();
    }
    run.finish();
  }

  /** One random history. */
  private static final class Run {
    final Random random;
    final List<InFlight> flying = new ArrayList<>();
    final List<Waiter> waiting = new ArrayList<>();
    final List<Long> calls = new ArrayList<>();
    final Map<Waiter, Integer> outcomes = new HashMap<>();
    final Account account;
    long now = 1_700_000_000_000L;
    long latest = now;
    long pausedUntil = Long.MIN_VALUE;

    Run(long seed) {
      random = new Random(seed);
      Shares shares = Shares.DEFAULT;
      account =
          new Account(
              List.of(
                  new Gauge(Window.calls((int) CALLS, Duration.ofMillis(MINUTE)), GUARD, shares),
                  new Gauge(
                      Window.runningTime(Duration.ofMillis(TIME), Duration.ofMillis(HOUR)),
                      GUARD,
                      shares)),
              QUEUE,
              call -> {
                granted(call);
                return new Unused();
              });
      account.wake(now);
    }

    void step() {
      move();
      switch (random.nextInt(12)) {
        case 0, 1, 2, 3, 4 -> ask();
        case 5, 6, 7 -> settle();
        case 8 -> withdraw();
        case 9 -> leave();
        case 10 -> throttle();
        default -> learn(account.wake(now));
      }
      check();
    }

    /** Time goes on as the account asked to be woken, or jumps back. */
    void move() {
      if (random.nextInt(50) == 0) {
        now -= random.nextInt(5_000);
        return;
      }
      long end = now + random.nextInt(random.nextInt(20) == 0 ? 120_000 : 3_000);
      for (long wake = account.nextWake(now); wake <= end; wake = account.nextWake(now)) {
        assertTrue(wake > now, "asks to be woken in the past");
        now = wake;
        tick();
        learn(account.wake(now));
        checkDeadlines();
      }
      now = end;
      tick();
      learn(account.wake(now));
      checkDeadlines();
    }

    void tick() {
      latest = Math.max(latest, now);
    }

    void ask() {
      List<Waiter> done = new ArrayList<>();
      Ask ask =
          new Ask(
              Operation.HUNTING,
              CallersForTests.named("c" + random.nextInt(5)),
              random.nextInt(3) == 0 ? Priority.BACKGROUND : Priority.INTERACTIVE,
              Duration.ofMillis(random.nextInt(8) == 0 ? 90_000 : random.nextInt(10_000)),
              Duration.ofMillis(random.nextInt(4) == 0 ? 0 : random.nextInt(900_000)));
      Waiter waiter = account.ask(ask, now, done);
      done.remove(waiter);
      learn(done);
      if (waiter.outcome != null) {
        outcome(waiter);
      } else {
        assertTrue(waiter.deadline > latest, "somebody who does not wait was queued");
        waiting.add(waiter);
      }
    }

    void settle() {
      if (!flying.isEmpty()) {
        InFlight call = flying.remove(random.nextInt(flying.size()));
        long used =
            random.nextBoolean() ? random.nextInt(12_000) : Math.max(0, latest - call.startedAt);
        if (call.probe) {
          pausedUntil = pausedUntil > latest ? pausedUntil : Long.MIN_VALUE;
        }
        arrived(call);
        learn(account.settle(call, used, true, now));
        assertTrue(account.settle(call, used, true, now).isEmpty());
      }
    }

    void withdraw() {
      if (!flying.isEmpty()) {
        InFlight call = flying.remove(random.nextInt(flying.size()));
        calls.remove(call.startedAt);
        learn(account.withdraw(call, now));
      }
    }

    void throttle() {
      if (!flying.isEmpty() && random.nextInt(4) == 0) {
        InFlight call = flying.remove(random.nextInt(flying.size()));
        long until = latest + random.nextInt(30_000);
        pausedUntil = Math.max(pausedUntil, until);
        arrived(call);
        learn(account.throttled(call, until, now));
      }
    }

    /**
     * It counts from its end on, or half a minute after it began; unless it is forgotten already.
     */
    void arrived(InFlight call) {
      if (call.startedAt + MINUTE + GUARD > latest && calls.remove((Long) call.startedAt)) {
        calls.add(Math.min(latest, call.startedAt + 30_000));
      }
    }

    void leave() {
      if (!waiting.isEmpty()) {
        Waiter waiter = waiting.remove(random.nextInt(waiting.size()));
        learn(account.leave(waiter, now));
        assertNull(waiter.outcome, "somebody who left was served");
      }
    }

    void granted(InFlight call) {
      assertTrue(latest >= pausedUntil, "sent within a pause");
      if (pausedUntil != Long.MIN_VALUE) {
        assertTrue(call.probe);
        assertTrue(flying.stream().noneMatch(other -> other.probe), "two probes");
      }
      flying.add(call);
      calls.add(latest);
      calls.removeIf(at -> at + MINUTE + GUARD <= latest);
      assertTrue(calls.size() <= CALLS, "too many calls in a window");
    }

    void learn(List<Waiter> done) {
      for (Waiter waiter : done) {
        assertTrue(waiting.remove(waiter), "somebody got an outcome twice or unasked");
        if (waiter.outcome instanceof Granted) {
          assertFalse(
              waiting.stream()
                  .anyMatch(
                      other ->
                          other.arrival < waiter.arrival
                              && other.ask.caller().equals(waiter.ask.caller())
                              && other.ask.priority() == waiter.ask.priority()
                              && !(done.contains(other))),
              "a caller's asks were served out of order");
        }
        outcome(waiter);
      }
    }

    void outcome(Waiter waiter) {
      assertEquals(1, outcomes.merge(waiter, 1, Integer::sum));
      if (waiter.outcome instanceof Admission.Refused refused) {
        assertTrue(refused.retryAt().toEpochMilli() > latest, "come back in the past");
      }
    }

    void checkDeadlines() {
      waiting.forEach(waiter -> assertTrue(waiter.deadline > latest, "somebody waits too long"));
    }

    void check() {
      Standing standing = account.standing(Operation.HUNTING, now);
      assertEquals(waiting.size(), standing.queueLength());
      assertTrue(waiting.size() <= QUEUE);
      WindowStanding spent = standing.windows().get(1);
      long reserved = flying.stream().mapToLong(call -> call.reserved(latest)).sum();
      assertEquals(reserved, spent.reserved());
      assertEquals(calls(), standing.windows().get(0).used());
      assertTrue(!spent.nextAt().isBefore(Instant.ofEpochMilli(latest)));
    }

    long calls() {
      return calls.stream().filter(at -> at + MINUTE + GUARD > latest).count();
    }

    /** Everything ends; then the full limit can be used again. */
    void finish() {
      while (!flying.isEmpty() || !waiting.isEmpty()) {
        move();
        while (!flying.isEmpty()) {
          InFlight call = flying.remove(0);
          if (call.probe) {
            pausedUntil = pausedUntil > latest ? pausedUntil : Long.MIN_VALUE;
          }
          arrived(call);
          learn(account.settle(call, 5, true, now));
        }
        check();
      }
      now = latest + HOUR + 2 * GUARD + HOUR / 1_000;
      tick();
      Standing empty = account.standing(Operation.HUNTING, now);
      empty
          .windows()
          .forEach(
              window -> {
                assertEquals(0, window.reserved());
                assertEquals(0, window.used());
              });
      pausedUntil = Long.MIN_VALUE;
      if (empty.state() == Standing.State.PROBING) {
        ask(1);
        flying.forEach(call -> account.settle(call, 1, true, now));
        flying.clear();
      }
      while (calls() < CALLS) {
        ask(10);
      }
    }

    void ask(long estimate) {
      int before = flying.size();
      Ask ask =
          new Ask(
              Operation.HUNTING,
              CallersForTests.named("last"),
              Priority.INTERACTIVE,
              Duration.ofMillis(estimate),
              Duration.ZERO);
      assertTrue(account.ask(ask, now, new ArrayList<>()).outcome instanceof Granted);
      assertEquals(before + 1, flying.size());
    }
  }

  private record Unused() implements Reservation {
    @Override
    public void settle(Duration used) {}

    @Override
    public void withdraw() {}

    @Override
    public void settleByClock() {}

    @Override
    public void fail() {}

    @Override
    public void throttled(Instant until) {}
  }
}
