package dev.huntgate.budget;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** How a tenant's budget stands, told again whenever that has changed. */
public final class QuotaWatch {

  /* A person's eye follows no faster. */
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Ledger ledger;
  private final Alarm alarm;

  public QuotaWatch(Ledger ledger, Alarm alarm) {
    this.ledger = ledger;
    this.alarm = alarm;
  }

  /** How the budget stands at once, and then at most once a second, without an end. */
  public Multi<List<Standing>> watch(Tenant tenant) {
    return Multi.createFrom()
        .deferred(
            () -> {
              AtomicBoolean looked = new AtomicBoolean();
              return Multi.createBy()
                  .repeating()
                  .uni(() -> looked.getAndSet(true) ? later(tenant) : ledger.standing(tenant))
                  .indefinitely();
            })
        .skip()
        .repetitions((one, next) -> amounts(one).equals(amounts(next)) ? 0 : 1);
  }

  /* Without the times of windows, which pass with the clock while nothing is spent. */
  private static List<Standing> amounts(List<Standing> standings) {
    return standings.stream().map(Standing::withoutTimes).toList();
  }

  private Uni<List<Standing>> later(Tenant tenant) {
    return Uni.createFrom()
        .emitter(
            emitter -> emitter.onTermination(alarm.after(EVERY, () -> emitter.complete(tenant))))
        .flatMap(passed -> ledger.standing(tenant));
  }
}
