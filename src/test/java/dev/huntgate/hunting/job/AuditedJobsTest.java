package dev.huntgate.hunting.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Permission;
import dev.huntgate.audit.AuditForTests;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Pool;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Shares;
import dev.huntgate.budget.Terms;
import dev.huntgate.budget.VirtualTime;
import dev.huntgate.budget.Window;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.CachingForTests;
import dev.huntgate.failure.Failure.KqlRejected;
import dev.huntgate.failure.Failure.StillRunning;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.BudgetedHuntingSource;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.HuntsForTests;
import dev.huntgate.kql.CanonicalKql;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.ResultBuilder;
import dev.huntgate.result.RowRange;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the audit is told of hunts that are jobs or become one: of each once, at its end. */
class AuditedJobsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Caller ALICE = CallersForTests.named("alice");
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(100);
  private static final int MOST = 2;

  private final VirtualTime time = new VirtualTime(START);
  private final AuditForTests audit = new AuditForTests();
  private final List<UniEmitter<? super HuntAnswer>> sent = new ArrayList<>();
  private final HuntJobs jobs = jobs();

  @Test
  void tellsTheJob_whenItsHuntHasItsResult() {
    HuntJob job = start(ALICE, "T");
    assertEquals(List.of(), audit.lines());

    answer();
    start(ALICE, "T");

    List<String> lines = audit.lines();
    assertEquals(2, lines.size());
    assertEquals(found(job.id(), false, "BOUGHT"), lines.get(0));
  }

  @Test
  void tellsTheJob_whenItsHuntFails() {
    HuntJob job = start(ALICE, "T");

    sent.remove(0).fail(new FailureException(new KqlRejected("No table T", null)));

    assertEquals(List.of(refused("KQL_REJECTED", "alice", job.id())), audit.lines());
  }

  @Test
  void tellsTheJob_whenItIsCancelled() {
    HuntJob job = start(ALICE, "T");

    jobs.cancel(CallersForTests.named("root"), job.id()).await().indefinitely();
    answer();

    assertEquals(List.of(refused("CANCELLED", "alice", job.id())), audit.lines());
  }

  @Test
  void tellsOfAJobThatIsRefused() {
    Caller reader = CallersForTests.with(Permission.INCIDENTS_READ);
    assertThrows(FailureException.class, () -> start(reader, "T"));
    assertEquals(List.of(refused("FORBIDDEN", "alice", null)), audit.lines());

    for (int i = 0; i < MOST; i++) {
      start(ALICE, "Other | take " + i);
    }
    assertThrows(FailureException.class, () -> start(ALICE, "T"));
    assertEquals(List.of(refused("OVERLOADED", "alice", null)), audit.lines());
  }

  @Test
  void tellsOfAHunt_withoutAJob_whenItIsAnsweredInTime() {
    UniAssertSubscriber<Hunt> hunt = hunt("T");

    answer();

    hunt.assertCompleted();
    assertEquals(List.of(found(null, false, "BOUGHT")), audit.lines());
  }

  @Test
  void tellsTheJobThatAHuntBecame_whenItTookTooLong() {
    UniAssertSubscriber<Hunt> hunt = hunt("T");

    time.pass(ANSWER_WITHIN.plusSeconds(1));

    FailureException thrown =
        assertInstanceOf(FailureException.class, hunt.assertFailed().getFailure());
    StillRunning running = assertInstanceOf(StillRunning.class, thrown.failure());
    assertEquals(List.of(), audit.lines());
    answer();
    assertEquals(List.of(found(running.jobId(), false, "BOUGHT")), audit.lines());
  }

  @Test
  void tellsOfAHunt_whoseCallerLeft() {
    UniAssertSubscriber<Hunt> hunt = hunt("T");

    hunt.cancel();
    answer();

    assertEquals(List.of(refused("CANCELLED", "alice", null)), audit.lines());
  }

  private static String found(String job, boolean fromCache, String origin) {
    return "{\"event\":\"hunt\",\"outcome\":\"OK\",\"caller\":\"alice\",\"tenant\":\"default\","
        + "\"query\":\"%s\",%s\"fromCache\":%b,\"origin\":\"%s\",\"rows\":0,\"runningTimeMs\":3000}"
            .formatted(
                CanonicalKql.of("T").hash(),
                job == null ? "" : "\"job\":\"" + job + "\",",
                fromCache,
                origin);
  }

  private static String refused(String code, String who, String job) {
    return "{\"event\":\"hunt\",\"outcome\":\"%s\",\"caller\":\"%s\",\"tenant\":\"default\","
            .formatted(code, who)
        + "\"query\":\"%s\"%s}"
            .formatted(CanonicalKql.of("T").hash(), job == null ? "" : ",\"job\":\"" + job + "\"");
  }

  private void answer() {
    sent.remove(0)
        .complete(
            new HuntAnswer(
                new ResultBuilder(List.of(new Column("n", ColumnType.LONG))).build(),
                Duration.ofSeconds(3)));
  }

  private HuntJob start(Caller caller, String kql) {
    return jobs.start(request(caller, kql)).await().indefinitely();
  }

  private UniAssertSubscriber<Hunt> hunt(String kql) {
    return jobs.answer(request(ALICE, kql), RowRange.ALL)
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }

  private static HuntRequest request(Caller caller, String kql) {
    return HuntRequest.of(kql, null, new Terms(caller, Priority.INTERACTIVE, Duration.ofHours(1)));
  }

  private HuntJobs jobs() {
    CacheConfig caching = CachingForTests.keeping(1_000_000, Duration.ofMinutes(5));
    InMemoryLedger ledger =
        new InMemoryLedger(
            tenant ->
                List.of(
                    new Pool(
                        Set.of(Operation.HUNTING), List.of(Window.calls(9, Duration.ofHours(1))))),
            new BudgetRules(Duration.ZERO, 1, 100, Shares.DEFAULT),
            time,
            time);
    RunningTimes times = new RunningTimes(Duration.ofSeconds(10));
    HuntingSource upstream = (tenant, query) -> Uni.createFrom().emitter(sent::add);
    Hunts hunts =
        HuntsForTests.over(
            new BudgetedHuntingSource(upstream, ledger, times, time),
            ledger,
            times,
            caching,
            audit,
            time);
    Config config = new Config(Duration.ofHours(1), MOST, Duration.ofHours(1), ANSWER_WITHIN);
    return new HuntJobs(
        hunts, new InMemoryJobs(config.keep(), config.most(), time), config, time, time);
  }

  private record Config(Duration keep, int most, Duration maxWait, Duration answerWithin)
      implements JobsConfig {
    @Override
    public Duration watchEvery() {
      return Duration.ofSeconds(1);
    }
  }
}
