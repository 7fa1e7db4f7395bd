package dev.huntgate.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.budget.Standing.State;
import dev.huntgate.budget.Window;
import dev.huntgate.shared.ReplicasForTests.Asked;
import dev.huntgate.shared.ReplicasForTests.One;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several replicas with one budget, and what a killed or cut off one leaves behind. */
class ReplicasTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LONG = Duration.ofHours(3);
  private static final Duration NOT = Duration.ZERO;
  private static final Window MINUTE = Window.calls(15, Duration.ofMinutes(1));
  private static final Window TIME = Window.runningTime(Duration.ofSeconds(100), HOUR);

  @RegisterExtension static final ReplicasForTests replicas = new ReplicasForTests();

  @Test
  void spendOneBudget() {
    List<One> all = add(4, MINUTE);
    long granted = 0;
    for (int i = 0; i < 40; i++) {
      granted += all.get(i % 4).ask("a", 0, NOT).isGranted() ? 1 : 0;
    }

    assertEquals(15, granted);
    all.forEach(one -> assertEquals(15, one.standing().windows().get(0).used()));
  }

  @Test
  void serveCallersInTurn_whicheverReplicaTheyAskedAt() {
    List<One> all = add(3, MINUTE);
    for (int i = 0; i < 15; i++) {
      all.get(0).ask("a", 0, NOT);
    }
    List<Asked> greedy = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      greedy.add(all.get(i % 2).ask("a", 100, LONG));
    }
    List<Asked> modest = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      modest.add(all.get(2).ask("b", 100, LONG));
    }

    replicas.time.pass(Duration.ofSeconds(62));

    assertTrue(modest.stream().allMatch(Asked::isGranted));
    assertEquals(12, greedy.stream().filter(Asked::isGranted).count());
  }

  @Test
  void wakeTheNext_whenAnotherReplicaSettles() {
    List<One> all = add(2, TIME);
    Asked running = all.get(0).ask("a", 90_000, NOT);
    Asked waiting = all.get(1).ask("b", 50_000, LONG);
    assertFalse(waiting.isGranted());

    running.granted().reservation().settle(Duration.ofSeconds(10));

    replicas.time.pass(Duration.ofMillis(5));
    assertTrue(waiting.isGranted());
  }

  @Test
  void learnOfAPause_andSendOneProbe() {
    List<One> all = add(2, MINUTE);
    all.get(0)
        .ask("a", 0, NOT)
        .granted()
        .reservation()
        .throttled(replicas.time.instant().plusSeconds(20));
    assertEquals(State.PAUSED, all.get(1).standing().state());
    Asked one = all.get(0).ask("a", 0, LONG);
    Asked other = all.get(1).ask("b", 0, LONG);

    replicas.time.pass(Duration.ofSeconds(21));

    assertTrue(one.isGranted() != other.isGranted());
    assertEquals(State.PROBING, all.get(1).standing().state());
    (one.isGranted() ? one : other).granted().reservation().settle(NOT);
    replicas.time.pass(Duration.ofMillis(5));
    assertTrue(one.isGranted() && other.isGranted());
  }

  @Test
  void countWhatAKilledOneReserved_whenItsLeaseEnds() {
    List<One> all = add(2, TIME);
    all.get(0).ask("a", 20_000, NOT);
    all.get(0).ask("a", 40_000, NOT);
    all.get(0).kill();
    replicas.time.pass(Duration.ofSeconds(29));
    assertEquals(60_000 + 9_000, all.get(1).standing().windows().get(0).reserved());

    replicas.time.pass(Duration.ofSeconds(5));

    assertEquals(0, all.get(1).standing().windows().get(0).reserved());
    assertEquals(70_000, all.get(1).standing().windows().get(0).used());
  }

  @Test
  void keepWhatALiveOneReserved_howeverLongItRuns() {
    List<One> all = add(2, TIME);
    Asked running = all.get(0).ask("a", 20_000, NOT);

    replicas.time.pass(Duration.ofSeconds(80));

    assertEquals(80_000, all.get(1).standing().windows().get(0).reserved());
    running.granted().reservation().settle(Duration.ofSeconds(30));
    assertEquals(30_000, all.get(1).standing().windows().get(0).used());
  }

  @Test
  void forgetWhoWaitedAtAKilledOne() {
    List<One> all = add(2, TIME);
    Asked running = all.get(1).ask("a", 90_000, NOT);
    all.get(0).ask("b", 50_000, LONG);
    all.get(0).kill();
    Asked next = all.get(1).ask("c", 60_000, LONG);
    replicas.time.pass(Duration.ofSeconds(31));

    running.granted().reservation().settle(Duration.ofSeconds(1));

    assertTrue(next.isGranted());
    assertEquals(0, all.get(1).standing().queueLength());
  }

  @Test
  void grantNothing_toOneThatDoesNotListenAnyMore() {
    List<One> all = add(2, MINUTE);
    for (int i = 0; i < 15; i++) {
      all.get(0).ask("a", 0, NOT).granted().reservation().settle(NOT);
    }
    for (int i = 0; i < 5; i++) {
      all.get(0).ask("b", 0, LONG);
    }
    List<Asked> waiting = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      waiting.add(all.get(1).ask("c", 0, LONG));
    }
    replicas.time.pass(Duration.ofSeconds(55));
    all.get(0).kill();
    all.get(0).way.hangUp.run();

    replicas.time.pass(Duration.ofSeconds(7));

    assertTrue(waiting.stream().allMatch(Asked::isGranted));
    assertEquals(5, all.get(1).standing().windows().get(0).used());
  }

  @Test
  void askAnew_whenTakenForKilled() {
    List<One> all = add(2, MINUTE, TIME);
    Asked running = all.get(0).ask("a", 5_000, NOT);
    for (int i = 0; i < 14; i++) {
      all.get(1).ask("a", 0, NOT).granted().reservation().settle(NOT);
    }
    Asked deaf = all.get(0).ask("b", 0, LONG);
    Asked other = all.get(1).ask("c", 0, LONG);
    all.get(0).way.hangUp.run();
    replicas.time.pass(Duration.ofSeconds(59));

    all.get(0).way.away = true;
    replicas.time.pass(Duration.ofSeconds(3));
    assertTrue(other.isGranted() && !deaf.isGranted());
    all.get(0).way.away = false;
    replicas.time.pass(Duration.ofSeconds(5));

    assertTrue(deaf.isGranted());
    running.granted().reservation().settle(Duration.ofSeconds(7));
    assertEquals(7_000, all.get(1).standing().windows().get(1).used());
  }

  @Test
  void countWhatIsSent_whenItWasGrantedToOneThatWasCutOff() {
    List<One> all = add(2, MINUTE);
    List<Asked> running = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      running.add(all.get(0).ask("a", 0, NOT));
    }
    Asked waiting = all.get(1).ask("b", 0, LONG);
    all.get(1).way.away = true;
    all.get(1).standing();
    running.get(0).granted().reservation().withdraw();
    all.get(1).way.away = false;

    replicas.time.pass(Duration.ofSeconds(3));

    assertTrue(waiting.isGranted());
    assertEquals(15, all.get(0).standing().windows().get(0).used());
  }

  @Test
  void giveBackWhatAWordThatWasLostGranted_andWaitAgain() {
    List<One> all = add(2, MINUTE);
    Instant begun = replicas.time.instant();
    List<Asked> running = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      running.add(all.get(0).ask("a", 0, NOT));
    }
    Asked waiting = all.get(1).ask("b", 0, LONG);
    all.get(1).way.deaf = true;
    running.get(0).granted().reservation().withdraw();
    replicas.time.pass(Duration.ofSeconds(9));
    assertFalse(waiting.isGranted());

    replicas.time.pass(Duration.ofSeconds(2));

    assertTrue(waiting.isGranted());
    assertEquals(15, all.get(0).standing().windows().get(0).used());
    assertEquals(begun.plusSeconds(10 + 61), all.get(0).standing().windows().get(0).resetsAt());
  }

  @Test
  void keepAllOfATenantInOneSlot_forALimitedTime() {
    List<One> all = add(2, MINUTE, TIME);
    all.get(0).ask("a", 100_000, NOT);
    all.get(0).ask("a", 10_000, LONG);
    all.get(1).ask("b", 10_000, LONG);
    all.get(1).standing();

    Response keys = replicas.redis.run(Command.KEYS, "*");

    assertTrue(keys.size() > 5);
    for (Response key : keys) {
      assertTrue(key.toString().startsWith("huntgate:v1:{default}:"), key.toString());
      long left = replicas.redis.run(Command.TTL, key.toString()).toLong();
      assertTrue(left > 0 && left <= Duration.ofDays(8).toSeconds(), key + " " + left);
    }
  }

  private List<One> add(int count, Window... windows) {
    for (int i = 0; i < count; i++) {
      replicas.add(1, 0.25, windows);
    }
    return replicas.all;
  }
}
