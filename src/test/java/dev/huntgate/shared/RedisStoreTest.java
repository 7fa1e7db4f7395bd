package dev.huntgate.shared;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Admission.Deferred;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Pool;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Standing;
import dev.huntgate.budget.Standing.State;
import dev.huntgate.budget.Window;
import dev.huntgate.upstream.ToxicProxy;
import dev.huntgate.upstream.ToxicProxy.Poison;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.redis.client.Command;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way to a real Redis, in real time: slow, gone, restarted, closed to some. */
class RedisStoreTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final Window MINUTE = Window.calls(20, Duration.ofMinutes(1));

  private final List<AutoCloseable> open = new ArrayList<>();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
    timer.shutdownNow();
  }

  @Test
  void goesOnAlone_whenRedisIsKilled_andTogether_whenItIsBack() {
    RedisForTests redis = redis();
    SharedLedger ledger = ledger(redis, redis.address(), Map.of());
    assertEquals(8, granted(ledger, 8));

    redis.stop();
    assertEquals(3, granted(ledger, 20), "its quarter of what was left");
    assertEquals(State.DEGRADED, standing(ledger).state());

    redis.start();
    await().atMost(LONG).until(() -> !ledger.isDegraded());
    await().atMost(LONG).until(() -> granted(ledger, 1) == 1);
    assertEquals(8, standing(ledger).windows().get(0).reserved(), "what was known to be spent");
    assertEquals(4, standing(ledger).windows().get(0).used());
    assertEquals(State.WARMING, standing(ledger).state());
    assertEquals(8, granted(ledger, 20));
  }

  @Test
  void answersWithinItsPatience_whenRedisHangs() {
    RedisForTests redis = redis();
    ToxicProxy proxy = new ToxicProxy("http://127.0.0.1:" + redis.port());
    open.add(proxy);
    SharedLedger ledger = ledger(redis, proxy.address().replace("http", "redis"), Map.of());
    assertEquals(1, granted(ledger, 1));
    List.of(1, 2, 3, 4).forEach(time -> standing(ledger));

    proxy.poison(Poison.HALF_OPEN);
    long begun = System.nanoTime();
    assertEquals(1, granted(ledger, 1));
    long first = System.nanoTime() - begun;
    begun = System.nanoTime();
    assertEquals(1, granted(ledger, 1));
    long second = System.nanoTime() - begun;

    assertTrue(first >= PATIENCE.toNanos(), "it did not wait");
    assertTrue(first < 5 * PATIENCE.toNanos(), "it waited too long");
    assertTrue(second < PATIENCE.toNanos(), "it waited again");
    proxy.poison(Poison.NONE);
    await().atMost(LONG).until(() -> !ledger.isDegraded());
    await().atMost(LONG).until(() -> standing(ledger).windows().get(0).used() == 3);
  }

  @Test
  void goesOnAlone_whenRedisIsSlow() {
    RedisForTests redis = redis();
    ToxicProxy proxy = new ToxicProxy("http://127.0.0.1:" + redis.port());
    open.add(proxy);
    SharedLedger ledger = ledger(redis, proxy.address().replace("http", "redis"), Map.of());
    assertEquals(1, granted(ledger, 1));

    proxy.poison(Poison.DRIP);

    assertEquals(1, granted(ledger, 1));
    assertTrue(ledger.isDegraded());
  }

  @Test
  void goesOnAlone_whenRedisIsReadOnly() {
    RedisForTests redis = redis();
    SharedLedger ledger = ledger(redis, redis.address(), Map.of());
    assertEquals(1, granted(ledger, 1));

    redis.run(Command.REPLICAOF, "127.0.0.1", "1");
    assertEquals(1, granted(ledger, 1));
    assertTrue(ledger.isDegraded());

    redis.run(Command.REPLICAOF, "NO", "ONE");
    await().atMost(LONG).until(() -> !ledger.isDegraded());
    await().atMost(LONG).until(() -> standing(ledger).windows().get(0).used() == 2);
  }

  @Test
  void startsAlone_whenRedisWasNeverThere() {
    RedisForTests redis = redis();
    redis.stop();
    SharedLedger ledger = ledger(redis, redis.address(), Map.of());

    assertEquals(5, granted(ledger, 20));
    assertEquals(State.DEGRADED, standing(ledger).state());
  }

  @Test
  void hearsOfAGrant_whenAnotherReplicaSettles() {
    RedisForTests redis = redis();
    SharedLedger one = ledger(redis, redis.address(), Map.of());
    SharedLedger other = ledger(redis, redis.address(), Map.of());
    Ask ask = ask(Duration.ofMinutes(5));
    List<Granted> running = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      running.add(assertInstanceOf(Granted.class, admit(one, ask)));
    }
    Deferred deferred = assertInstanceOf(Deferred.class, admit(other, ask));
    UniAssertSubscriber<Admission> outcome =
        deferred.outcome().subscribe().withSubscriber(UniAssertSubscriber.create());
    await().atMost(LONG).until(() -> redis.run(Command.PUBSUB, "CHANNELS").size() == 2);

    running.get(0).reservation().withdraw();

    // Far below the ten seconds after which it would look by itself.
    outcome.awaitItem(Duration.ofSeconds(5));
    assertInstanceOf(Granted.class, outcome.getItem());
  }

  @Test
  void losesNoGrant_whenOthersLeaveWhileTheyAsk() {
    RedisForTests redis = redis();
    SharedLedger ledger =
        SharedLedgersForTests.at(
            redis,
            tenant -> List.of(new Pool(Set.of(Operation.HUNTING), List.of(MINUTE))),
            ReplicasForTests.rules(1));
    List<Granted> running = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      running.add(assertInstanceOf(Granted.class, admit(ledger, ask(Duration.ZERO))));
    }
    for (Granted one : running) {
      Deferred deferred =
          assertInstanceOf(Deferred.class, admit(ledger, ask(Duration.ofMinutes(5))));
      UniAssertSubscriber<Admission> outcome =
          deferred.outcome().subscribe().withSubscriber(UniAssertSubscriber.create());
      one.reservation().withdraw();
      for (int i = 0; i < 5; i++) {
        ledger
            .admit(Tenant.DEFAULT, ask(Duration.ofMinutes(5)))
            .subscribe()
            .with(RedisStoreTest::leave)
            .cancel();
      }
      assertInstanceOf(Granted.class, outcome.awaitItem(LONG).getItem());
    }
    await().atMost(LONG).until(() -> standing(ledger).queueLength() == 0);
    assertEquals(20, standing(ledger).windows().get(0).used());
  }

  @Test
  void needsOnlyWhatIsDocumented_whenAUserMayDoNoMore() {
    RedisForTests redis = redis();
    List<String> rules = new ArrayList<>(List.of("SETUSER", "huntgate", "on", ">p@ss:word/1"));
    rules.addAll(List.of(AccessRules.RULES.split(" ")));
    redis.run(Command.ACL, rules.toArray());

    SharedLedger ledger =
        ledger(redis, redis.address(), Map.of("user", "huntgate", "password", "p@ss:word/1"));
    SharedLedger other =
        ledger(redis, redis.address().replace("//", "//huntgate:p%40ss%3Aword%2F1@"), Map.of());

    assertEquals(20, granted(ledger, 30));
    assertFalse(ledger.isDegraded());
    assertEquals(20, standing(other).windows().get(0).used());
    await().atMost(LONG).until(() -> redis.run(Command.PUBSUB, "CHANNELS").size() == 2);
  }

  @Test
  void showsNoPassword() {
    RedisAddress address =
        RedisAddress.of(
            "rediss://who:s3cret@redis.example:6380/2", SettingsForTests.with(Map.of()));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                RedisAddress.of(
                    "http://who:s3cret@redis.example", SettingsForTests.with(Map.of())));

    assertEquals("rediss://redis.example:6380/2", address.toString());
    assertFalse(String.valueOf(refused.getMessage()).contains("s3cret"));
  }

  private RedisForTests redis() {
    RedisForTests redis = RedisForTests.with();
    open.add(redis);
    return redis;
  }

  private SharedLedger ledger(RedisForTests redis, String address, Map<String, String> settings) {
    RedisStore store =
        new RedisStore(
            redis.vertx(), RedisAddress.of(address, SettingsForTests.with(settings)), PATIENCE);
    open.add(store);
    return new SharedLedger(
        tenant -> List.of(new Pool(Set.of(Operation.HUNTING), List.of(MINUTE))),
        ReplicasForTests.rules(1),
        new SharedRules(Duration.ofSeconds(30), 0.25),
        store,
        Clock.systemUTC(),
        (delay, wake) -> {
          ScheduledFuture<?> due = timer.schedule(wake, delay.toMillis(), TimeUnit.MILLISECONDS);
          return () -> due.cancel(false);
        });
  }

  /* The answer may be there before who asked has left. */
  private static void leave(Admission answer) {
    if (answer instanceof Granted granted) {
      granted.reservation().withdraw();
    } else if (answer instanceof Deferred deferred) {
      deferred.outcome().subscribe().with(RedisStoreTest::leave).cancel();
    }
  }

  private static Ask ask(Duration maxWait) {
    return new Ask(
        Operation.HUNTING,
        CallersForTests.named("alice"),
        Priority.INTERACTIVE,
        Duration.ZERO,
        maxWait);
  }

  private static Admission admit(SharedLedger ledger, Ask ask) {
    return ledger.admit(Tenant.DEFAULT, ask).await().atMost(LONG);
  }

  private static int granted(SharedLedger ledger, int asks) {
    int granted = 0;
    for (int i = 0; i < asks; i++) {
      Admission answer = admit(ledger, ask(Duration.ZERO));
      if (answer instanceof Deferred moved) {
        // It was moved from one queue to the other just now.
        answer = moved.outcome().await().atMost(LONG);
      }
      if (answer instanceof Granted one) {
        granted++;
        one.reservation().settle(Duration.ZERO);
      }
    }
    return granted;
  }

  private static Standing standing(SharedLedger ledger) {
    return ledger.standing(Tenant.DEFAULT).await().atMost(LONG).stream()
        .filter(one -> one.operation() == Operation.HUNTING)
        .findFirst()
        .orElseThrow();
  }
}
