package dev.huntgate.hunting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Tenant;
import dev.huntgate.audit.Audit;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.BudgetPreset;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Pool;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Reservation;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Shares;
import dev.huntgate.budget.Standing;
import dev.huntgate.budget.Standing.WindowStanding;
import dev.huntgate.budget.Terms;
import dev.huntgate.budget.VirtualTime;
import dev.huntgate.budget.Window;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.CachingForTests;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.KqlRejected;
import dev.huntgate.failure.Failure.QuotaExhausted;
import dev.huntgate.failure.Failure.UpstreamThrottled;
import dev.huntgate.failure.Failure.UpstreamUnavailable;
import dev.huntgate.failure.FailureException;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlightsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Caller CALLER = CallersForTests.named("alice");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration UNKNOWN = Duration.ofSeconds(10);
  private static final Result RESULT =
      new ResultBuilder(List.of(new Column("n", ColumnType.LONG))).build();

  private static final CacheConfig CACHING =
      CachingForTests.keeping(1_000_000, Duration.ofMinutes(5));

  private final VirtualTime time = new VirtualTime(START);
  private final InMemoryLedger ledger =
      new InMemoryLedger(
          tenant ->
              List.<Pool>of(
                  new Pool(
                      BudgetPreset.TERMS.pools().get(1).operations(),
                      List.of(
                          Window.runningTime(Duration.ofSeconds(60), HOUR),
                          Window.calls(3, HOUR)))),
          new BudgetRules(Duration.ZERO, 1, 100, Shares.DEFAULT),
          time,
          time);
  private final List<UniEmitter<? super HuntAnswer>> sent = new ArrayList<>();
  private int cancelled;
  private final HuntingSource upstream =
      (tenant, query) ->
          Uni.createFrom()
              .<HuntAnswer>emitter(sent::add)
              .onCancellation()
              .invoke(() -> cancelled++);
  private final RunningTimes times = new RunningTimes(UNKNOWN);
  private final HuntingSource budgeted = new BudgetedHuntingSource(upstream, ledger, times, time);
  // As a guard does, which stands around it in the whole chain: hands no cancellation on.
  private final HuntingSource guarded =
      (tenant, query) ->
          Uni.createFrom()
              .emitter(
                  emitter ->
                      budgeted
                          .run(tenant, query)
                          .subscribe()
                          .with(emitter::complete, emitter::fail));
  private final Hunts hunts = HuntsForTests.over(guarded, ledger, times, CACHING, Audit.NONE, time);

  @Test
  void runsOnce_whenEqualHuntsAreAskedForTogether() {
    UniAssertSubscriber<Hunt> one = hunt("T | take 1", Duration.ZERO);
    UniAssertSubscriber<Hunt> two = hunt("T|take 1 // the same", Duration.ZERO);

    answer(0, null);

    assertEquals(1, sent.size());
    assertSame(one.assertCompleted().getItem().stored(), two.assertCompleted().getItem().stored());
    assertSame(one.getItem().stored(), hunt("T | take 1", Duration.ZERO).getItem().stored());
    assertEquals(1, sent.size());
  }

  @Test
  void leavesTheQueue_whenItsLastWaiterLeaves() {
    Reservation spent = spendAll();
    UniAssertSubscriber<Hunt> one = hunt("T", HOUR.multipliedBy(2));
    UniAssertSubscriber<Hunt> two = hunt("T", HOUR.multipliedBy(2));
    assertEquals(1, standing().queueLength());

    two.cancel();
    assertEquals(1, standing().queueLength());
    one.cancel();

    assertEquals(0, standing().queueLength());
    spent.withdraw();
    assertEquals(0, sent.size());
    UniAssertSubscriber<Hunt> later = hunt("T", Duration.ZERO);
    answer(0, null);
    later.assertCompleted();
  }

  @Test
  void staysInTheQueue_whenWhoeverBeganItLeavesAndAnotherWaits() {
    Reservation spent = spendAll();
    UniAssertSubscriber<Hunt> one = hunt("T", HOUR.multipliedBy(2));
    UniAssertSubscriber<Hunt> two = hunt("T", HOUR.multipliedBy(2));

    one.cancel();
    spent.withdraw();
    answer(0, null);

    two.assertCompleted();
    assertEquals(1, sent.size());
  }

  @Test
  void runsToItsEnd_whenAllWhoWaitedLeave() {
    UniAssertSubscriber<Hunt> one = hunt("T", Duration.ZERO);
    UniAssertSubscriber<Hunt> two = hunt("T", Duration.ZERO);
    one.cancel();
    two.cancel();
    assertEquals(0, cancelled);

    UniAssertSubscriber<Hunt> three = hunt("T", Duration.ZERO);
    answer(0, Duration.ofSeconds(4));

    three.assertCompleted();
    assertEquals(1, sent.size());
    assertEquals(4_000, windows().get(0).used());
  }

  @Test
  void refusesAJoinerInItsOwnTime_whenItWouldWaitLessLong() {
    Reservation spent = spendAll();
    UniAssertSubscriber<Hunt> patient = hunt("T", HOUR.multipliedBy(2));
    UniAssertSubscriber<Hunt> hasty = hunt("T", Duration.ofMillis(20));

    assertInstanceOf(QuotaExhausted.class, failure(hasty.awaitFailure()));

    patient.assertNotTerminated();
    spent.withdraw();
    answer(0, null);
    patient.assertCompleted();
  }

  @Test
  void letsAJoinerWaitForTheResult_whenTheRunIsAdmittedAlready() {
    hunt("T", Duration.ZERO);
    UniAssertSubscriber<Hunt> joiner = hunt("T", Duration.ZERO);

    answer(0, null);

    joiner.awaitItem();
    assertEquals(1, sent.size());
  }

  @Test
  void triesAnewForAJoiner_whenWhoeverBeganTheRunWouldWaitLessLong() {
    Reservation spent = spendAll();
    UniAssertSubscriber<Hunt> hasty = hunt("T", HOUR.plusSeconds(5));
    UniAssertSubscriber<Hunt> patient = hunt("T", HOUR.multipliedBy(2));

    time.pass(Duration.ofMinutes(30));
    spent.settle(Duration.ofSeconds(60));
    time.passTo(START.plus(HOUR).plusSeconds(5));

    assertInstanceOf(QuotaExhausted.class, failure(hasty.assertFailed()));
    patient.assertNotTerminated();
    assertEquals(1, standing().queueLength());
    time.passTo(START.plus(Duration.ofMinutes(91)));
    answer(0, null);
    patient.assertCompleted();
    assertEquals(1, sent.size());
  }

  @Test
  void triesAnewForAJoiner_whenAPauseOutlastsWhoeverBeganTheRun() {
    Reservation late = granted(Duration.ZERO);
    granted(Duration.ZERO).throttled(START.plusSeconds(30));
    UniAssertSubscriber<Hunt> hasty = hunt("T", Duration.ofSeconds(60));
    UniAssertSubscriber<Hunt> patient = hunt("T", Duration.ofSeconds(200));
    late.throttled(START.plusSeconds(150));

    time.passTo(START.plusSeconds(60));

    assertInstanceOf(UpstreamThrottled.class, failure(hasty.assertFailed()));
    patient.assertNotTerminated();
    time.passTo(START.plusSeconds(150));
    answer(0, null);
    patient.assertCompleted();
  }

  @Test
  void loadsAgain_whenTheFirstRunFailed() {
    UniAssertSubscriber<Hunt> one = hunt("T", Duration.ZERO);
    UniAssertSubscriber<Hunt> joiner = hunt("T", Duration.ZERO);
    sent.get(0).fail(new FailureException(new KqlRejected("No.", null)));
    one.assertFailed();
    assertInstanceOf(KqlRejected.class, failure(joiner.assertFailed()));

    UniAssertSubscriber<Hunt> next = hunt("T", Duration.ZERO);
    answer(1, null);

    next.assertCompleted();
  }

  @Test
  void measuresFromTheAdmission_whenUpstreamStatesNoTime() {
    Reservation spent = spendAll();
    UniAssertSubscriber<Hunt> caller = hunt("T", HOUR.multipliedBy(2));
    time.pass(Duration.ofMinutes(10));
    spent.withdraw();
    time.pass(Duration.ofSeconds(3));

    answer(0, null);

    assertEquals(Duration.ofSeconds(3), caller.assertCompleted().getItem().stored().runningTime());
    assertEquals(3_000, windows().get(0).used());
    assertEquals(0, windows().get(0).reserved());
    assertEquals(Duration.ofSeconds(3), times.estimate(historyKey()));
  }

  @Test
  void booksWhatUpstreamStates() {
    UniAssertSubscriber<Hunt> caller = hunt("T", Duration.ZERO);
    time.pass(Duration.ofSeconds(7));

    answer(0, Duration.ofMillis(1_234));

    assertEquals(
        Duration.ofMillis(1_234), caller.assertCompleted().getItem().stored().runningTime());
    assertEquals(1_234, windows().get(0).used());
    assertEquals(Duration.ofMillis(1_234), times.estimate(historyKey()));
  }

  @Test
  void booksByOurClock_whenTheHuntFails() {
    hunt("T", Duration.ZERO);
    time.pass(Duration.ofSeconds(7));

    sent.get(0).fail(new FailureException(new UpstreamUnavailable("No.", null, true)));

    assertEquals(7_000, windows().get(0).used());
    assertEquals(0, windows().get(0).reserved());
    assertEquals(1, windows().get(1).used());
    assertEquals(UNKNOWN, times.estimate(historyKey()));
  }

  @Test
  void givesTheCallBack_whenTheHuntWasNeverSent() {
    hunt("T", Duration.ZERO);
    time.pass(Duration.ofSeconds(7));

    sent.get(0).fail(new FailureException(new UpstreamUnavailable("No.", null, false)));

    assertEquals(0, windows().get(0).used());
    assertEquals(0, windows().get(0).reserved());
    assertEquals(0, windows().get(1).used());
  }

  @Test
  void booksByOurClock_whenTheRunIsCancelled() {
    HuntQuery query =
        HuntsForTests.query("T", null, new Terms(CALLER, Priority.INTERACTIVE, Duration.ZERO));
    UniAssertSubscriber<HuntAnswer> run =
        budgeted
            .run(Tenant.DEFAULT, query)
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create());
    time.pass(Duration.ofSeconds(5));

    run.cancel();

    assertEquals(1, cancelled);
    assertEquals(5_000, windows().get(0).used());
    assertEquals(0, windows().get(0).reserved());
  }

  private UniAssertSubscriber<Hunt> hunt(String kql, Duration maxWait) {
    return hunts
        .run(HuntRequest.of(kql, null, new Terms(CALLER, Priority.INTERACTIVE, maxWait)))
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }

  private void answer(int number, @Nullable Duration stated) {
    sent.get(number).complete(new HuntAnswer(RESULT, stated));
  }

  /** Takes the whole running time; the reservation that holds it. */
  private Reservation spendAll() {
    return granted(Duration.ofSeconds(60));
  }

  private Reservation granted(Duration estimate) {
    return assertInstanceOf(Granted.class, ledger.admitNow(Tenant.DEFAULT, ask(estimate)))
        .reservation();
  }

  private static Ask ask(Duration estimate) {
    return new Ask(
        Operation.HUNTING,
        CallersForTests.named("bob"),
        Priority.INTERACTIVE,
        estimate,
        Duration.ZERO);
  }

  private static String historyKey() {
    return HuntsForTests.query("T", null).historyKey(Tenant.DEFAULT);
  }

  private static Failure failure(UniAssertSubscriber<?> failed) {
    return ((FailureException) failed.getFailure()).failure();
  }

  private Standing standing() {
    return ledger.standing(Tenant.DEFAULT).await().indefinitely().stream()
        .filter(standing -> standing.operation() == Operation.HUNTING)
        .findFirst()
        .orElseThrow();
  }

  private List<WindowStanding> windows() {
    return standing().windows();
  }
}
