package dev.huntgate.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Admission.Deferred;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Admission.Place;
import dev.huntgate.budget.Admission.Reason;
import dev.huntgate.budget.Admission.Refused;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Reservation;
import dev.huntgate.budget.Standing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeteredLedgerTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Reservation RESERVATION =
      new Reservation() {
        @Override
        public void settle(Duration used) {}

        @Override
        public void withdraw() {}

        @Override
        public void settleByClock() {}

        @Override
        public void fail() {}

        @Override
        public void throttled(Instant until) {}
      };

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @ParameterizedTest
  @EnumSource(Reason.class)
  void countsEachReason_whenRefused(Reason reason) {
    ask(new Refused(reason, NOW));

    assertEquals(1, admissions("refused_" + reason.name().toLowerCase(Locale.ROOT)));
    assertEquals(0, admissions("granted"));
  }

  @Test
  void countsTheDeferralAndWhatBecameOfIt() {
    Admission granted = new Granted(RESERVATION);
    Deferred deferred =
        (Deferred)
            ask(
                new Deferred(
                    () -> Uni.createFrom().item(new Place(0, NOW)),
                    Uni.createFrom().item(granted)));
    assertEquals(1, admissions("deferred"));
    assertEquals(0, admissions("granted"));

    deferred.outcome().await().indefinitely();

    assertEquals(1, admissions("granted"));
    assertEquals(1, meters.get("huntgate.budget.wait").timer().count());
  }

  @Test
  void countsRunningTimeOnce_howeverOftenItIsSettled() {
    Granted granted = (Granted) ask(new Granted(RESERVATION));
    granted.reservation().settle(Duration.ofMillis(1_500));
    granted.reservation().settleByClock();

    assertEquals(1.5, meters.get("huntgate.hunting.running.time").counter().count());
  }

  @Test
  void countsUpstreams429s() {
    ((Granted) ask(new Granted(RESERVATION))).reservation().throttled(NOW);

    assertEquals(1, meters.get("huntgate.upstream.throttled").counter().count());
  }

  private double admissions(String outcome) {
    var counter = meters.find("huntgate.budget.admissions").tag("outcome", outcome).counter();
    return counter == null ? 0 : counter.count();
  }

  private Admission ask(Admission answer) {
    Ledger ledger =
        new Ledger() {
          @Override
          public Uni<Admission> admit(Tenant tenant, Ask ask) {
            return Uni.createFrom().item(answer);
          }

          @Override
          public Uni<Instant> expected(Tenant tenant, Ask ask) {
            return Uni.createFrom().item(NOW);
          }

          @Override
          public Uni<List<Standing>> standing(Tenant tenant) {
            return Uni.createFrom().item(List.of());
          }
        };
    return new MeteredLedger(ledger, meters, Clock.fixed(NOW, ZoneOffset.UTC))
        .admit(Tenant.DEFAULT, Ask.now(Operation.HUNTING, Caller.ANONYMOUS))
        .await()
        .indefinitely();
  }
}
