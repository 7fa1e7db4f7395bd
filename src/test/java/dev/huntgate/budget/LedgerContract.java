package dev.huntgate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission.Deferred;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Admission.Place;
import dev.huntgate.budget.Admission.Reason;
import dev.huntgate.budget.Admission.Refused;
import dev.huntgate.budget.Standing.State;
import dev.huntgate.budget.Standing.WindowStanding;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every ledger does, alone or shared. */
public abstract class LedgerContract {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration GUARD = Duration.ofSeconds(1);
  private static final Tenant OTHER = new Tenant("other");
  private static final Caller ALICE = CallersForTests.named("alice");
  private static final Caller BOB = CallersForTests.named("bob");

  protected final VirtualTime time = new VirtualTime(START);
  private Ledger ledger;

  /** A ledger without a past. */
  protected abstract Ledger ledger(Function<Tenant, List<Pool>> budgets, BudgetRules rules);

  @BeforeEach
  void begin() {
    ledger = ledger(BudgetPreset.TERMS);
  }

  @Test
  void refuses_whenTheMinuteIsSpent_untilTheGuardHasPassed() {
    spend(Operation.HUNTING, 15);

    Refused refused = assertInstanceOf(Refused.class, ask(Operation.HUNTING));

    assertEquals(START.plusSeconds(61), refused.retryAt());
    assertEquals(Reason.SPENT, refused.reason());
    time.passTo(START.plusMillis(60_999));
    assertInstanceOf(Refused.class, ask(Operation.HUNTING));
    time.passTo(START.plusSeconds(61));
    spend(Operation.HUNTING, 15);
  }

  @Test
  void sharesOneWindow_overEveryIncidentOperation() {
    spend(Operation.INCIDENT_LIST, 30);
    spend(Operation.INCIDENT_GET, 15);
    spend(Operation.INCIDENT_UPDATE, 5);

    assertInstanceOf(Refused.class, ask(Operation.INCIDENT_LIST));
    spend(Operation.HUNTING, 15);
  }

  @Test
  void refuses_whenTheHourIsSpent() {
    for (int i = 0; i < 30; i++) {
      spend(Operation.INCIDENT_LIST, 50);
      time.pass(Duration.ofSeconds(61));
    }

    Refused refused = assertInstanceOf(Refused.class, ask(Operation.INCIDENT_LIST));

    assertEquals(START.plusSeconds(3601), refused.retryAt());
  }

  @Test
  void countsNothing_whenItRefuses() {
    spend(Operation.HUNTING, 15);
    for (int i = 0; i < 100; i++) {
      ask(Operation.HUNTING);
    }
    time.passTo(START.plusSeconds(61));

    spend(Operation.HUNTING, 15);
  }

  @Test
  void keepsTenantsApart() {
    spend(Operation.HUNTING, 15);

    assertInstanceOf(Granted.class, admit(OTHER, Ask.now(Operation.HUNTING, Caller.ANONYMOUS)));
  }

  @ParameterizedTest
  @CsvSource({"TERMS, 15", "CURRENT, 45"})
  void keepsToThePreset(BudgetPreset preset, int calls) {
    ledger = ledger(preset);

    spend(Operation.HUNTING, calls);

    assertInstanceOf(Refused.class, ask(Operation.HUNTING));
  }

  @Test
  void neverRefusesButStillPauses_whenUnlimited() {
    ledger = ledger(BudgetPreset.UNLIMITED);
    Granted last = null;
    for (int i = 0; i < 20 * rounds(); i++) {
      last = assertInstanceOf(Granted.class, ask(Operation.HUNTING));
    }
    last.reservation().throttled(START.plusSeconds(30));

    Refused refused = assertInstanceOf(Refused.class, ask(Operation.HUNTING));

    assertEquals(Reason.PAUSED, refused.reason());
    assertEquals(START.plusSeconds(30), refused.retryAt());
  }

  @Test
  void grantsExactlyTheLimit_whenManyAskAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      Callable<Admission> ask = () -> ask(Operation.INCIDENT_LIST);
      List<Future<Admission>> answers =
          threads.invokeAll(Stream.generate(() -> ask).limit(500).toList());
      int granted = 0;
      for (Future<Admission> answer : answers) {
        granted += answer.get() instanceof Granted ? 1 : 0;
      }
      assertEquals(50, granted);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void losesNoUpdate_whenManyReserveAndSettleAtOnce() throws Exception {
    int threads = threads();
    int rounds = rounds();
    ledger = ledger(Window.runningTime(HOUR, HOUR), Window.calls(1_000_000, HOUR));
    CyclicBarrier together = new CyclicBarrier(threads);
    AtomicLong settled = new AtomicLong();
    AtomicLong calls = new AtomicLong();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> work =
          IntStream.range(0, threads)
              .<Callable<Void>>mapToObj(
                  number ->
                      () -> {
                        together.await();
                        for (int i = 0; i < rounds; i++) {
                          Ask ask = hunt(CallersForTests.named("c" + number), 10, Duration.ZERO);
                          if (admit(Tenant.DEFAULT, ask) instanceof Granted granted) {
                            if (i % 3 == 0) {
                              granted.reservation().withdraw();
                            } else {
                              granted.reservation().settle(Duration.ofMillis(i));
                              granted.reservation().settle(Duration.ofMillis(i));
                              settled.addAndGet(i);
                              calls.incrementAndGet();
                            }
                          }
                        }
                        return null;
                      })
              .toList();
      for (Future<Void> done : pool.invokeAll(work)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
    List<WindowStanding> windows = standing().windows();
    assertTrue(calls.get() > 0);
    assertEquals(settled.get(), windows.get(0).used());
    assertEquals(0, windows.get(0).reserved());
    assertEquals(calls.get(), windows.get(1).used());
  }

  @Test
  void freesItsPlaceAndMovesOthersUp_whenAWaitingCallerLeaves() {
    ledger = ledger(Window.runningTime(Duration.ofSeconds(10), HOUR));
    Granted running = granted(hunt(ALICE, 4_000, Duration.ZERO));
    Waiting large = waiting(hunt(BOB, 7_000, HOUR.multipliedBy(2)));
    Waiting small = waiting(hunt(ALICE, 3_000, HOUR.multipliedBy(2)));
    assertEquals(2, standing().queueLength());
    assertEquals(1, small.place().ahead());

    large.outcome().cancel();

    assertInstanceOf(Granted.class, small.outcome().getItem());
    assertEquals(0, standing().queueLength());
    assertEquals(7_000, standing().windows().get(0).reserved());
    running.reservation().withdraw();
    assertEquals(3_000, standing().windows().get(0).reserved());
  }

  @Test
  void tellsThoseWhoWait_whenANewcomerFindsThatTimeHasPassed() {
    ledger = ledger(Window.calls(1, Duration.ofMinutes(1)));
    granted(hunt(ALICE, 0, Duration.ZERO));
    Waiting waiting = waiting(hunt(BOB, 0, HOUR));
    // The alarm is late; a newcomer is earlier.
    time.set(START.plusSeconds(70));

    assertInstanceOf(Refused.class, ask(Operation.HUNTING));

    assertInstanceOf(Granted.class, waiting.outcome().getItem());
  }

  @Test
  void refusesAsCrowded_whenTooManyWait() {
    ledger = ledger(1, 2, Window.calls(1, Duration.ofMinutes(1)));
    spend(Operation.HUNTING, 1);
    waiting(hunt(ALICE, 0, HOUR));
    Waiting second = waiting(hunt(BOB, 0, HOUR));

    Refused refused = assertInstanceOf(Refused.class, admit(Tenant.DEFAULT, hunt(ALICE, 0, HOUR)));

    assertEquals(Reason.CROWDED, refused.reason());
    assertTrue(refused.retryAt().isAfter(START));
    second.outcome().cancel();
    waiting(hunt(ALICE, 0, HOUR));
  }

  @ParameterizedTest
  @CsvSource({"0", "10", "59", "60"})
  void refusesAtOnce_whenTheWaitWouldBeLongerThanTheCallerWaits(int seconds) {
    spend(Operation.HUNTING, 15);

    Refused refused =
        assertInstanceOf(
            Refused.class, admit(Tenant.DEFAULT, hunt(ALICE, 0, Duration.ofSeconds(seconds))));

    assertEquals(0, standing().queueLength());
    time.passTo(refused.retryAt());
    granted(hunt(ALICE, 0, Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource({"1", "5000", "30000", "60000"})
  void saysWhenToComeBack_whenRunningTimeIsSpent(int estimate) {
    ledger = ledger(Window.runningTime(Duration.ofMinutes(1), HOUR));
    for (int i = 0; i < 6; i++) {
      granted(hunt(ALICE, 10_000, Duration.ZERO)).reservation().settle(Duration.ofSeconds(10));
      time.pass(Duration.ofMinutes(1));
    }

    Refused refused =
        assertInstanceOf(Refused.class, admit(Tenant.DEFAULT, hunt(BOB, estimate, Duration.ZERO)));

    time.passTo(refused.retryAt().minusMillis(1));
    assertInstanceOf(Refused.class, admit(Tenant.DEFAULT, hunt(BOB, estimate, Duration.ZERO)));
    time.passTo(refused.retryAt());
    granted(hunt(BOB, estimate, Duration.ZERO));
  }

  @Test
  void refusesAtTheDeadline_whenTheBudgetDoesNotComeFree() {
    ledger = ledger(Window.calls(1, Duration.ofMinutes(1)));
    granted(hunt(ALICE, 0, Duration.ZERO));
    Waiting first = waiting(hunt(ALICE, 0, Duration.ofSeconds(100)));
    Waiting second = waiting(hunt(ALICE, 0, Duration.ofSeconds(130)));
    time.passTo(START.plusSeconds(61));
    assertInstanceOf(Granted.class, first.outcome().getItem());

    granted(first).reservation().throttled(START.plusSeconds(500));

    time.passTo(START.plusMillis(129_999));
    second.outcome().assertNotTerminated();
    time.passTo(START.plusSeconds(130));
    Refused refused = assertInstanceOf(Refused.class, second.outcome().getItem());
    assertEquals(Reason.PAUSED, refused.reason());
    assertEquals(START.plusSeconds(500), refused.retryAt());
  }

  @Test
  void letsBackgroundHuntsUseOnlyTheirShare() {
    ledger = ledger(Window.runningTime(Duration.ofSeconds(100), HOUR));
    for (int i = 0; i < 7; i++) {
      granted(background(ALICE, 10_000, Duration.ZERO)).reservation().settle(seconds(10));
    }

    assertInstanceOf(Refused.class, admit(Tenant.DEFAULT, background(ALICE, 1, Duration.ZERO)));
    for (int i = 0; i < 3; i++) {
      granted(hunt(ALICE, 10_000, Duration.ZERO)).reservation().settle(seconds(10));
    }
    assertInstanceOf(Refused.class, admit(Tenant.DEFAULT, hunt(ALICE, 1, Duration.ZERO)));
  }

  @Test
  void servesBackgroundFirst_whileItIsOwed_thenInteractive() {
    ledger = ledger(Window.runningTime(Duration.ofSeconds(100), HOUR));
    granted(hunt(ALICE, 100_000, Duration.ZERO)).reservation().settle(seconds(100));
    Duration patience = HOUR.multipliedBy(3);
    Waiting interactive1 = waiting(hunt(ALICE, 45_000, patience));
    Waiting interactive2 = waiting(hunt(ALICE, 45_000, patience));
    Waiting interactive3 = waiting(hunt(ALICE, 45_000, patience));
    Waiting owed = waiting(background(BOB, 10_000, patience));
    Waiting notOwed = waiting(background(BOB, 10_000, patience));

    time.pass(HOUR.plusSeconds(5));

    assertInstanceOf(Granted.class, owed.outcome().getItem());
    assertInstanceOf(Granted.class, interactive1.outcome().getItem());
    assertInstanceOf(Granted.class, interactive2.outcome().getItem());
    interactive3.outcome().assertNotTerminated();
    notOwed.outcome().assertNotTerminated();
  }

  @Test
  void servesCallersInTurn_whenOneAsksForMuch() {
    spend(Operation.HUNTING, 15);
    List<Waiting> greedy = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      greedy.add(waiting(hunt(ALICE, 100, HOUR)));
    }
    List<Waiting> modest = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      modest.add(waiting(hunt(BOB, 100, Duration.ofMinutes(2))));
    }

    time.passTo(START.plusSeconds(61));

    modest.forEach(one -> assertInstanceOf(Granted.class, one.outcome().getItem()));
    assertEquals(12, greedy.stream().filter(Waiting::isGranted).count());
    IntStream.range(0, 12).forEach(i -> assertTrue(greedy.get(i).isGranted()));
  }

  @Test
  void admitsAnEstimateAboveTheWindow_whenTheWindowIsEmpty() {
    ledger = ledger(Window.runningTime(Duration.ofSeconds(10), HOUR));
    Granted small = granted(hunt(ALICE, 1_000, Duration.ZERO));
    assertInstanceOf(Refused.class, admit(Tenant.DEFAULT, hunt(BOB, 60_000, Duration.ZERO)));
    small.reservation().withdraw();

    granted(hunt(BOB, 60_000, Duration.ZERO));

    assertInstanceOf(Refused.class, admit(Tenant.DEFAULT, hunt(ALICE, 1, Duration.ZERO)));
  }

  @Test
  void letsAReservationGrow_withTheTimeThatTheHuntTakes() {
    ledger = ledger(Window.runningTime(Duration.ofSeconds(10), HOUR));
    Granted granted = granted(hunt(ALICE, 2_000, Duration.ZERO));
    time.pass(seconds(1));
    assertEquals(2_000, standing().windows().get(0).reserved());
    time.pass(seconds(6));
    assertEquals(7_000, standing().windows().get(0).reserved());
    assertEquals(0, standing().windows().get(0).used());
    assertInstanceOf(Refused.class, admit(Tenant.DEFAULT, hunt(BOB, 3_001, Duration.ZERO)));

    granted.reservation().settle(seconds(4));

    assertEquals(0, standing().windows().get(0).reserved());
    assertEquals(4_000, standing().windows().get(0).used());
    granted(hunt(BOB, 6_000, Duration.ZERO));
  }

  @Test
  void countsACall_fromWhenUpstreamHadItAtTheLatest() {
    ledger = ledger(Window.calls(3, Duration.ofMinutes(1)));
    Granted brief = granted(hunt(ALICE, 0, Duration.ZERO));
    Granted refused = granted(hunt(ALICE, 0, Duration.ZERO));
    Granted lengthy = granted(hunt(ALICE, 0, Duration.ZERO));
    time.pass(seconds(3));
    brief.reservation().settle(seconds(1));
    time.pass(seconds(2));
    refused.reservation().throttled(time.instant());
    time.pass(seconds(40));
    lengthy.reservation().fail();

    time.passTo(START.plusMillis(63_999));
    assertEquals(START.plusSeconds(64), standing().windows().get(0).nextAt());
    time.passTo(START.plusSeconds(64));
    granted(hunt(BOB, 0, Duration.ZERO)).reservation().settle(Duration.ZERO);

    assertEquals(START.plusSeconds(66), standing().windows().get(0).nextAt());
    time.passTo(START.plusSeconds(66));
    granted(hunt(BOB, 0, Duration.ZERO));
    assertEquals(START.plusSeconds(91), standing().windows().get(0).nextAt());
  }

  @Test
  void hasTheDebtRepaid_beforeTheNextIsAdmitted() {
    ledger = ledger(Window.runningTime(Duration.ofSeconds(10), HOUR));
    granted(hunt(ALICE, 1_000, Duration.ZERO)).reservation().settle(seconds(5));
    time.pass(Duration.ofMinutes(10));
    granted(hunt(ALICE, 1_000, Duration.ZERO)).reservation().settle(seconds(12));
    time.passTo(START.plus(HOUR).plusSeconds(10));

    assertEquals(12_000, standing().windows().get(0).used());
    assertEquals(0, standing().windows().get(0).remaining());
    Refused refused =
        assertInstanceOf(Refused.class, admit(Tenant.DEFAULT, hunt(BOB, 1, Duration.ZERO)));

    assertTrue(!refused.retryAt().isBefore(START.plus(HOUR).plusSeconds(601)));
    time.passTo(refused.retryAt());
    granted(hunt(BOB, 10_000, Duration.ZERO));
  }

  @Test
  void spendsOnlyTheOpening_untilTheWindowHasPassed() {
    ledger = ledger(0.5, 100, Window.calls(10, Duration.ofMinutes(1)));
    assertEquals(State.WARMING, standing().state());
    assertEquals(5, standing().windows().get(0).reserved());
    spend(Operation.HUNTING, 5);
    assertInstanceOf(Refused.class, ask(Operation.HUNTING));
    assertEquals(5, standing().windows().get(0).used());

    time.passTo(START.plusSeconds(61));

    spend(Operation.HUNTING, 10);
    assertEquals(State.OPEN, standing().state());
    assertEquals(10, standing().windows().get(0).used());
    assertEquals(0, standing().windows().get(0).reserved());
  }

  @Test
  void setsNoAlarmAgainAndAgain_whileInteractiveBlocksBackground() {
    ledger = ledger(Window.runningTime(Duration.ofSeconds(100), HOUR));
    granted(hunt(ALICE, 50_000, Duration.ZERO)).reservation().settle(seconds(50));
    granted(background(ALICE, 10_000, Duration.ZERO)).reservation().settle(seconds(10));
    waiting(hunt(ALICE, 60_000, HOUR.multipliedBy(2)));
    waiting(background(BOB, 1_000, HOUR.multipliedBy(2)));
    long before = time.alarmsSet();

    time.pass(seconds(60));

    assertTrue(time.alarmsSet() - before < 10, () -> "alarms: " + time.alarmsSet());
  }

  @Test
  void learnsThePauseAtOnce_whoeverWaitsOrAsks() {
    Granted first = granted(hunt(ALICE, 0, Duration.ZERO));
    first.reservation().throttled(START.plusSeconds(20));

    assertEquals(State.PAUSED, standing().state());
    assertEquals(START.plusSeconds(20), standing().pausedUntil());
    Refused refused = assertInstanceOf(Refused.class, ask(Operation.HUNTING));
    assertEquals(Reason.PAUSED, refused.reason());
    assertEquals(START.plusSeconds(20), refused.retryAt());
    assertEquals(
        START.plusSeconds(20), waiting(hunt(BOB, 0, Duration.ofMinutes(1))).place().until());
    spend(Operation.INCIDENT_GET, 1);
  }

  @Test
  void sendsOneProbe_andLetsAllGoOn_whenItIsAccepted() {
    List<Waiting> all = pausedWithTenWaiting(20);
    time.passTo(START.plusMillis(19_999));
    assertEquals(0, grantedOf(all));

    time.passTo(START.plusSeconds(20));

    assertEquals(1, grantedOf(all));
    assertEquals(State.PROBING, standing().state());
    assertNull(standing().pausedUntil());
    time.pass(seconds(5));
    assertEquals(1, grantedOf(all));
    assertInstanceOf(Refused.class, ask(Operation.HUNTING));
    granted(all.get(0)).reservation().settle(Duration.ofMillis(10));
    assertEquals(10, grantedOf(all));
    assertEquals(State.OPEN, standing().state());
  }

  @Test
  void pausesAnew_whenTheProbeMeets429() {
    List<Waiting> all = pausedWithTenWaiting(20);
    time.passTo(START.plusSeconds(20));

    granted(all.get(0)).reservation().throttled(START.plusSeconds(50));

    time.passTo(START.plusMillis(49_999));
    assertEquals(1, grantedOf(all));
    time.passTo(START.plusSeconds(50));
    assertEquals(2, grantedOf(all));
  }

  @Test
  void sendsTheNextProbe_whenTheFirstIsNeverSent() {
    List<Waiting> all = pausedWithTenWaiting(20);
    time.passTo(START.plusSeconds(20));

    granted(all.get(0)).reservation().withdraw();

    assertEquals(2, grantedOf(all));
    granted(all.get(1)).reservation().settle(Duration.ofMillis(10));
    assertEquals(10, grantedOf(all));
  }

  @Test
  void sendsTheNextProbe_whenTheFirstFailsOtherwise() {
    List<Waiting> all = pausedWithTenWaiting(20);
    time.passTo(START.plusSeconds(20));

    granted(all.get(0)).reservation().fail();

    assertEquals(2, grantedOf(all));
    granted(all.get(1)).reservation().settle(Duration.ofMillis(10));
    assertEquals(10, grantedOf(all));
  }

  @Test
  void extendsThePause_whenACallInFlightMeets429Too() {
    Granted late = granted(hunt(ALICE, 0, Duration.ZERO));
    List<Waiting> all = pausedWithTenWaiting(20);

    late.reservation().throttled(START.plusSeconds(40));

    time.passTo(START.plusMillis(39_999));
    assertEquals(0, grantedOf(all));
    time.passTo(START.plusSeconds(40));
    assertEquals(1, grantedOf(all));
  }

  @Test
  void keepsTheLongerPause_whenTheProbeIsAcceptedAfterALate429() {
    Granted late = granted(hunt(ALICE, 0, Duration.ZERO));
    List<Waiting> all = pausedWithTenWaiting(20);
    time.passTo(START.plusSeconds(20));
    late.reservation().throttled(START.plusSeconds(40));

    granted(all.get(0)).reservation().settle(Duration.ofMillis(10));

    assertEquals(State.PAUSED, standing().state());
    time.passTo(START.plusMillis(39_999));
    assertEquals(1, grantedOf(all));
    time.passTo(START.plusSeconds(40));
    assertEquals(2, grantedOf(all));
  }

  /** How many ask at once, where many do. */
  protected int threads() {
    return 64;
  }

  /** How often each does. */
  protected int rounds() {
    return 500;
  }

  private List<Waiting> pausedWithTenWaiting(int seconds) {
    granted(hunt(ALICE, 0, Duration.ZERO))
        .reservation()
        .throttled(time.instant().plusSeconds(seconds));
    List<Waiting> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(waiting(hunt(ALICE, 0, Duration.ofMinutes(5))));
    }
    return all;
  }

  private static long grantedOf(List<Waiting> all) {
    return all.stream().filter(Waiting::isGranted).count();
  }

  private record Waiting(Deferred deferred, UniAssertSubscriber<Admission> outcome) {

    Place place() {
      return deferred.place().get().await().indefinitely();
    }

    boolean isGranted() {
      return outcome.getItem() instanceof Granted;
    }
  }

  private Waiting waiting(Ask ask) {
    Deferred deferred = assertInstanceOf(Deferred.class, admit(Tenant.DEFAULT, ask));
    return new Waiting(
        deferred, deferred.outcome().subscribe().withSubscriber(UniAssertSubscriber.create()));
  }

  private Granted granted(Ask ask) {
    return assertInstanceOf(Granted.class, admit(Tenant.DEFAULT, ask));
  }

  private static Granted granted(Waiting waiting) {
    return assertInstanceOf(Granted.class, waiting.outcome().getItem());
  }

  private Standing standing() {
    return ledger.standing(Tenant.DEFAULT).await().indefinitely().stream()
        .filter(standing -> standing.operation() == Operation.HUNTING)
        .findFirst()
        .orElseThrow();
  }

  private Admission ask(Operation operation) {
    return admit(Tenant.DEFAULT, Ask.now(operation, Caller.ANONYMOUS));
  }

  private void spend(Operation operation, int calls) {
    for (int i = 0; i < calls; i++) {
      Granted granted = assertInstanceOf(Granted.class, ask(operation));
      granted.reservation().settle(Duration.ZERO);
    }
  }

  private static Ask hunt(Caller caller, long estimateMillis, Duration maxWait) {
    return new Ask(
        Operation.HUNTING,
        caller,
        Priority.INTERACTIVE,
        Duration.ofMillis(estimateMillis),
        maxWait);
  }

  private static Ask background(Caller caller, long estimateMillis, Duration maxWait) {
    return new Ask(
        Operation.HUNTING, caller, Priority.BACKGROUND, Duration.ofMillis(estimateMillis), maxWait);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private Admission admit(Tenant tenant, Ask ask) {
    return ledger.admit(tenant, ask).await().atMost(Duration.ofSeconds(10));
  }

  private Ledger ledger(BudgetPreset preset) {
    return ledger(tenant -> preset.pools(), new BudgetRules(GUARD, 1, 1_000, Shares.DEFAULT));
  }

  private Ledger ledger(Window... hunting) {
    return ledger(1, 1_000, hunting);
  }

  protected final Ledger ledger(double opening, int longestQueue, Window... hunting) {
    return ledger(
        tenant -> BudgetPreset.pools(List.of(), List.of(hunting)),
        new BudgetRules(GUARD, opening, longestQueue, Shares.DEFAULT));
  }
}
