package dev.huntgate.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.budget.Admission.Refused;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Standing.State;
import dev.huntgate.budget.Window;
import dev.huntgate.shared.ReplicasForTests.Asked;
import dev.huntgate.shared.ReplicasForTests.One;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas whose store goes away and comes back, as it was or empty. */
class CutOffTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LONG = Duration.ofHours(3);
  private static final Duration NOT = Duration.ZERO;
  private static final Window MINUTE = Window.calls(20, Duration.ofMinutes(1));
  private static final Window TIME = Window.runningTime(Duration.ofSeconds(100), HOUR);

  @RegisterExtension static final ReplicasForTests replicas = new ReplicasForTests();

  @Test
  void spendItsPart_whenTheStoreIsAway() {
    One one = replicas.add(1, 0.25, MINUTE);
    one.standing();
    replicas.away(true);

    assertEquals(5, granted(one, 20));

    assertEquals(State.DEGRADED, one.standing().state());
    assertEquals(5, one.standing().windows().get(0).limit());
    assertTrue(one.ledger.isDegraded());
  }

  @Test
  void beginWithItsPartOfWhatWasLeft() {
    One one = replicas.add(1, 0.25, MINUTE);
    assertEquals(12, granted(one, 12));
    replicas.away(true);

    assertEquals(2, granted(one, 20));
  }

  @Test
  void spendItsPartOnce_howeverOftenTheStoreGoesAway() {
    One one = replicas.add(1, 0.25, MINUTE);
    one.standing();
    int granted = 0;
    for (int i = 0; i < 5; i++) {
      replicas.away(true);
      granted += granted(one, 20);
      replicas.away(false);
      replicas.time.pass(Duration.ofSeconds(4));
      one.standing();
    }

    assertEquals(5, granted);
  }

  @Test
  void spendAnEqualPart_whenThereAreMoreReplicasThanItsPartAllows() {
    for (int i = 0; i < 10; i++) {
      replicas.add(1, 0.25, MINUTE);
    }
    replicas.all.forEach(One::standing);
    replicas.all.forEach(One::standing);
    replicas.away(true);

    assertEquals(20, replicas.all.stream().mapToInt(one -> granted(one, 5)).sum());
  }

  @Test
  void spendNothing_whileUpstreamHadAskedForAPause() {
    One one = replicas.add(1, 0.5, MINUTE);
    Instant until = replicas.time.instant().plusSeconds(20);
    one.ask("a", 0, NOT).granted().reservation().throttled(until);
    replicas.away(true);

    assertEquals(0, granted(one, 5));
    assertEquals(State.PAUSED, one.standing().state());
  }

  @Test
  void tellTheOthers_whenTheStoreIsBack() {
    One one = replicas.add(1, 0.25, MINUTE, TIME);
    One other = replicas.add(1, 0.25, MINUTE, TIME);
    Asked shared = one.ask("a", 10_000, NOT);
    other.standing();
    one.way.away = true;
    Asked ended = one.ask("a", 5_000, NOT);
    ended.granted().reservation().settle(Duration.ofSeconds(3));
    Asked running = one.ask("a", 5_000, NOT);
    shared.granted().reservation().settle(Duration.ofSeconds(2));
    one.way.away = false;

    replicas.time.pass(Duration.ofSeconds(2));

    assertFalse(one.ledger.isDegraded());
    assertEquals(3, other.standing().windows().get(0).used());
    assertEquals(5_000, other.standing().windows().get(1).used());
    assertEquals(5_000, other.standing().windows().get(1).reserved());
    running.granted().reservation().withdraw();
    assertEquals(2, other.standing().windows().get(0).used());
    assertEquals(0, other.standing().windows().get(1).reserved());
    assertTrue(one.ledger.degradedFor().toMillis() >= 1_000);
  }

  @Test
  void countACallFromItsEndOn_whichTheOthersDidNotKnow() {
    One one = replicas.add(1, 0.25, MINUTE);
    One other = replicas.add(1, 0.25, MINUTE);
    one.standing();
    one.way.away = true;
    Asked asked = one.ask("a", 0, NOT);
    replicas.time.pass(Duration.ofSeconds(4));
    Instant end = replicas.time.instant();
    asked.granted().reservation().settle(NOT);
    one.way.away = false;

    replicas.time.pass(Duration.ofSeconds(2));

    assertEquals(end.plusSeconds(61), other.standing().windows().get(0).resetsAt());
  }

  @Test
  void moveThoseWhoWait_thereAndBack() {
    One one = replicas.add(1, 0.25, TIME);
    Asked running = one.ask("a", 90_000, NOT);
    Asked waiting = one.ask("b", 50_000, LONG);
    replicas.away(true);
    Asked later = one.ask("c", 40_000, LONG);
    assertFalse(waiting.isGranted() || later.isGranted());
    assertEquals(2, one.standing().queueLength());
    replicas.away(false);
    replicas.time.pass(Duration.ofSeconds(2));
    assertEquals(State.OPEN, one.standing().state());
    assertEquals(2, one.standing().queueLength());

    running.granted().reservation().settle(Duration.ofSeconds(10));

    assertTrue(waiting.isGranted() && later.isGranted());
  }

  @Test
  void refuseNobodyWhoWaits_whenTheStoreIsAwayForAMoment() {
    One one = replicas.add(1, 0.25, MINUTE);
    assertEquals(20, granted(one, 20));
    Asked waiting = one.ask("b", 0, Duration.ofSeconds(62));
    replicas.time.pass(Duration.ofSeconds(30));
    replicas.away(true);
    one.standing();
    Asked later = one.ask("c", 0, Duration.ofSeconds(40));
    Asked hasty = one.ask("d", 0, Duration.ofSeconds(2));
    assertTrue(waiting.outcome() == null && later.outcome() == null);
    assertTrue(hasty.outcome() instanceof Refused);
    replicas.away(false);

    replicas.time.pass(Duration.ofSeconds(32));

    assertTrue(waiting.isGranted() && later.isGranted());
  }

  @Test
  void refuseWhoWaitsInVain_whenTheStoreStaysAway() {
    One one = replicas.add(1, 0.25, MINUTE);
    assertEquals(20, granted(one, 20));
    replicas.away(true);
    Asked waiting = one.ask("b", 0, Duration.ofSeconds(30));

    replicas.time.pass(Duration.ofSeconds(4));

    assertTrue(waiting.outcome() instanceof Refused);
  }

  @Test
  void takeTheUsedForUsed_whenTheStoreComesBackEmpty() {
    One one = replicas.add(1, 0.25, MINUTE);
    One other = replicas.add(1, 0.25, MINUTE);
    assertEquals(8, granted(one, 8));
    assertEquals(4, granted(other, 4));
    replicas.forgetAll();

    assertEquals(0, granted(one, 1), "others may have something to report");
    replicas.time.pass(Duration.ofSeconds(3));

    assertEquals(State.WARMING, one.standing().state());
    assertEquals(8, granted(one, 4) + granted(other, 20));
    replicas.time.pass(Duration.ofSeconds(61));
    assertEquals(20, granted(other, 30));
  }

  @Test
  void holdBackTheOpening_whenNobodyKnowsWhatWasSpent() {
    One one = replicas.add(0.5, 0.25, MINUTE);

    assertEquals(10, granted(one, 30));
    assertEquals(State.WARMING, one.standing().state());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void neverSendMoreThanTheWindow_whateverHappens(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 4; i++) {
      replicas.add(1, 0.25, MINUTE);
    }
    List<Sent> sent = new ArrayList<>();
    List<Asked> open = new ArrayList<>();
    boolean away = false;
    for (int i = 0; i < 400; i++) {
      One one = replicas.all.get(random.nextInt(4));
      Priority priority = Priority.values()[random.nextInt(2)];
      Duration patience = Duration.ofSeconds(random.nextInt(3) * 20L);
      open.add(one.ask("c" + random.nextInt(5), priority, 1_000, patience));
      note(open, sent, random);
      // Under load, every replica looks twice a second, for the header fields of its answers.
      replicas.all.forEach(One::standing);
      for (int tick = random.nextInt(30); tick > 0; tick--) {
        replicas.time.pass(Duration.ofMillis(100));
        note(open, sent, random);
      }
      if (random.nextInt(60) == 0) {
        away = !away;
        replicas.away(away);
      } else if (away && random.nextInt(20) == 0) {
        replicas.forgetAll();
      } else if (!away && random.nextInt(60) == 0) {
        one.kill();
        open.removeIf(asked -> !asked.isGranted());
        replicas.all.remove(one);
        replicas.add(1, 0.25, MINUTE);
      }
    }
    assertTrue(sent.size() > 50, () -> "only " + sent.size() + " were sent");
  }

  private record Sent(Instant at) {}

  /** Upstream's view: no stretch of a minute has more calls than the window. */
  private static void note(List<Asked> open, List<Sent> sent, Random random) {
    Instant now = replicas.time.instant();
    open.removeIf(
        asked -> {
          if (asked.isGranted()) {
            sent.add(new Sent(now));
            if (random.nextInt(4) > 0) {
              asked.granted().reservation().settle(Duration.ofSeconds(1));
            }
          }
          return asked.outcome() != null && (asked.later == null || asked.later.getItem() != null);
        });
    long lately = sent.stream().filter(one -> one.at().isAfter(now.minusSeconds(60))).count();
    assertTrue(lately <= 20, () -> lately + " calls within a minute");
  }

  private static int granted(One one, int asks) {
    int granted = 0;
    for (int i = 0; i < asks; i++) {
      Asked asked = one.ask("a", 0, NOT);
      if (asked.isGranted()) {
        granted++;
        asked.granted().reservation().settle(NOT);
      }
    }
    return granted;
  }
}
