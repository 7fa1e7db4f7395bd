package dev.huntgate.shared.results;

import static dev.huntgate.shared.results.HuntingReplica.CALLER;
import static dev.huntgate.shared.results.HuntingReplica.LONG;
import static dev.huntgate.shared.results.HuntingReplica.numbers;
import static dev.huntgate.shared.results.HuntingReplica.request;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.cache.CachingForTests;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.Served.Origin;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.KqlRejected;
import dev.huntgate.failure.Failure.QuotaExhausted;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.hunting.HuntProgress;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.kql.CanonicalKql;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultCodec;
import dev.huntgate.shared.RedisForTests;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replicas on one Redis, of which one buys what all of them serve. */
class SharedHuntsTest {

  private static final Result RESULT = numbers(3, new Random(1));
  /* What PTTL says of a name that is not there. */
  private static final long GONE = -2;
  private static RedisForTests redis;

  private final List<HuntingReplica> all = new ArrayList<>();
  private HuntingReplica one;
  private HuntingReplica other;

  @BeforeAll
  static void start() {
    redis = RedisForTests.with();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @BeforeEach
  void join() {
    redis.run(Command.FLUSHALL);
    one = replica();
    other = replica();
    await()
        .atMost(LONG)
        .until(
            () ->
                redis.run(Command.PUBSUB, "NUMSUB", HuntNames.CHANNEL).get(1).toInteger()
                    == all.size());
  }

  @AfterEach
  void leave() {
    all.forEach(HuntingReplica::close);
    await()
        .atMost(LONG)
        .until(
            () -> redis.run(Command.PUBSUB, "NUMSUB", HuntNames.CHANNEL).get(1).toInteger() == 0);
  }

  private HuntingReplica replica() {
    HuntingReplica replica = new HuntingReplica(redis);
    all.add(replica);
    return replica;
  }

  @Test
  void servesWhatAnotherBought() {
    Hunt bought = bought("T | take 1");

    Hunt shared = other.hunt("T // spelled otherwise\n| take 1");

    assertEquals(Origin.SHARED, shared.served().origin());
    assertTrue(shared.served().isHit());
    assertSameResult(bought, shared);
    assertEquals(0, other.calls.size());
    assertEquals(Origin.KEPT, other.hunt("T | take 1").served().origin());
    assertEquals(Origin.BOUGHT, begun(other, "T | take 2").served().origin());
  }

  @Test
  void servesALargeResult_inManyPieces() {
    Result large = numbers(300_000, new Random(7));
    assertTrue(ResultCodec.encode(large).length > 4 * Pieces.PIECE_BYTES);
    one.answersAtOnce.set(large);
    one.written(one.hunt("Large"));

    Result shared = other.hunt("Large").stored().result();

    assertEquals(large.rowCount(), shared.rowCount());
    assertTrue(Arrays.equals(ResultCodec.encode(large), ResultCodec.encode(shared)));
    assertEquals(0, other.calls.size());
  }

  @Test
  void runsAHuntOnce_whenAllAskAtOnce() {
    HuntingReplica third = replica();
    List<UniAssertSubscriber<Hunt>> waiting = new ArrayList<>();
    for (HuntingReplica replica : List.of(one, other, third)) {
      for (int i = 0; i < 5; i++) {
        waiting.add(replica.begin(request("T")));
      }
    }
    await().atMost(LONG).until(() -> calls() == 1);
    HuntingReplica.Call call =
        all.stream().flatMap(replica -> replica.calls.stream()).findFirst().orElseThrow();
    call.admit();
    call.complete(RESULT);

    waiting.forEach(hunt -> hunt.awaitItem(LONG));
    assertEquals(1, calls());
    assertEquals(1, waiting.stream().map(hunt -> hunt.getItem().stored().id()).distinct().count());
    assertEquals(
        1,
        waiting.stream().filter(hunt -> hunt.getItem().served().origin() == Origin.BOUGHT).count());
  }

  @Test
  void waitsForARunUnderWay_evenWhenNoKeptResultWouldDo() {
    bought("T");
    UniAssertSubscriber<Hunt> buys = one.begin(request("T", Duration.ZERO, LONG));
    await().atMost(LONG).until(() -> one.calls.size() == 2);
    UniAssertSubscriber<Hunt> waits = other.begin(request("T", Duration.ZERO, LONG));
    await().atMost(LONG).until(() -> redis.run(Command.EXISTS, turn("T")).toInteger() == 1);
    one.calls.get(1).complete(RESULT);

    String id = buys.awaitItem(LONG).getItem().stored().id();
    Hunt joined = waits.awaitItem(LONG).getItem();

    assertEquals(0, other.calls.size());
    assertEquals(id, joined.stored().id());
    assertEquals(Origin.JOINED, joined.served().origin());
  }

  @Test
  void takesOverOnce_whenTheBuyerIsKilled() {
    HuntingReplica third = replica();
    one.begin(request("T"));
    await().atMost(LONG).until(() -> one.calls.size() == 1);
    one.calls.get(0).admit();
    other.answersAtOnce.set(RESULT);
    third.answersAtOnce.set(RESULT);
    UniAssertSubscriber<Hunt> waits = other.begin(request("T", null, Duration.ofSeconds(1)));
    UniAssertSubscriber<Hunt> waitsToo = third.begin(request("T", null, Duration.ofSeconds(1)));

    one.close();

    assertEquals(
        waits.awaitItem(LONG).getItem().stored().id(),
        waitsToo.awaitItem(LONG).getItem().stored().id());
    assertEquals(1, other.calls.size() + third.calls.size());
  }

  @Test
  void runsAtAnother_whenARunFails() {
    UniAssertSubscriber<Hunt> fails = one.begin(request("T"));
    await().atMost(LONG).until(() -> one.calls.size() == 1);
    UniAssertSubscriber<Hunt> waits = other.begin(request("T"));
    other.answersAtOnce.set(RESULT);

    one.calls
        .get(0)
        .answer()
        .completeExceptionally(new FailureException(new KqlRejected("No such table", null)));

    assertInstanceOf(KqlRejected.class, failure(fails));
    assertEquals(Origin.BOUGHT, waits.awaitItem(LONG).getItem().served().origin());
    assertEquals(1, other.calls.size());
  }

  @Test
  void waitsNoLongerForTheBudget_thanItsCallerWould() {
    one.begin(request("T"));
    await().atMost(LONG).until(() -> one.calls.size() == 1);

    assertInstanceOf(QuotaExhausted.class, failure(other.begin(request("T", null, Duration.ZERO))));
    one.calls.get(0).admit();
    UniAssertSubscriber<Hunt> waits = other.begin(request("T", null, Duration.ZERO));
    await()
        .atMost(LONG)
        .until(
            () ->
                other.hunts.progress(request("T")).await().atMost(LONG).stream()
                    .anyMatch(HuntProgress.Running.class::isInstance));
    one.calls.get(0).complete(RESULT);

    assertEquals(Origin.JOINED, waits.awaitItem(LONG).getItem().served().origin());
    assertEquals(0, other.calls.size());
  }

  @Test
  void readsAResultAgain_whereItWasNotBought() {
    Hunt bought = bought("T");
    String id = bought.stored().id();

    assertSameResult(bought, other.hunts.reread(CALLER, id, "id").await().atMost(LONG));
    Caller stranger = new Caller("mallory", new Tenant("other"), CALLER.permissions());
    for (HuntingReplica replica : all) {
      assertInstanceOf(
          Failure.ResultGone.class,
          failure(
              replica
                  .hunts
                  .reread(stranger, id, "id")
                  .subscribe()
                  .withSubscriber(UniAssertSubscriber.create())));
    }
    for (String forged : List.of("", "x", id + "*", "{default}:" + id, "../" + id)) {
      assertInstanceOf(
          Failure.ResultGone.class,
          failure(
              other
                  .hunts
                  .reread(CALLER, forged, "id")
                  .subscribe()
                  .withSubscriber(UniAssertSubscriber.create())));
    }
  }

  @Test
  void answersWhoMayNotSpend() {
    bought("T");
    HuntRequest free = request("T");
    HuntRequest reads = new HuntRequest(free.kql(), null, null, free.terms(), false);

    Hunt hunt = other.hunts.run(reads).await().atMost(LONG);

    assertEquals(Origin.SHARED, hunt.served().origin());
    assertTrue(other.hunts.estimate(request("T")).await().atMost(LONG).kept());
    assertThrows(
        FailureException.class,
        () ->
            other
                .hunts
                .run(new HuntRequest("Else", null, null, free.terms(), false))
                .await()
                .atMost(LONG));
  }

  @Test
  void servesTheOlderResult_whenANewerOneCannotBeHad() {
    bought("T");
    UniAssertSubscriber<Hunt> fails = other.begin(request("T", Duration.ZERO, LONG));
    await().atMost(LONG).until(() -> other.calls.size() == 1);
    other
        .calls
        .get(0)
        .answer()
        .completeExceptionally(
            new FailureException(new Failure.UpstreamUnavailable("down", null, true)));

    assertEquals(Origin.STALE, fails.awaitItem(LONG).getItem().served().origin());
  }

  @Test
  void dropsAResultEverywhere_whenItIsPurged() {
    bought("T");
    Hunt kept = other.hunt("T");

    assertEquals(1, one.hunts.purge(request("T")).await().atMost(LONG));

    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertInstanceOf(
                    Failure.ResultGone.class,
                    failure(
                        other
                            .hunts
                            .reread(CALLER, kept.stored().id(), "id")
                            .subscribe()
                            .withSubscriber(UniAssertSubscriber.create()))));
    assertEquals(Origin.BOUGHT, begun(other, "T").served().origin());
  }

  /** What may have become of a result in Redis, by its name there. */
  enum Damage {
    SHORT_PIECE(name -> redis.run(Command.HSET, name, "0", "short")),
    NO_PIECE(name -> redis.run(Command.HDEL, name, "0")),
    OTHER_BYTES(
        name -> {
          int length = redis.run(Command.HSTRLEN, name, "0").toInteger();
          redis.run(Command.HSET, name, "0", "x".repeat(length));
        }),
    OTHER_VERSION(name -> head(name, "\"version\":2", "\"version\":1")),
    OTHER_QUERY(name -> head(name, "\"kql\":\"T\"", "\"kql\":\"U\"")),
    HUGE(name -> head(name, "\"lengths\":[", "\"lengths\":[9999999")),
    ENDLESS(name -> head(name, "\"lengths\":[", "\"lengths\":[99999999999")),
    NEGATIVE(name -> head(name, "\"lengths\":[", "\"lengths\":[-")),
    MORE_GROUPS(name -> head(name, "\"lengths\":[", "\"lengths\":[1,")),
    MORE_ROWS(name -> head(name, "\"rows\":3", "\"rows\":2")),
    NO_ROWS_IN_A_GROUP(name -> head(name, "\"groupRows\":3", "\"groupRows\":0")),
    NO_JSON(name -> redis.run(Command.HSET, name, Pieces.HEAD, "{")),
    HARDLY_JSON(name -> redis.run(Command.HSET, name, Pieces.HEAD, "{\"version\":1}")),
    NO_HEAD(name -> redis.run(Command.HDEL, name, Pieces.HEAD)),
    GONE(name -> redis.run(Command.DEL, name));

    private final Consumer<String> how;

    Damage(Consumer<String> how) {
      this.how = how;
    }

    void to(String name) {
      how.accept(name);
    }

    private static void head(String name, String part, String other) {
      String head = redis.run(Command.HGET, name, Pieces.HEAD).toString();
      assertTrue(head.contains(part), head);
      redis.run(Command.HSET, name, Pieces.HEAD, head.replace(part, other));
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesADamagedResultForNone(Damage damage) {
    Hunt bought = bought("T");

    damage.to(HuntNames.result(Tenant.DEFAULT, bought.stored().id()));

    Hunt anew = begun(other, "T");
    assertEquals(Origin.BOUGHT, anew.served().origin());
    other.written(anew);
    assertSameResult(anew, replica().hunt("T"));
  }

  @Test
  void keepsNoMoreThanItMay_andForgetsWhatExpiresFirst() {
    int size = ResultCodec.encode(RESULT).length;
    HuntingReplica small =
        new HuntingReplica(
            redis,
            3 * size,
            CachingForTests.keeping(1 << 20, Duration.ofMinutes(10)),
            Duration.ofSeconds(5));
    all.add(small);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Hunt hunt = begun(small, "T" + i);
      small.written(hunt);
      ids.add(hunt.stored().id());
    }

    List<Integer> there =
        ids.stream()
            .map(id -> HuntNames.result(Tenant.DEFAULT, id))
            .map(name -> redis.run(Command.EXISTS, name).toInteger())
            .toList();

    assertEquals(List.of(0, 0, 1, 1, 1), there);
    assertEquals(
        3 * size, redis.run(Command.HGET, HuntNames.sizes(Tenant.DEFAULT), "total").toInteger());
  }

  @Test
  void keepsNothingForEver() {
    bought("T");

    for (Response name : redis.run(Command.KEYS, "*")) {
      long millis = redis.run(Command.PTTL, name.toString()).toLong();
      // The turn ends as the result is there, and may be gone since the names were read.
      assertTrue(
          millis == GONE || millis > 0 && millis <= Duration.ofMinutes(10).toMillis(),
          name + " " + millis);
    }
  }

  private Hunt bought(String kql) {
    one.answersAtOnce.set(RESULT);
    Hunt bought = one.hunt(kql);
    one.answersAtOnce.set(null);
    assertEquals(Origin.BOUGHT, bought.served().origin());
    one.written(bought);
    return bought;
  }

  private static Hunt begun(HuntingReplica replica, String kql) {
    replica.answersAtOnce.set(RESULT);
    return replica.hunt(kql);
  }

  private int calls() {
    return all.stream().mapToInt(replica -> replica.calls.size()).sum();
  }

  private static String turn(String kql) {
    return HuntNames.turn(new ResultKey(Tenant.DEFAULT, CanonicalKql.of(kql), null));
  }

  private static Failure failure(UniAssertSubscriber<?> failing) {
    Throwable thrown = failing.awaitFailure(LONG).getFailure();
    return assertInstanceOf(FailureException.class, thrown).failure();
  }

  private static void assertSameResult(Hunt expected, Hunt actual) {
    assertEquals(expected.stored().id(), actual.stored().id());
    assertEquals(expected.stored().key(), actual.stored().key());
    assertEquals(expected.stored().storedAt(), actual.stored().storedAt());
    assertEquals(expected.stored().freshUntil(), actual.stored().freshUntil());
    assertEquals(expected.stored().runningTime(), actual.stored().runningTime());
    assertEquals(expected.stored().warnings(), actual.stored().warnings());
    assertTrue(
        Arrays.equals(
            ResultCodec.encode(expected.stored().result()),
            ResultCodec.encode(actual.stored().result())));
  }
}
