package dev.huntgate.hunting;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Admission.Deferred;
import dev.huntgate.budget.Admissions;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Reservation;
import dev.huntgate.budget.RunningTimes;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets a hunt through only when the tenant's budget can pay for it, and books what it used. */
public final class BudgetedHuntingSource implements HuntingSource {

  private final HuntingSource next;
  private final Ledger ledger;
  private final RunningTimes times;
  private final Clock clock;

  public BudgetedHuntingSource(HuntingSource next, Ledger ledger, RunningTimes times, Clock clock) {
    this.next = next;
    this.ledger = ledger;
    this.times = times;
    this.clock = clock;
  }

  @Override
  public Uni<HuntAnswer> run(Tenant tenant, HuntQuery query) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Ask ask = ask(times, tenant, query);
              Instant[] sent = {Instant.EPOCH};
              Uni<HuntAnswer> run =
                  Admissions.run(
                      ask,
                      ledger.admit(tenant, ask).onItem().invoke(answer -> tell(query, answer)),
                      () -> {
                        sent[0] = clock.instant();
                        query.progress().admitted(sent[0]);
                        return next.run(tenant, query);
                      },
                      (reservation, answer) -> book(tenant, query, reservation, answer, sent[0]));
              // Here, since a guard around this would not hand a cancellation on.
              return query.progress().whileWanted(run);
            });
  }

  private static void tell(HuntQuery query, Admission answer) {
    if (answer instanceof Deferred deferred) {
      query.progress().queued(deferred.place());
    }
  }

  /** The wish to run a query, with what its history lets expect. */
  static Ask ask(RunningTimes times, Tenant tenant, HuntQuery query) {
    return new Ask(
        Operation.HUNTING,
        query.terms().caller(),
        query.terms().priority(),
        times.estimate(query.historyKey(tenant)),
        query.terms().maxWait());
  }

  private void book(
      Tenant tenant, HuntQuery query, Reservation reservation, HuntAnswer answer, Instant sent) {
    Duration stated = answer.runningTime();
    Duration used = stated == null ? Duration.between(sent, clock.instant()) : stated;
    used = used.isNegative() ? Duration.ZERO : used;
    reservation.settle(used);
    times.add(query.historyKey(tenant), used);
  }
}
