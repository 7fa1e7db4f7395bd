package dev.huntgate.hunting.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import dev.huntgate.audit.Audit;
import dev.huntgate.budget.BudgetPreset;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.Pool;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Shares;
import dev.huntgate.budget.Terms;
import dev.huntgate.budget.VirtualTime;
import dev.huntgate.budget.Window;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.CachingForTests;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Forbidden;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.KqlRejected;
import dev.huntgate.failure.Failure.NotFound;
import dev.huntgate.failure.Failure.QuotaExhausted;
import dev.huntgate.failure.Failure.ResultTooLarge;
import dev.huntgate.failure.Failure.StillRunning;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.BudgetedHuntingSource;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.hunting.HuntProgress.Queued;
import dev.huntgate.hunting.HuntProgress.Running;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.HuntsForTests;
import dev.huntgate.hunting.job.JobState.Cancelled;
import dev.huntgate.hunting.job.JobState.Failed;
import dev.huntgate.hunting.job.JobState.Pending;
import dev.huntgate.hunting.job.JobState.Succeeded;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import dev.huntgate.result.RowRange;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Jobs over a budget of two hunts a minute, an upstream that answers when told, and fake time. */
class HuntJobsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Caller ALICE = CallersForTests.named("alice");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration KEEP = Duration.ofMinutes(10);
  private static final Duration UNKNOWN = Duration.ofSeconds(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(100);
  private static final Result RESULT =
      new ResultBuilder(List.of(new Column("n", ColumnType.LONG))).build();

  private final VirtualTime time = new VirtualTime(START);
  private final InMemoryLedger ledger =
      new InMemoryLedger(
          tenant ->
              List.<Pool>of(
                  new Pool(
                      BudgetPreset.TERMS.pools().get(1).operations(),
                      List.of(Window.calls(2, MINUTE)))),
          new BudgetRules(Duration.ZERO, 1, 1_000, Shares.DEFAULT),
          time,
          time);
  private final List<UniEmitter<? super HuntAnswer>> sent = new ArrayList<>();
  private final RunningTimes times = new RunningTimes(UNKNOWN);
  private final Hunts hunts = hunts(1_000_000);
  private final HuntJobs jobs = jobs(hunts);

  private Hunts hunts(long cacheBytes) {
    CacheConfig caching = CachingForTests.keeping(cacheBytes, Duration.ofMinutes(5));
    HuntingSource upstream = (tenant, query) -> Uni.createFrom().emitter(sent::add);
    return HuntsForTests.over(
        new BudgetedHuntingSource(upstream, ledger, times, time),
        ledger,
        times,
        caching,
        Audit.NONE,
        time);
  }

  private HuntJobs jobs(Hunts over) {
    JobsConfig config = new Config(KEEP, 1_000, Duration.ofHours(1), Duration.ofSeconds(1));
    return new HuntJobs(over, new InMemoryJobs(config.keep(), 1_000, time), config, time, time);
  }

  private record Config(Duration keep, int most, Duration maxWait, Duration watchEvery)
      implements JobsConfig {
    @Override
    public Duration answerWithin() {
      return ANSWER_WITHIN;
    }
  }

  @Test
  void succeeds_whenUpstreamAnswers() {
    HuntJob job = start("T");
    Running running = assertInstanceOf(Running.class, progress(job));
    assertEquals(new Running(START, Duration.ZERO, UNKNOWN), running);
    time.pass(Duration.ofSeconds(3));
    assertEquals(new Running(START, Duration.ofSeconds(3), UNKNOWN), progress(find(job.id())));

    sent.get(0).complete(new HuntAnswer(RESULT, null));

    Succeeded succeeded = assertInstanceOf(Succeeded.class, find(job.id()).state());
    assertEquals(START.plusSeconds(3), succeeded.at());
    Hunt hunt = hunts.reread(ALICE, succeeded.resultId(), "id").await().indefinitely();
    assertEquals(RESULT, hunt.stored().result());
  }

  @Test
  void saysItsPlace_whileItWaitsForTheBudget() {
    start("A");
    start("B");
    HuntJob third = start("C");
    HuntJob fourth = start("D");

    assertEquals(new Queued(0, START.plus(MINUTE)), progress(third));
    assertEquals(new Queued(1, START.plus(MINUTE)), progress(fourth));
    cancel(ALICE, third.id());
    assertEquals(new Queued(0, START.plus(MINUTE)), progress(find(fourth.id())));

    time.pass(MINUTE);

    assertEquals(3, sent.size());
    assertInstanceOf(Running.class, progress(find(fourth.id())));
  }

  @Test
  void sharesOneRun_whenJobsAreEqual() {
    HuntJob one = start("T | take 1");
    HuntJob two = start("T|take 1 // the same");
    assertNotEquals(one.id(), two.id());

    cancel(ALICE, one.id());
    sent.get(0).complete(new HuntAnswer(RESULT, null));

    assertEquals(1, sent.size());
    assertInstanceOf(Cancelled.class, find(one.id()).state());
    assertInstanceOf(Succeeded.class, find(two.id()).state());
  }

  @Test
  void endsAtOnce_whenAKeptResultAnswers() {
    HuntJob bought = start("T");
    sent.get(0).complete(new HuntAnswer(RESULT, null));

    HuntJob job = start("T");

    assertEquals(
        ((Succeeded) find(bought.id()).state()).resultId(),
        assertInstanceOf(Succeeded.class, job.state()).resultId());
  }

  @Test
  void failsAsTheHuntDoes() {
    HuntJob job = start("T");
    Failure rejected = new KqlRejected("no such table", "request-1");
    sent.get(0).fail(new FailureException(rejected));

    assertEquals(new Failed(START, rejected), find(job.id()).state());
  }

  @Test
  void failsWithACode_whenSomethingBreaks() {
    HuntJob job = start("T");
    sent.get(0).fail(new IllegalStateException("a secret of the inside"));

    Failure failure = assertInstanceOf(Failed.class, find(job.id()).state()).failure();
    assertInstanceOf(Failure.Internal.class, failure);
    assertTrue(!failure.message().contains("secret"), failure.message());
  }

  @Test
  void failsWithQuotaExhausted_whenItsTimeToWaitIsOver() {
    start("A");
    start("B");
    HuntJob impatient = start("C", Duration.ofSeconds(10));

    Failure failure = assertInstanceOf(Failed.class, find(impatient.id()).state()).failure();
    assertInstanceOf(QuotaExhausted.class, failure);
    assertEquals(2, sent.size());
  }

  @Test
  void failsSayingSo_whenNoCacheCouldHoldTheResult() {
    HuntJobs small = jobs(hunts(10));
    HuntJob job = small.start(request(ALICE, "T", MINUTE)).await().indefinitely();
    sent.get(0).complete(new HuntAnswer(RESULT, null));

    HuntJob ended = small.find(ALICE, job.id()).await().indefinitely();
    assertInstanceOf(ResultTooLarge.class, assertInstanceOf(Failed.class, ended.state()).failure());
  }

  @Test
  void refusesAtOnce_whatCannotBeHunted() {
    assertInstanceOf(InvalidArgument.class, refusal(() -> start("  ")));
    Caller reader = CallersForTests.with(Permission.INCIDENTS_READ);
    assertInstanceOf(
        Forbidden.class,
        refusal(() -> jobs.start(request(reader, "T", MINUTE)).await().indefinitely()));
  }

  @Test
  void leavesTheQueue_whenItIsCancelled() {
    start("A");
    start("B");
    HuntJob waiting = start("C");

    HuntJob cancelled = cancel(ALICE, waiting.id());

    assertEquals(new Cancelled(START), cancelled.state());
    time.pass(MINUTE);
    assertEquals(2, sent.size(), "it must not run");
    assertEquals(new Cancelled(START), find(waiting.id()).state());
  }

  @Test
  void stillKeepsTheResult_whenItIsCancelledWhileRunning() {
    HuntJob running = start("T");
    assertInstanceOf(Cancelled.class, cancel(ALICE, running.id()).state());

    sent.get(0).complete(new HuntAnswer(RESULT, null));

    assertInstanceOf(Cancelled.class, find(running.id()).state());
    assertInstanceOf(Succeeded.class, start("T").state());
    assertEquals(1, sent.size());
  }

  @Test
  void staysAsItIs_whenItHasEnded() {
    HuntJob job = start("T");
    sent.get(0).complete(new HuntAnswer(RESULT, null));
    HuntJob ended = find(job.id());

    assertEquals(ended, cancel(ALICE, job.id()));
  }

  @Test
  void isForgotten_someTimeAfterItEnded() {
    HuntJob job = start("T");
    sent.get(0).complete(new HuntAnswer(RESULT, null));
    time.pass(KEEP);

    assertInstanceOf(NotFound.class, refusal(() -> find(job.id())));
  }

  @Test
  void isNobodyElses_toCancelOrToSee() {
    HuntJob job = start("T");
    Caller bob = new Caller("bob", Tenant.DEFAULT, Set.of(Permission.HUNTING_ADHOC));
    Caller admin =
        new Caller("root", Tenant.DEFAULT, Set.of(Permission.HUNTING_SAVED, Permission.ADMIN));
    Caller stranger = Caller.anonymous(new Tenant("other"));
    Caller reader = CallersForTests.with(Permission.INCIDENTS_READ);

    assertEquals(job, jobs.find(bob, job.id()).await().indefinitely());
    assertInstanceOf(Forbidden.class, refusal(() -> cancel(bob, job.id())));
    assertInstanceOf(NotFound.class, refusal(() -> cancel(stranger, job.id())));
    assertInstanceOf(
        Forbidden.class, refusal(() -> jobs.find(reader, job.id()).await().indefinitely()));
    assertInstanceOf(Cancelled.class, cancel(admin, job.id()).state());
  }

  @Test
  void tellsWhoWatches_untilTheEnd() {
    start("A");
    start("B");
    HuntJob job = start("C");
    AssertSubscriber<HuntJob> watcher = watch(job.id());
    assertEquals(List.of(job), watcher.getItems());

    time.pass(Duration.ofSeconds(1));
    assertEquals(1, watcher.getItems().size(), "nothing has changed");
    time.pass(MINUTE);
    assertInstanceOf(Running.class, progress(watcher.getLastItem()));
    time.pass(Duration.ofSeconds(2));
    Running running = assertInstanceOf(Running.class, progress(watcher.getLastItem()));
    assertEquals(Duration.between(running.since(), time.instant()), running.elapsed());
    watcher.assertNotTerminated();

    sent.get(2).complete(new HuntAnswer(RESULT, null));

    assertInstanceOf(Succeeded.class, watcher.assertCompleted().getLastItem().state());
  }

  @Test
  void tellsTheEndAlone_whenItIsWatchedLate() {
    HuntJob job = start("T");
    sent.get(0).complete(new HuntAnswer(RESULT, null));

    AssertSubscriber<HuntJob> watcher = watch(job.id());

    watcher.assertCompleted();
    assertEquals(List.of(find(job.id())), watcher.getItems());
  }

  @Test
  void failsToWatch_whatNobodyStarted() {
    AssertSubscriber<HuntJob> watcher = watch("nothing");

    FailureException failure =
        assertInstanceOf(FailureException.class, watcher.assertTerminated().getFailure());
    assertInstanceOf(NotFound.class, failure.failure());
  }

  @Test
  void becomesAJob_whenAHuntTakesTooLong() {
    UniAssertSubscriber<Hunt> answer = answer("T");
    time.pass(ANSWER_WITHIN);

    StillRunning running =
        assertInstanceOf(StillRunning.class, ((FailureException) answer.getFailure()).failure());
    assertInstanceOf(Running.class, progress(find(running.jobId())));
    sent.get(0).complete(new HuntAnswer(RESULT, null));
    assertInstanceOf(Succeeded.class, find(running.jobId()).state());
    assertEquals(1, sent.size());
  }

  @Test
  void isNoJob_whenAHuntIsAnsweredInTime() {
    UniAssertSubscriber<Hunt> answer = answer("T");
    sent.get(0).complete(new HuntAnswer(RESULT, null));

    assertEquals(RESULT, answer.assertCompleted().getItem().stored().result());
    long alarms = time.alarmsSet();
    answer("T").assertCompleted();
    assertEquals(alarms, time.alarmsSet(), "a kept result needs no alarm");
  }

  @Test
  void leavesTheQueue_whenWhoWaitsForAHuntLeaves() {
    start("A");
    start("B");
    UniAssertSubscriber<Hunt> leaving = answer("C");

    leaving.cancel();

    time.pass(MINUTE);
    assertEquals(2, sent.size());
  }

  @Test
  void losesNone_whenTwoHundredComeAtOnce() {
    List<HuntJob> started =
        IntStream.range(0, 200).mapToObj(i -> start("T | take " + i, Duration.ofHours(3))).toList();
    for (int i = 0; i < 200; i += 10) {
      cancel(ALICE, started.get(i).id());
    }

    for (int minute = 0; minute < 100; minute++) {
      new ArrayList<>(sent).forEach(one -> one.complete(new HuntAnswer(RESULT, null)));
      time.pass(Duration.ofSeconds(30));
      checkOrder(started);
      time.pass(Duration.ofSeconds(30));
    }

    assertEquals(0, started.stream().filter(job -> isPending(job.id())).count());
    assertTrue(sent.size() >= 180 && sent.size() <= 181, sent.size() + " runs");
  }

  /* Those of one caller go in the order in which they came. */
  private void checkOrder(List<HuntJob> started) {
    boolean waiting = false;
    for (HuntJob job : started) {
      if (isPending(job.id())) {
        boolean queued = progress(find(job.id())) instanceof Queued;
        assertTrue(queued || !waiting, "overtaken");
        waiting = waiting || queued;
      }
    }
  }

  private boolean isPending(String id) {
    return jobs.find(ALICE, id)
            .onFailure()
            .recoverWithItem(
                new HuntJob(id, request(ALICE, "T", MINUTE), START, new Cancelled(START)))
            .await()
            .indefinitely()
            .state()
        instanceof Pending;
  }

  private HuntJob start(String kql) {
    return start(kql, Duration.ofHours(1));
  }

  private HuntJob start(String kql, Duration maxWait) {
    return jobs.start(request(ALICE, kql, maxWait)).await().indefinitely();
  }

  private HuntJob find(String id) {
    return jobs.find(ALICE, id).await().indefinitely();
  }

  private HuntJob cancel(Caller caller, String id) {
    return jobs.cancel(caller, id).await().indefinitely();
  }

  private AssertSubscriber<HuntJob> watch(String id) {
    return jobs.watch(ALICE, id).subscribe().withSubscriber(AssertSubscriber.create(1_000));
  }

  private UniAssertSubscriber<Hunt> answer(String kql) {
    return jobs.answer(request(ALICE, kql, Duration.ofHours(1)), RowRange.ALL)
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }

  private static HuntRequest request(Caller caller, String kql, Duration maxWait) {
    return HuntRequest.of(kql, null, new Terms(caller, Priority.INTERACTIVE, maxWait));
  }

  private static Object progress(HuntJob job) {
    return assertInstanceOf(Pending.class, job.state()).progress();
  }

  private static Failure refusal(Runnable action) {
    return assertThrows(FailureException.class, action::run).failure();
  }
}
