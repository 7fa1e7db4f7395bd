package dev.huntgate.shared.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.VirtualTime;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Forbidden;
import dev.huntgate.failure.Failure.KqlRejected;
import dev.huntgate.failure.Failure.NotFound;
import dev.huntgate.failure.Failure.Overloaded;
import dev.huntgate.failure.Failure.Reported;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.HuntProgress;
import dev.huntgate.hunting.HuntProgress.Queued;
import dev.huntgate.hunting.HuntProgress.Running;
import dev.huntgate.hunting.job.HuntJob;
import dev.huntgate.hunting.job.JobState.Cancelled;
import dev.huntgate.hunting.job.JobState.Failed;
import dev.huntgate.hunting.job.JobState.Pending;
import dev.huntgate.hunting.job.JobState.Succeeded;
import dev.huntgate.shared.RedisForTests;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replicas that share their jobs in a real Redis, in fake time. */
class SharedJobsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Caller ALICE = CallersForTests.named("alice");
  private static final Caller STRANGER = Caller.anonymous(new Tenant("other"));
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration WORD = Duration.ofMillis(1);
  private static final String JOB = "huntgate:v1:{default}:job:";

  private static RedisForTests redis;

  private final VirtualTime time = new VirtualTime(START);
  private StepsForTests steps;
  private JobReplica one;
  private JobReplica two;
  private JobReplica three;

  @BeforeAll
  static void startRedis() {
    redis = RedisForTests.with();
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
  }

  @BeforeEach
  void begin() {
    redis.run(Command.FLUSHALL);
    steps = new StepsForTests(redis, time);
    one = replica("one");
    two = replica("two");
    three = replica("three");
  }

  @AfterEach
  void end() {
    steps.close();
  }

  private JobReplica replica(String name) {
    return new JobReplica(name, steps, time, 1_000, Duration.ZERO);
  }

  @Test
  void isSeenElsewhere_asItStands() {
    HuntJob job = one.start(ALICE, "T", HOUR);
    assertEquals(job.request(), two.find(ALICE, job.id()).request());
    time.pass(WORD);

    Running running = assertInstanceOf(Running.class, progress(two, job));
    assertEquals(START, running.since());
    time.pass(Duration.ofSeconds(3));
    assertEquals(
        Duration.ofMillis(3_001), assertInstanceOf(Running.class, progress(two, job)).elapsed());

    one.sent.get(0).answer();

    HuntJob ended = one.find(ALICE, job.id());
    assertInstanceOf(Succeeded.class, ended.state());
    assertEquals(ended, two.find(ALICE, job.id()));
  }

  @Test
  void saysItsPlaceElsewhere_whileItWaits() {
    one.start(ALICE, "A", HOUR);
    one.start(ALICE, "B", HOUR);
    one.start(ALICE, "C", HOUR);
    HuntJob job = one.start(ALICE, "D", HOUR);
    two.find(ALICE, job.id());
    time.pass(WORD);

    assertEquals(new Queued(1, START.plusSeconds(60)), progress(two, job));
    time.pass(Duration.ofSeconds(62));
    assertInstanceOf(Running.class, progress(two, job));
  }

  @Test
  void tellsWhoWatchesElsewhere_ofTheEndAtOnce() {
    HuntJob job = one.start(ALICE, "T", HOUR);
    time.pass(Duration.ofSeconds(1));
    AssertSubscriber<HuntJob> watcher = two.watch(ALICE, job.id());

    one.sent.get(0).answer();
    watcher.assertNotTerminated();
    time.pass(WORD);

    assertInstanceOf(Succeeded.class, watcher.assertCompleted().getLastItem().state());
  }

  @Test
  void tellsWhoWatchesElsewhere_alsoWhenTheWordIsLost() {
    HuntJob job = one.start(ALICE, "T", HOUR);
    AssertSubscriber<HuntJob> watcher = two.watch(ALICE, job.id());
    two.redis.deaf = true;

    one.sent.get(0).answer();
    time.pass(Duration.ofSeconds(1));

    assertInstanceOf(Succeeded.class, watcher.assertCompleted().getLastItem().state());
  }

  @Test
  void tellsWhoWatchesElsewhere_thoughRedisIsAwayMeanwhile() {
    HuntJob job = one.start(ALICE, "T", HOUR);
    AssertSubscriber<HuntJob> watcher = two.watch(ALICE, job.id());
    two.redis.away = true;
    time.pass(Duration.ofSeconds(20));
    watcher.assertNotTerminated();
    one.sent.get(0).answer();

    two.redis.isBack();
    time.pass(Duration.ofSeconds(1));

    assertInstanceOf(Succeeded.class, watcher.assertCompleted().getLastItem().state());
  }

  @Test
  void succeedsForOthers_onceTheyCanReadTheResult() {
    CompletableFuture<Void> written = new CompletableFuture<>();
    one.shelf = resultId -> Uni.createFrom().completionStage(written);
    HuntJob job = one.start(ALICE, "T", HOUR);
    one.sent.get(0).answer();
    assertInstanceOf(Pending.class, two.find(ALICE, job.id()).state());

    written.complete(null);

    assertInstanceOf(Succeeded.class, two.find(ALICE, job.id()).state());
  }

  @Test
  void succeedsAllTheSame_whenTheResultCannotBeHandedOn() {
    one.shelf = resultId -> Uni.createFrom().failure(new IllegalStateException("no room"));
    HuntJob job = one.start(ALICE, "T", HOUR);

    one.sent.get(0).answer();

    assertInstanceOf(Succeeded.class, two.find(ALICE, job.id()).state());
  }

  @Test
  void saysElsewhereWhyItFailed() {
    HuntJob job = one.start(ALICE, "T", HOUR);
    one.sent.get(0).emitter().fail(new FailureException(new KqlRejected("No table T", "r-1")));

    assertEquals(
        new Failed(START, new Reported(FailureCode.KQL_REJECTED, "No table T", null, "r-1", null)),
        two.find(ALICE, job.id()).state());
  }

  @Test
  void leavesTheQueue_whenItIsCancelledElsewhere() {
    one.start(ALICE, "A", HOUR);
    one.start(ALICE, "B", HOUR);
    HuntJob job = one.start(ALICE, "C", HOUR);

    assertEquals(new Cancelled(START), two.cancel(ALICE, job.id()).state());
    time.pass(WORD);

    assertEquals(new Cancelled(START), one.find(ALICE, job.id()).state());
    List<String> told = one.audit.lines();
    assertEquals(1, told.size());
    assertTrue(told.get(0).contains("\"outcome\":\"CANCELLED\""), told.get(0));
    assertTrue(told.get(0).contains("\"job\":\"" + job.id() + "\""), told.get(0));
    assertEquals(List.of(), two.audit.lines());
    time.pass(Duration.ofMinutes(2));
    assertEquals(2, one.sent.size(), "it must not run");
  }

  @Test
  void hearsThatItWasCancelled_whenTheWordWasLost() {
    one.redis.deaf = true;
    HuntJob job = one.start(ALICE, "T", HOUR);
    two.cancel(ALICE, job.id());

    time.pass(JobReplica.LEASE.dividedBy(3));

    assertInstanceOf(Cancelled.class, one.find(ALICE, job.id()).state());
  }

  @Test
  void isNobodyElses_toCancelOrToSeeElsewhere() {
    HuntJob job = one.start(ALICE, "T", HOUR);
    Caller bob = new Caller("bob", Tenant.DEFAULT, CallersForTests.with().permissions());
    Caller hunter =
        new Caller("bob", Tenant.DEFAULT, Set.of(dev.huntgate.access.Permission.HUNTING_ADHOC));

    assertInstanceOf(NotFound.class, refusal(() -> two.find(STRANGER, job.id())));
    assertInstanceOf(NotFound.class, refusal(() -> two.cancel(STRANGER, job.id())));
    assertInstanceOf(Forbidden.class, refusal(() -> two.cancel(hunter, job.id())));
    assertInstanceOf(Forbidden.class, refusal(() -> two.find(bob, job.id())));
    assertInstanceOf(NotFound.class, refusal(() -> two.find(ALICE, "x y\n" + job.id())));
  }

  @Test
  void isRunByOneOther_whenItsReplicaIsKilled() {
    HuntJob job = one.start(ALICE, "T", HOUR);
    time.pass(Duration.ofSeconds(25));
    one.kill();

    time.pass(Duration.ofSeconds(24));
    assertEquals(0, two.sent.size() + three.sent.size(), "its lease has not ended");
    time.pass(Duration.ofSeconds(16));
    assertEquals(1, two.sent.size() + three.sent.size());
    time.pass(Duration.ofMinutes(3));
    assertEquals(1, two.sent.size() + three.sent.size(), "it is taken over once");

    JobReplica taker = two.sent.isEmpty() ? three : two;
    JobReplica other = taker == two ? three : two;
    taker.sent.get(0).answer();
    assertInstanceOf(Succeeded.class, other.find(ALICE, job.id()).state());
    List<String> told = taker.audit.lines();
    assertEquals(1, told.size());
    assertTrue(told.get(0).contains("\"job\":\"" + job.id() + "\""), told.get(0));
    assertTrue(told.get(0).contains("\"caller\":\"alice\""), told.get(0));
    assertEquals(List.of(), other.audit.lines());
  }

  @Test
  void waitsForTheTimeThatIsLeft_whenItIsTakenOver() {
    one.start(ALICE, "A", HOUR);
    one.start(ALICE, "B", HOUR);
    one.start(ALICE, "C", HOUR);
    one.kill();

    time.pass(Duration.ofSeconds(42));
    assertEquals(2, two.sent.size() + three.sent.size(), "two minutes' worth for each");
    Duration left = (two.sent.isEmpty() ? three : two).sent.get(0).query().terms().maxWait();
    assertTrue(left.compareTo(HOUR.minusSeconds(42)) >= 0, left + " is left");
    assertTrue(left.compareTo(HOUR.minusSeconds(30)) <= 0, left + " is left");
  }

  @Test
  void mayWaitForAMinute_whenItWasRunningWhenItsReplicaWasKilled() {
    one.start(ALICE, "T", Duration.ofSeconds(5));
    time.pass(Duration.ofSeconds(11));
    one.kill();

    time.pass(Duration.ofSeconds(45));

    JobReplica taker = two.sent.isEmpty() ? three : two;
    assertEquals(Duration.ofMinutes(1), taker.sent.get(0).query().terms().maxWait());
  }

  @Test
  void isGivenUp_whenEveryReplicaThatRunsItGoesDown() {
    HuntJob job = one.start(ALICE, "T", HOUR);
    one.find(ALICE, job.id());
    time.pass(Duration.ofSeconds(11));
    two.kill();
    three.kill();
    JobReplica runs = one;
    int runsDone = 1;
    for (; runsDone < 20; runsDone++) {
      runs.kill();
      runs = replica("again" + runsDone);
      time.pass(Duration.ofSeconds(45));
      if (runs.sent.isEmpty()) {
        break;
      }
    }

    assertEquals(5, runsDone);
    Failed failed = assertInstanceOf(Failed.class, runs.find(ALICE, job.id()).state());
    assertEquals(FailureCode.INTERNAL, failed.failure().code());
  }

  @Test
  void isLeft_whenOthersRunIt_asItsReplicaWasOnlySlow() {
    HuntJob job = one.start(ALICE, "T", HOUR);
    one.redis.away = true;
    time.pass(Duration.ofSeconds(45));
    JobReplica taker = two.sent.isEmpty() ? three : two;
    assertEquals(1, taker.sent.size());

    one.redis.isBack();
    assertInstanceOf(Running.class, progress(one, job));
    one.sent.get(0).answer();
    assertEquals(List.of(), one.audit.lines(), "it is the other one's to tell");
    taker.sent.get(0).answer();

    assertEquals(1, taker.audit.lines().size());
    assertInstanceOf(Succeeded.class, one.find(ALICE, job.id()).state());
  }

  @Test
  void goesToOthersAtOnce_whenItsReplicaStops() {
    HuntJob running = one.start(ALICE, "A", HOUR);
    one.start(ALICE, "B", HOUR);
    HuntJob waiting = one.start(ALICE, "C", HOUR);

    one.handOver(false);
    time.pass(WORD);

    assertEquals(1, two.sent.size() + three.sent.size());
    assertInstanceOf(Running.class, progress(one, waiting));
    one.sent.get(0).answer();
    assertInstanceOf(Succeeded.class, two.find(ALICE, running.id()).state());
    assertEquals(1, one.audit.lines().size(), "of the one that ended here");

    one.handOver(true);
    time.pass(WORD);
    assertEquals(2, two.sent.size() + three.sent.size());
    time.pass(Duration.ofMinutes(5));
    assertEquals(2, one.sent.size(), "it takes nothing over any more");
  }

  @Test
  void goesOn_whenRedisIsAwayAsItsReplicaStops() {
    HuntJob job = one.start(ALICE, "T", HOUR);
    one.redis.away = true;

    assertThrows(RuntimeException.class, () -> one.handOver(true));

    assertInstanceOf(Running.class, progress(one, job));
  }

  @Test
  void startsAndEnds_whileRedisIsAway_andIsKnownToAll_whenItIsBack() {
    one.redis.away = true;
    HuntJob ended = one.start(ALICE, "A", HOUR);
    HuntJob pending = one.start(ALICE, "B", HOUR);
    one.sent.get(0).answer();
    assertInstanceOf(Succeeded.class, one.find(ALICE, ended.id()).state());
    assertInstanceOf(Running.class, progress(one, pending));
    Failure unsure = refusal(() -> one.find(ALICE, "unknown"));
    assertInstanceOf(Overloaded.class, unsure);
    assertTrue(unsure.message().contains("try again"), unsure.message());
    assertInstanceOf(NotFound.class, refusal(() -> two.find(ALICE, ended.id())));

    one.redis.away = false;
    time.pass(Duration.ofSeconds(2));

    assertEquals(one.find(ALICE, ended.id()), two.find(ALICE, ended.id()));
    assertInstanceOf(Pending.class, two.find(ALICE, pending.id()).state());
  }

  @Test
  void endsAsItEndedFirst_whenItWasCancelledElsewhereMeanwhile() {
    HuntJob job = one.start(ALICE, "T", HOUR);
    one.redis.away = true;
    two.cancel(ALICE, job.id());
    one.sent.get(0).answer();
    assertInstanceOf(Succeeded.class, one.find(ALICE, job.id()).state());

    one.redis.isBack();

    assertInstanceOf(Cancelled.class, one.find(ALICE, job.id()).state());
    assertInstanceOf(Cancelled.class, two.find(ALICE, job.id()).state());
  }

  @Test
  void isKnownAgain_whenRedisWasRestartedEmpty() {
    HuntJob ended = one.start(ALICE, "A", HOUR);
    one.sent.get(0).answer();
    HuntJob pending = one.start(ALICE, "B", HOUR);
    HuntJob cancelled = one.start(ALICE, "C", HOUR);
    two.cancel(ALICE, cancelled.id());
    time.pass(WORD);

    redis.run(Command.FLUSHALL);
    time.pass(JobReplica.LEASE.dividedBy(3));
    time.pass(JobReplica.LEASE.dividedBy(3));

    for (JobReplica replica : List.of(two, three)) {
      assertInstanceOf(Succeeded.class, replica.find(ALICE, ended.id()).state());
      assertInstanceOf(Pending.class, replica.find(ALICE, pending.id()).state());
      assertInstanceOf(Cancelled.class, replica.find(ALICE, cancelled.id()).state());
    }
    assertEquals(0, two.sent.size() + three.sent.size());
  }

  @Test
  void saysThatItMayExist_whenRedisWasJustRestartedEmpty() {
    JobReplica settling = new JobReplica("s", steps, time, 1_000, Duration.ofSeconds(5));
    redis.run(Command.FLUSHALL);
    assertInstanceOf(Overloaded.class, refusal(() -> settling.find(ALICE, "unknown")));

    time.pass(Duration.ofSeconds(5));

    assertInstanceOf(NotFound.class, refusal(() -> settling.find(ALICE, "unknown")));
  }

  @Test
  void isRefused_whenTheTenantHasTooManyAtAllReplicas() {
    JobReplica small = new JobReplica("small", steps, time, 2, Duration.ZERO);
    JobReplica tiny = new JobReplica("tiny", steps, time, 2, Duration.ZERO);
    HuntJob first = small.start(ALICE, "A", HOUR);
    tiny.start(ALICE, "B", HOUR);

    assertInstanceOf(Overloaded.class, refusal(() -> tiny.start(ALICE, "C", HOUR)));
    assertEquals(1, tiny.audit.lines().size());
    tiny.start(STRANGER, "C", HOUR);
    small.sent.get(0).answer();
    assertInstanceOf(Succeeded.class, small.find(ALICE, first.id()).state());
    tiny.start(ALICE, "C", HOUR);
  }

  @Test
  void isAbsent_whenWhatIsKeptIsDamaged() {
    HuntJob job = one.start(ALICE, "T", HOUR);
    for (String state : List.of("", "{", "{}", "{\"v\":1,\"is\":\"LOST\"}", "[1]", "null")) {
      redis.run(Command.HSET, JOB + job.id(), "state", state);
      assertInstanceOf(NotFound.class, refusal(() -> two.find(ALICE, job.id())), state);
    }
    redis.run(Command.HSET, JOB + job.id(), "job", "\u0000\u0001");
    one.kill();

    time.pass(Duration.ofMinutes(2));

    assertEquals(0, two.sent.size() + three.sent.size());
    assertEquals(0, redis.run(Command.EXISTS, JOB + job.id()).toInteger(), "it is dropped");
  }

  @Test
  void isLeftToOthers_whenItIsOfAnotherVersion() {
    HuntJob job = one.start(ALICE, "T", HOUR);
    redis.run(Command.HSET, JOB + job.id(), "job", "{\"v\":2}");
    one.kill();
    assertInstanceOf(NotFound.class, refusal(() -> two.find(ALICE, job.id())));

    time.pass(Duration.ofMinutes(2));

    assertEquals(0, two.sent.size() + three.sent.size());
    assertEquals("{\"v\":2}", redis.run(Command.HGET, JOB + job.id(), "job").toString());
  }

  @Test
  void takesOverAll_whenAReplicaWithManyIsKilled() {
    for (int i = 0; i < 230; i++) {
      one.start(ALICE, "T | take " + i, Duration.ofHours(3));
    }
    time.pass(Duration.ofSeconds(10));
    one.kill();

    time.pass(Duration.ofSeconds(45));

    HuntJob later = two.start(ALICE, "Last", Duration.ofHours(3));
    assertInstanceOf(Pending.class, two.find(ALICE, later.id()).state());
    assertEquals(
        230,
        redis
                .run(Command.ZCOUNT, "huntgate:v1:{default}:jobs:pending", time.millis(), "+inf")
                .toInteger()
            - 1);
  }

  @Test
  void expiresInRedis_whenNobodyUsesItAnyMore() {
    HuntJob pending = one.start(ALICE, "A", HOUR);
    HuntJob ended = one.start(ALICE, "B", HOUR);
    one.sent.get(1).answer();

    redis
        .run(Command.KEYS, "*")
        .forEach(
            key ->
                assertTrue(redis.run(Command.PTTL, key.toString()).toLong() > 0, key + " stays"));
    long keep = redis.run(Command.PTTL, JOB + ended.id()).toLong();
    assertTrue(keep <= JobReplica.KEEP.toMillis(), keep + " ms");
    long rest = redis.run(Command.PTTL, JOB + pending.id()).toLong();
    assertTrue(rest > Duration.ofDays(2).toMillis(), rest + " ms");
  }

  private static HuntProgress progress(JobReplica at, HuntJob job) {
    return assertInstanceOf(Pending.class, at.find(ALICE, job.id()).state()).progress();
  }

  private static Failure refusal(Runnable action) {
    return assertThrows(FailureException.class, action::run).failure();
  }
}
