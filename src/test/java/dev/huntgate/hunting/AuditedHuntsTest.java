package dev.huntgate.hunting;

import static dev.huntgate.access.Permission.HUNTING_SAVED;
import static dev.huntgate.access.Permission.INCIDENTS_READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
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
import dev.huntgate.cache.Ready;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.failure.Failure.KqlRejected;
import dev.huntgate.failure.FailureException;
import dev.huntgate.kql.CanonicalKql;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.Result;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the audit is told of hunts and of the reading of their results. */
class AuditedHuntsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Caller ALICE = CallersForTests.named("alice");
  private static final Caller BOB = CallersForTests.named("bob");
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final int CALLS = 3;

  private final VirtualTime time = new VirtualTime(START);
  private final AuditForTests audit = new AuditForTests();
  private final List<UniEmitter<? super HuntAnswer>> sent = new ArrayList<>();
  private final Hunts hunts = hunts();

  @Test
  void tellsWhoBoughtAResult_whoSharedTheRun_andWhoGotItAfterwards() {
    UniAssertSubscriber<Hunt> alice = start(request(ALICE, "T|take 2"));
    UniAssertSubscriber<Hunt> bob = start(request(BOB, "T | take 2 // mine"));
    assertEquals(List.of(), audit.lines());

    answer(2);

    alice.assertCompleted();
    bob.assertCompleted();
    assertEquals(
        List.of(found("hunt", "alice", false, "BOUGHT"), found("hunt", "bob", false, "JOINED")),
        audit.lines().stream().sorted().toList());
    start(request(BOB, "T | take 2")).assertCompleted();
    assertEquals(List.of(found("hunt", "bob", true, "KEPT")), audit.lines());
  }

  @Test
  void tellsOfAStaleResult_whenTheBudgetIsSpent() {
    start(request(ALICE, "T|take 2"));
    answer(2);
    spendTheRest();
    time.pass(FRESH.plusSeconds(1));
    audit.lines();

    start(request(ALICE, "T|take 2")).assertCompleted();

    assertEquals(List.of(found("hunt", "alice", true, "STALE")), audit.lines());
  }

  @Test
  void tellsOfAHuntThatIsNotPaidFor() {
    spendTheRest();
    audit.lines();

    start(request(ALICE, "T|take 2")).assertFailed();

    assertEquals(List.of(refused("hunt", "QUOTA_EXHAUSTED", "alice", "T | take 2")), audit.lines());
  }

  @Test
  void tellsOfAHuntThatUpstreamRefuses() {
    UniAssertSubscriber<Hunt> hunt = start(request(ALICE, "T|take 2"));

    sent.remove(0).fail(new FailureException(new KqlRejected("No table T", "id")));

    hunt.assertFailed();
    assertEquals(List.of(refused("hunt", "KQL_REJECTED", "alice", "T | take 2")), audit.lines());
  }

  @Test
  void tellsOfADefect() {
    UniAssertSubscriber<Hunt> hunt = start(request(ALICE, "T|take 2"));

    sent.remove(0).fail(new IllegalStateException("broken"));

    hunt.assertFailed();
    assertEquals(List.of(refused("hunt", "INTERNAL", "alice", "T | take 2")), audit.lines());
  }

  @Test
  void tellsOfAHuntWhoseCallerLeft_once() {
    UniAssertSubscriber<Hunt> hunt = start(request(ALICE, "T|take 2"));

    hunt.cancel();
    answer(2);

    assertEquals(List.of(refused("hunt", "CANCELLED", "alice", "T | take 2")), audit.lines());
  }

  @Test
  void tellsOfWhoMayNotHunt() {
    start(request(CallersForTests.with(HUNTING_SAVED), "T|take 2")).assertFailed();

    assertEquals(List.of(refused("hunt", "FORBIDDEN", "alice", "T | take 2")), audit.lines());
  }

  @Test
  void tellsOfAQueryThatIsNone_withoutItsHash() {
    start(request(ALICE, " // nothing")).assertFailed();
    start(request(ALICE, "x".repeat(HuntQuery.MAX_KQL_BYTES + 1))).assertFailed();

    assertEquals(
        List.of(
            "{\"event\":\"hunt\",\"outcome\":\"INVALID_ARGUMENT\",\"caller\":\"alice\","
                + "\"tenant\":\"default\"}",
            "{\"event\":\"hunt\",\"outcome\":\"LIMIT_EXCEEDED\",\"caller\":\"alice\","
                + "\"tenant\":\"default\"}"),
        audit.lines());
  }

  @Test
  void tellsTheNameOfASavedHunt() {
    start(HuntRequest.saved("by-night", "T|take 2", null, terms(ALICE), true));
    answer(2);

    assertEquals(
        List.of(
            found("hunt", "alice", false, "BOUGHT")
                .replace("\"fromCache\"", "\"savedHunt\":\"by-night\",\"fromCache\"")),
        audit.lines());
  }

  @Test
  void tellsWhoReadAResultAgain_andWhoDidNotGetIt() {
    start(request(ALICE, "T|take 2"));
    answer(2);
    StoredResult stored = start(request(ALICE, "T|take 2")).getItem().stored();
    audit.lines();

    await(hunts.reread(BOB, stored.id(), "id"));
    assertThrows(FailureException.class, () -> await(hunts.reread(BOB, "nothing", "id")));
    Caller other = CallersForTests.with(INCIDENTS_READ);
    assertThrows(FailureException.class, () -> await(hunts.reread(other, stored.id(), "id")));
    assertThrows(
        FailureException.class,
        () ->
            await(
                hunts.reread(
                    BOB,
                    stored.id(),
                    "after",
                    RowRange.ALL,
                    result -> {
                      throw new FailureException(new KqlRejected("Not this one", null));
                    })));

    assertEquals(
        List.of(
            found("read", "bob", true, "KEPT"),
            "{\"event\":\"read\",\"outcome\":\"RESULT_GONE\",\"caller\":\"bob\","
                + "\"tenant\":\"default\"}",
            "{\"event\":\"read\",\"outcome\":\"FORBIDDEN\",\"caller\":\"alice\","
                + "\"tenant\":\"default\"}",
            "{\"event\":\"read\",\"outcome\":\"KQL_REJECTED\",\"caller\":\"bob\","
                + "\"tenant\":\"default\"}"),
        audit.lines());
  }

  @Test
  void tellsOnceAMinute_ofAnswersThatWereReady() {
    start(request(ALICE, "T|take 2"));
    answer(2);
    StoredResult stored = start(request(ALICE, "T|take 2")).getItem().stored();
    audit.lines();

    for (int i = 0; i < 3; i++) {
      hunts.again(new Ready.Use(stored, true, null), terms(BOB));
      hunts.again(new Ready.Use(stored, false, null), terms(BOB));
    }

    assertEquals(
        List.of(found("hunt", "bob", true, "KEPT"), found("read", "bob", true, "KEPT")),
        audit.lines());
    hunts.again(new Ready.Use(stored, true, null), terms(ALICE));
    time.pass(Duration.ofMinutes(1));
    hunts.again(new Ready.Use(stored, true, null), terms(BOB));
    assertEquals(
        List.of(found("hunt", "alice", true, "KEPT"), found("hunt", "bob", true, "KEPT")),
        audit.lines());
  }

  @Test
  void tellsOfARefresh_besideTheHuntThatItFollows() {
    start(request(ALICE, "T|take 2"));
    answer(2);
    time.pass(FRESH.minusSeconds(1));
    audit.lines();

    start(request(BOB, "T|take 2")).assertCompleted();
    assertEquals(List.of(found("hunt", "bob", true, "KEPT")), audit.lines());
    answer(2);

    assertEquals(List.of(found("refresh", "bob", false, "BOUGHT")), audit.lines());
  }

  private void spendTheRest() {
    for (int i = 0; i < CALLS; i++) {
      start(request(BOB, "Other | take " + i));
      if (!sent.isEmpty()) {
        answer(0);
      }
    }
  }

  private void answer(int rows) {
    ResultBuilder builder = new ResultBuilder(List.of(new Column("n", ColumnType.LONG)));
    for (long row = 0; row < rows; row++) {
      builder.add(new Object[] {row});
    }
    Result result = builder.build();
    sent.remove(0).complete(new HuntAnswer(result, Duration.ofSeconds(3)));
  }

  private static String found(String event, String who, boolean fromCache, String origin) {
    return "{\"event\":\"%s\",\"outcome\":\"OK\",\"caller\":\"%s\",\"tenant\":\"default\","
            .formatted(event, who)
        + "\"query\":\"%s\",\"fromCache\":%b,\"origin\":\"%s\",\"rows\":2,\"runningTimeMs\":3000}"
            .formatted(CanonicalKql.of("T | take 2").hash(), fromCache, origin);
  }

  private static String refused(String event, String code, String who, String kql) {
    return "{\"event\":\"%s\",\"outcome\":\"%s\",\"caller\":\"%s\",\"tenant\":\"default\","
            .formatted(event, code, who)
        + "\"query\":\"%s\"}".formatted(CanonicalKql.of(kql).hash());
  }

  private UniAssertSubscriber<Hunt> start(HuntRequest request) {
    return hunts.run(request).subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private static HuntRequest request(Caller caller, String kql) {
    return new HuntRequest(kql, null, null, terms(caller), true);
  }

  private static Terms terms(Caller caller) {
    return new Terms(caller, Priority.INTERACTIVE, Duration.ZERO);
  }

  private static <T> @Nullable T await(Uni<T> call) {
    return call.await().atMost(Duration.ofSeconds(5));
  }

  private Hunts hunts() {
    CacheConfig caching = new CachingForTests(1_000_000, FRESH, FRESH, 0.5);
    InMemoryLedger ledger =
        new InMemoryLedger(
            tenant ->
                List.of(
                    new Pool(
                        Set.of(Operation.HUNTING),
                        List.of(Window.calls(CALLS, Duration.ofHours(1))))),
            new BudgetRules(Duration.ZERO, 1, 100, Shares.DEFAULT),
            time,
            time);
    RunningTimes times = new RunningTimes(Duration.ofSeconds(10));
    HuntingSource upstream = (tenant, query) -> Uni.createFrom().emitter(sent::add);
    return HuntsForTests.over(
        new BudgetedHuntingSource(upstream, ledger, times, time),
        ledger,
        times,
        caching,
        audit,
        time);
  }
}
