package dev.huntgate.hunting;

import static dev.huntgate.access.Permission.EXPORT;
import static dev.huntgate.access.Permission.HUNTING_ADHOC;
import static dev.huntgate.access.Permission.HUNTING_SAVED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.SettableClock;
import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Permission;
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
import dev.huntgate.result.ResultBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may run a hunt, read its result again, have it as a file, or drop it. */
class WhoMayHuntTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final CacheConfig CACHING =
      CachingForTests.keeping(1_000_000, Duration.ofMinutes(10));

  private final AtomicInteger sent = new AtomicInteger();
  private final Hunts hunts = hunts();
  private String kept = "";

  @BeforeEach
  void hunt() {
    kept = await(hunts.run(by(CallersForTests.with(HUNTING_ADHOC)))).stored().id();
  }

  @ParameterizedTest
  @EnumSource(value = Permission.class, names = "HUNTING_ADHOC", mode = EnumSource.Mode.EXCLUDE)
  void refusesToHunt_whoMayDoOnlySomethingElse(Permission held) {
    HuntRequest request = by(CallersForTests.with(held));

    assertForbidden(() -> await(hunts.run(request)));
    assertForbidden(() -> await(hunts.estimate(request)));
    assertForbidden(() -> hunts.purge(request));

    assertEquals(1, sent.get());
    HuntRequest allowed = by(CallersForTests.with(HUNTING_ADHOC));
    assertEquals(Origin.KEPT, await(hunts.run(allowed)).served().origin());
  }

  @ParameterizedTest
  @EnumSource
  void letsThoseReadAResultAgain_whoMayHunt(Permission held) {
    Caller caller = CallersForTests.with(held);
    if (held == HUNTING_ADHOC || held == HUNTING_SAVED) {
      assertEquals(kept, await(hunts.reread(caller, kept, "id")).stored().id());
    } else {
      assertForbidden(() -> await(hunts.reread(caller, kept, "id")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void letsThoseHaveAResultAsAFile_whoMayExport(Permission held) {
    Caller caller = CallersForTests.with(held);
    if (held == EXPORT) {
      assertEquals(kept, await(hunts.export(caller, kept, "id")).stored().id());
    } else {
      assertForbidden(() -> await(hunts.export(caller, kept, "id")));
    }
  }

  @Test
  void hasNoResult_forWhoAsksForAnotherTenant() {
    Caller other = Caller.anonymous(new Tenant("other"));

    assertGone(() -> await(hunts.export(other, kept, "id")));
    assertGone(() -> await(hunts.reread(other, kept, "id")));
    assertEquals(0, hunts.purge(by(other)).await().indefinitely());
  }

  private Hunts hunts() {
    SettableClock clock = new SettableClock(START);
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
          sent.incrementAndGet();
          return Uni.createFrom()
              .item(
                  new HuntAnswer(
                      new ResultBuilder(List.of(new Column("n", ColumnType.LONG))).build(),
                      Duration.ofSeconds(3)));
        };
    return new Hunts(
        new BudgetedHuntingSource(upstream, ledger, times, clock),
        new ResultCache(CACHING, CacheEvents.UNWATCHED, () -> 0),
        CACHING,
        CacheEvents.UNWATCHED,
        ledger,
        times,
        new Spending(),
        Audit.NONE,
        Sharing.NONE,
        clock);
  }

  private static HuntRequest by(Caller caller) {
    return HuntRequest.of("T", null, new Terms(caller, Priority.INTERACTIVE, Duration.ZERO));
  }

  private static void assertForbidden(Executable call) {
    assertInstanceOf(Failure.Forbidden.class, failure(call));
  }

  private static void assertGone(Executable call) {
    assertInstanceOf(Failure.ResultGone.class, failure(call));
  }

  private static Failure failure(Executable call) {
    return assertThrows(FailureException.class, call).failure();
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(5));
  }
}
