package dev.huntgate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Standing.WindowStanding;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.KqlRejected;
import dev.huntgate.failure.Failure.Overloaded;
import dev.huntgate.failure.Failure.QuotaExhausted;
import dev.huntgate.failure.Failure.UpstreamThrottled;
import dev.huntgate.failure.Failure.UpstreamUnavailable;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AdmissionsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final VirtualTime time = new VirtualTime(START);
  private final InMemoryLedger ledger =
      new InMemoryLedger(
          tenant ->
              BudgetPreset.pools(
                  List.of(),
                  List.of(
                      Window.runningTime(Duration.ofSeconds(10), HOUR), Window.calls(100, HOUR))),
          new BudgetRules(Duration.ZERO, 1, 100, Shares.DEFAULT),
          time,
          time);
  private final AtomicInteger sent = new AtomicInteger();

  @Test
  void booksWhatTheCallUsed_whenItSucceeds() {
    assertEquals("answer", run(Uni.createFrom().item("answer")).await().indefinitely());

    assertBooked(5_000, 1);
  }

  @Test
  void booksTheTimeSinceTheGrant_whenTheCallFails() {
    UniAssertSubscriber<String> caller =
        subscribe(
            run(
                Uni.createFrom()
                    .emitter(
                        emitter ->
                            time.after(
                                Duration.ofSeconds(3),
                                () -> emitter.fail(failure(new KqlRejected("No.", null)))))));

    time.pass(Duration.ofSeconds(4));

    caller.assertFailed();
    assertBooked(3_000, 1);
  }

  @Test
  void booksNothing_whenTheCallWasNeverSent() {
    subscribe(run(Uni.createFrom().failure(failure(new Overloaded("Busy."))))).assertFailed();
    subscribe(run(Uni.createFrom().failure(failure(new UpstreamUnavailable("No.", null, false)))))
        .assertFailed();

    assertBooked(0, 0);
  }

  @Test
  void booksTheCallOnly_whenUpstreamAnswers429() {
    subscribe(
            run(
                Uni.createFrom()
                    .failure(failure(new UpstreamThrottled("Later.", START.plusSeconds(9), null)))))
        .assertFailed();

    assertBooked(0, 1);
    UniAssertSubscriber<String> refused = subscribe(run(Uni.createFrom().item("answer")));
    Failure failure = ((FailureException) refused.assertFailed().getFailure()).failure();
    assertInstanceOf(UpstreamThrottled.class, failure);
    assertEquals(START.plusSeconds(9), failure.retryAt());
    assertEquals(1, sent.get());
  }

  @Test
  void booksTheTimeSinceTheGrant_whenTheCallerLeavesARunningCall() {
    UniAssertSubscriber<String> caller = subscribe(run(Uni.createFrom().nothing()));
    time.pass(Duration.ofSeconds(2));

    caller.cancel();

    assertBooked(2_000, 1);
  }

  @Test
  void sendsNothing_whenTheBudgetRefuses() {
    ledger.admitNow(Tenant.DEFAULT, ask(10_000, Duration.ZERO));

    UniAssertSubscriber<String> refused = subscribe(run(Uni.createFrom().item("answer")));

    Failure failure = ((FailureException) refused.assertFailed().getFailure()).failure();
    assertInstanceOf(QuotaExhausted.class, failure);
    assertEquals(0, sent.get());
  }

  @Test
  void leaksNoReservation_whenACallerLeavesWhileItIsGranted() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 3_000; i++) {
        Granted holder =
            assertInstanceOf(
                Granted.class, ledger.admitNow(Tenant.DEFAULT, ask(10_000, Duration.ZERO)));
        Cancellable caller =
            Admissions.run(
                    ask(10_000, HOUR.multipliedBy(9)),
                    ledger.admit(Tenant.DEFAULT, ask(10_000, HOUR.multipliedBy(9))),
                    () -> Uni.createFrom().<String>nothing(),
                    (reservation, answer) -> reservation.settle(Duration.ZERO))
                .subscribe()
                .with(answer -> {});
        CyclicBarrier together = new CyclicBarrier(2);
        Future<?> granting =
            threads.submit(
                () -> {
                  together.await();
                  holder.reservation().withdraw();
                  return null;
                });
        Future<?> leaving =
            threads.submit(
                () -> {
                  together.await();
                  caller.cancel();
                  return null;
                });
        granting.get();
        leaving.get();
        assertEquals(0, windows().get(0).reserved(), "round " + i);
        time.pass(HOUR.multipliedBy(2));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Uni<String> run(Uni<String> call) {
    Ask ask = ask(5_000, Duration.ZERO);
    return Admissions.run(
        ask,
        ledger.admit(Tenant.DEFAULT, ask),
        () -> {
          sent.incrementAndGet();
          return call;
        },
        (reservation, answer) -> reservation.settle(Duration.ofSeconds(5)));
  }

  private static Ask ask(long estimateMillis, Duration maxWait) {
    return new Ask(
        Operation.HUNTING,
        Caller.ANONYMOUS,
        Priority.INTERACTIVE,
        Duration.ofMillis(estimateMillis),
        maxWait);
  }

  private static FailureException failure(Failure failure) {
    return new FailureException(failure);
  }

  private static UniAssertSubscriber<String> subscribe(Uni<String> uni) {
    return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private void assertBooked(long millis, long calls) {
    assertEquals(millis, windows().get(0).used());
    assertEquals(0, windows().get(0).reserved());
    assertEquals(calls, windows().get(1).used());
  }

  private List<WindowStanding> windows() {
    return ledger.standing(Tenant.DEFAULT).await().indefinitely().stream()
        .filter(standing -> standing.operation() == Operation.HUNTING)
        .findFirst()
        .orElseThrow()
        .windows();
  }
}
