package dev.huntgate.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Admission.Deferred;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Admission.Refused;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Reservation;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The same random history, step by step, in two ledgers that have to agree in all they say. */
final class SharedRun {

  private static final Duration WAIT = Duration.ofSeconds(10);

  private record Twin(Answer one, Answer other) {}

  private static final class Answer {
    final Admission first;
    final @Nullable UniAssertSubscriber<Admission> later;

    Answer(Ledger ledger, Ask ask) {
      first = ledger.admit(Tenant.DEFAULT, ask).await().atMost(WAIT);
      later =
          first instanceof Deferred deferred
              ? deferred.outcome().subscribe().withSubscriber(UniAssertSubscriber.create())
              : null;
    }

    @Nullable Admission outcome() {
      return later == null ? first : later.getItem();
    }

    String text() {
      Admission now = outcome();
      if (now instanceof Refused refused) {
        return refused.toString();
      }
      if (now instanceof Granted) {
        return "granted";
      }
      return ((Deferred) first).place().get().await().atMost(WAIT).toString();
    }

    Reservation reservation() {
      return ((Granted) java.util.Objects.requireNonNull(outcome())).reservation();
    }
  }

  private final Random random;
  private final Ledger one;
  private final Ledger other;
  private final dev.huntgate.budget.VirtualTime time;
  private final List<Twin> waiting = new ArrayList<>();
  private final List<Twin> running = new ArrayList<>();

  SharedRun(long seed, Ledger one, Ledger other, dev.huntgate.budget.VirtualTime time) {
    this.random = new Random(seed);
    this.one = one;
    this.other = other;
    this.time = time;
    check();
  }

  void step() {
    time.pass(Duration.ofMillis(random.nextInt(random.nextInt(20) == 0 ? 120_000 : 3_000)));
    sort();
    switch (random.nextInt(11)) {
      case 0, 1, 2, 3, 4 -> ask();
      case 5, 6, 7, 8 -> end();
      case 9 -> leave();
      default -> {
        Ask ask = wish();
        assertEquals(
            one.expected(Tenant.DEFAULT, ask).await().atMost(WAIT),
            other.expected(Tenant.DEFAULT, ask).await().atMost(WAIT));
      }
    }
    sort();
    check();
  }

  private void ask() {
    Ask ask = wish();
    Twin twin = new Twin(new Answer(one, ask), new Answer(other, ask));
    waiting.add(twin);
  }

  private Ask wish() {
    return new Ask(
        Operation.HUNTING,
        CallersForTests.named("c" + random.nextInt(5)),
        random.nextInt(3) == 0 ? Priority.BACKGROUND : Priority.INTERACTIVE,
        Duration.ofMillis(random.nextInt(8) == 0 ? 90_000 : random.nextInt(10_000)),
        Duration.ofMillis(random.nextInt(4) == 0 ? 0 : random.nextInt(900_000)));
  }

  private void end() {
    if (running.isEmpty()) {
      return;
    }
    Twin twin = running.remove(random.nextInt(running.size()));
    Duration used = Duration.ofMillis(random.nextInt(12_000));
    Instant until = time.instant().plusMillis(random.nextInt(30_000));
    int how = random.nextInt(12);
    for (Reservation each : List.of(twin.one().reservation(), twin.other().reservation())) {
      switch (how) {
        case 0 -> each.withdraw();
        case 1 -> each.fail();
        case 2 -> each.throttled(until);
        case 3, 4, 5 -> each.settleByClock();
        default -> each.settle(used);
      }
      each.settle(Duration.ofHours(1));
    }
  }

  private void leave() {
    if (!waiting.isEmpty()) {
      Twin twin = waiting.remove(random.nextInt(waiting.size()));
      for (Answer each : List.of(twin.one(), twin.other())) {
        if (each.later != null) {
          each.later.cancel();
        }
      }
    }
  }

  private void sort() {
    for (Twin twin : List.copyOf(waiting)) {
      String text = twin.one().text();
      assertEquals(text, twin.other().text());
      if (twin.one().outcome() instanceof Granted) {
        assertTrue(waiting.remove(twin));
        running.add(twin);
      } else if (twin.one().outcome() != null && !(twin.one().outcome() instanceof Deferred)) {
        waiting.remove(twin);
      }
    }
  }

  private void check() {
    assertEquals(
        one.standing(Tenant.DEFAULT).await().atMost(WAIT),
        other.standing(Tenant.DEFAULT).await().atMost(WAIT));
  }
}
