package dev.huntgate.wiring;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Admission.Deferred;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Admission.Refused;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.PoolName;
import dev.huntgate.budget.Reservation;
import dev.huntgate.budget.Standing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** A ledger whose answers, and the calls that they are for, are counted in metrics. */
final class MeteredLedger implements Ledger {

  private static final double NANOS = 1e9;

  private final Ledger next;
  private final MeterRegistry meters;
  private final Clock clock;

  MeteredLedger(Ledger next, MeterRegistry meters, Clock clock) {
    this.next = next;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public Uni<Admission> admit(Tenant tenant, Ask ask) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Instant asked = clock.instant();
              return next.admit(tenant, ask).map(answer -> met(tenant, ask, asked, answer));
            });
  }

  @Override
  public Uni<Instant> expected(Tenant tenant, Ask ask) {
    return next.expected(tenant, ask);
  }

  @Override
  public Uni<List<Standing>> standing(Tenant tenant) {
    return next.standing(tenant);
  }

  private Admission met(Tenant tenant, Ask ask, Instant asked, Admission answer) {
    Tags tags = tags(tenant, ask.operation());
    if (answer instanceof Deferred deferred) {
      count(tags, "deferred");
      return new Deferred(
          deferred.place(), deferred.outcome().map(outcome -> met(tenant, ask, asked, outcome)));
    }
    if (answer instanceof Refused refused) {
      count(tags, "refused_" + refused.reason().name().toLowerCase(Locale.ROOT));
      return refused;
    }
    Granted granted = (Granted) answer;
    Instant now = clock.instant();
    count(tags, "granted");
    Timer.builder("huntgate.budget.wait")
        .description("How long calls that were admitted had waited for the budget")
        .tags(tags)
        .register(meters)
        .record(positive(Duration.between(asked, now)));
    return new Granted(new MeteredReservation(granted.reservation(), tags, ask.operation(), now));
  }

  private void count(Tags tags, String outcome) {
    Counter.builder("huntgate.budget.admissions")
        .description("The budget's answers to the wish to call upstream")
        .tags(tags.and("outcome", outcome))
        .register(meters)
        .increment();
  }

  private static Tags tags(Tenant tenant, Operation operation) {
    return Tags.of("tenant", tenant.name(), "operation", PoolName.of(operation).text());
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  /** Counts what becomes of a call; like any reservation, ended once. */
  private final class MeteredReservation implements Reservation {

    private final Reservation reservation;
    private final Tags tags;
    private final boolean hunting;
    private final Instant granted;
    private final AtomicBoolean ended = new AtomicBoolean();

    MeteredReservation(Reservation reservation, Tags tags, Operation operation, Instant granted) {
      this.reservation = reservation;
      this.tags = tags;
      this.hunting = operation == Operation.HUNTING;
      this.granted = granted;
    }

    @Override
    public void settle(Duration used) {
      reservation.settle(used);
      ran(used);
    }

    @Override
    public void withdraw() {
      reservation.withdraw();
      ended.set(true);
    }

    @Override
    public void settleByClock() {
      reservation.settleByClock();
      ran(positive(Duration.between(granted, clock.instant())));
    }

    @Override
    public void fail() {
      reservation.fail();
      ran(positive(Duration.between(granted, clock.instant())));
    }

    @Override
    public void throttled(Instant until) {
      reservation.throttled(until);
      if (ended.compareAndSet(false, true)) {
        Counter.builder("huntgate.upstream.throttled")
            .description("Calls that upstream answered with 429")
            .tags(tags)
            .register(meters)
            .increment();
      }
    }

    private void ran(Duration used) {
      if (ended.compareAndSet(false, true) && hunting) {
        Counter.builder("huntgate.hunting.running.time")
            .description("The running time that hunts used, by upstream's word or our clock's")
            .baseUnit("seconds")
            .tags(tags)
            .register(meters)
            .increment(used.toNanos() / NANOS);
      }
    }
  }
}
