package dev.huntgate.budget;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.util.List;

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
    return Looks.at(() -> ledger.standing(tenant), () -> alarm.pause(EVERY), standings -> false)
        .skip()
        .repetitions((one, next) -> amounts(one).equals(amounts(next)) ? 0 : 1);
  }

  /* Without the times of windows, which pass with the clock while nothing is spent. */
  private static List<Standing> amounts(List<Standing> standings) {
    return standings.stream().map(Standing::withoutTimes).toList();
  }
}
