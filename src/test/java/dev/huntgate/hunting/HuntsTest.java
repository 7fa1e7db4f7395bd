package dev.huntgate.hunting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.SettableClock;
import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Tenant;
import dev.huntgate.audit.Audit;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Pool;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Shares;
import dev.huntgate.budget.Spending;
import dev.huntgate.budget.Terms;
import dev.huntgate.budget.VirtualTime;
import dev.huntgate.budget.Window;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.CacheEvents;
import dev.huntgate.cache.CachingForTests;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.cache.Served.Origin;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureException;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How old a result may be, and what becomes of callers when no newer one can be had. */
class HuntsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration RAN = Duration.ofSeconds(3);
  private static final Terms TERMS =
      new Terms(CallersForTests.named("alice"), Priority.INTERACTIVE, Duration.ZERO);

  private final SettableClock clock = new SettableClock(START);
  private final List<HuntQuery> sent = new ArrayList<>();
  private final Map<Origin, Integer> answers = new EnumMap<>(Origin.class);
  private Duration saved = Duration.ZERO;
  private @Nullable Failure failure;
  private final Hunts hunts =
      hunts(new CachingForTests(1_000_000, FRESH, Duration.ofHours(5), 0.5));

  @Test
  void answersFromWhatIsKept_whileItIsFresh() {
    Hunt first = hunt("T", null);
    clock.pass(Duration.ofMinutes(7));
    Hunt second = hunt("T // again", null);

    assertSame(first.stored(), second.stored());
    assertEquals(Origin.KEPT, second.served().origin());
    assertFalse(second.stale());
    assertEquals(RAN, saved);
    clock.pass(Duration.ofMinutes(3));
    assertEquals(Origin.BOUGHT, hunt("T", null).served().origin());
    assertEquals(Map.of(Origin.BOUGHT, 2, Origin.KEPT, 1), answers);
  }

  @Test
  void goesByTheCallersMaxAge_whereOneIsGiven() {
    hunt("T", null);
    clock.pass(Duration.ofMinutes(30));

    assertEquals(Origin.KEPT, hunt("T", Duration.ofMinutes(30)).served().origin());
    assertFalse(hunt("T", Duration.ofMinutes(30)).stale());
    assertEquals(Origin.BOUGHT, hunt("T", Duration.ofMinutes(29)).served().origin());
    assertEquals(Origin.BOUGHT, hunt("T", Duration.ZERO).served().origin());
    assertEquals(3, sent.size());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passing")
  void servesTheOlderResult_whenANewerOneCannotBeHad(Failure passing) {
    Hunt older = hunt("T", null);
    clock.pass(Duration.ofMinutes(12));
    failure = passing;

    Hunt stale = hunt("T", null);

    assertSame(older.stored(), stale.stored());
    assertEquals(Origin.STALE, stale.served().origin());
    assertTrue(stale.stale());
    assertTrue(stale.warnings().get(0).contains("PT12M old"), stale.warnings().get(0));
    assertEquals(1, answers.get(Origin.STALE));
  }

  static List<Failure> passing() {
    return List.of(
        new Failure.QuotaExhausted("spent", START),
        new Failure.UpstreamThrottled("paused", START, null),
        new Failure.UpstreamUnavailable("down", null, true),
        new Failure.UpstreamTimeout("slow", null),
        new Failure.Overloaded("much"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lasting")
  void fails_whenAnOlderResultWouldHideWhatIsWrong(Failure lasting) {
    hunt("T", null);
    clock.pass(Duration.ofMinutes(12));
    failure = lasting;

    FailureException thrown = assertThrows(FailureException.class, () -> hunt("T", null));
    assertSame(lasting, thrown.failure());
  }

  static List<Failure> lasting() {
    return List.of(
        new Failure.KqlRejected("no such column", null),
        new Failure.UpstreamDenied("no consent", null),
        new Failure.ResultTooLarge("50 MB", null),
        new Failure.HuntPreempted("too much memory", null));
  }

  @Test
  void runsNothing_whenTheCallerMaySpendNothing() {
    assertInstanceOf(Failure.Forbidden.class, refusal(free("T")));
    hunt("T", null);
    assertEquals(Origin.KEPT, await(hunts.run(free("T"))).served().origin());
    clock.pass(FRESH);
    assertInstanceOf(Failure.Forbidden.class, refusal(free("T")));
    assertEquals(1, sent.size());
  }

  @Test
  void buysAheadOnce_whenAResultInUseIsLateAndTimeIsCheap() {
    Hunt older = hunt("T", null);
    clock.pass(Duration.ofMinutes(7));
    hunt("T", null);
    assertEquals(1, sent.size());

    clock.pass(Duration.ofSeconds(31));
    assertSame(older.stored(), hunt("T", null).stored());

    assertEquals(2, sent.size());
    assertEquals(Priority.BACKGROUND, sent.get(1).terms().priority());
    assertEquals(Duration.ZERO, sent.get(1).terms().maxWait());
    Hunt newer = hunt("T", null);
    assertNotEquals(older.stored().id(), newer.stored().id());
    assertEquals(Origin.KEPT, newer.served().origin());
    assertEquals(2, sent.size());
  }

  @Test
  void buysNothingAhead_whenLittleIsLeft() {
    hunt("T", null);
    clock.pass(Duration.ofMinutes(9));
    hunt("U", null);
    hunt("V", null);

    hunt("T", null);

    assertEquals(3, sent.size());
  }

  @Test
  void keepsTheResult_whenBuyingItAheadFails() {
    Hunt older = hunt("T", null);
    clock.pass(Duration.ofMinutes(9));
    failure = new Failure.UpstreamUnavailable("down", null, true);

    assertSame(older.stored(), hunt("T", null).stored());
    assertSame(older.stored(), hunt("T", null).stored());

    assertEquals(2, sent.size());
  }

  @Test
  void keepsFreshLonger_whatLooksBackFurther() {
    assertEquals(Duration.ofMinutes(1), freshness("T | where Timestamp > ago(5m)", null));
    assertEquals(Duration.ofSeconds(1728), freshness("T | where Timestamp > ago(1d)", null));
    assertEquals(Duration.ofHours(1), freshness("T", null));
    assertEquals(Duration.ofSeconds(864), freshness("T", "PT12H"));
    assertEquals(Duration.ofSeconds(864), freshness("T | where Timestamp > ago(7d)", "PT12H"));
    assertEquals(
        Duration.ofSeconds(1728), freshness("T", "2026-02-28T10:00:00Z/2026-02-28T12:00:00Z"));
    assertEquals(Duration.ofSeconds(1728), freshness("T", "2026-02-28T10:00:00Z/PT1H"));
    assertEquals(Duration.ofSeconds(1728), freshness("T", "P1D/2026-03-01T10:00:00Z"));
    assertEquals(Duration.ofMinutes(1), freshness("T", "2026-03-02"));
  }

  @Test
  void readsAResultAgain_andSaysWhenItIsStale() {
    Hunt first = hunt("T", null);
    String id = first.stored().id();
    assertFalse(await(hunts.reread(Caller.ANONYMOUS, id, "id")).stale());
    clock.pass(FRESH);
    assertTrue(await(hunts.reread(Caller.ANONYMOUS, id, "id")).stale());
    FailureException gone =
        assertThrows(
            FailureException.class,
            () -> await(hunts.reread(Caller.anonymous(Tenant.named("other")), id, "id")));
    assertInstanceOf(Failure.ResultGone.class, gone.failure());
    assertEquals("id", gone.failure().argument());
  }

  @Test
  void runsAnew_whenWhatWasKeptIsPurged() {
    hunt("T", null);
    assertEquals(1, hunts.purge(HuntRequest.of("T//", null, TERMS)).await().indefinitely());
    assertEquals(Origin.BOUGHT, hunt("T", null).served().origin());
  }

  private Hunts hunts(CacheConfig config) {
    CacheEvents events =
        new CacheEvents() {
          @Override
          public void answered(Tenant tenant, Origin origin, Duration spared) {
            answers.merge(origin, 1, Integer::sum);
            saved = saved.plus(spared);
          }

          @Override
          public void evicted(long bytes) {}
        };
    InMemoryLedger ledger =
        new InMemoryLedger(
            tenant ->
                List.of(
                    new Pool(
                        Set.of(Operation.HUNTING), List.of(Window.calls(5, Duration.ofHours(1))))),
            new BudgetRules(Duration.ZERO, 1, 100, Shares.DEFAULT),
            clock,
            new VirtualTime(START));
    RunningTimes times = new RunningTimes(Duration.ofSeconds(10));
    HuntingSource upstream =
        (tenant, query) -> {
          sent.add(query);
          return failure == null
              ? Uni.createFrom().item(new HuntAnswer(rows(), RAN))
              : Uni.createFrom().failure(new FailureException(failure));
        };
    ResultCache cache =
        new ResultCache(config, events, () -> Duration.between(START, clock.instant()).toNanos());
    return new Hunts(
        new BudgetedHuntingSource(upstream, ledger, times, clock),
        cache,
        config,
        events,
        ledger,
        times,
        new Spending(),
        Audit.NONE,
        Sharing.NONE,
        clock);
  }

  private Duration freshness(String kql, @Nullable String timespan) {
    Hunts bounded =
        hunts(new CachingForTests.Proportional(0.02, Duration.ofMinutes(1), Duration.ofHours(1)));
    Hunt hunt = await(bounded.run(HuntRequest.of(kql, timespan, TERMS)));
    return Duration.between(hunt.stored().storedAt(), hunt.stored().freshUntil());
  }

  private Hunt hunt(String kql, @Nullable Duration maxAge) {
    return await(hunts.run(new HuntRequest(kql, null, maxAge, TERMS, true)));
  }

  private static HuntRequest free(String kql) {
    return new HuntRequest(kql, null, null, TERMS, false);
  }

  private Failure refusal(HuntRequest request) {
    return assertThrows(FailureException.class, () -> await(hunts.run(request))).failure();
  }

  private static Result rows() {
    return new ResultBuilder(List.of(new Column("n", ColumnType.LONG))).build();
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(5));
  }
}
