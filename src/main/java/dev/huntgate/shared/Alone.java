package dev.huntgate.shared;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Alarm;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Pool;
import dev.huntgate.budget.Standing;
import dev.huntgate.budget.Standing.State;
import dev.huntgate.budget.Unit;
import dev.huntgate.budget.Window;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A ledger of this replica's own, for while it is cut off from the store.
 *
 * <p>It has a part of each window, so small that all replicas together do not have more than one
 * window, and begins with that part of what was last known to be left.
 */
final class Alone {

  private final Tenant tenant;
  private final InMemoryLedger ledger;

  /**
   * @param known what the store last said; null when it was never reached
   * @param knownAt when that was
   * @param spentAlone how many calls within a window's length were granted by ledgers before this
   */
  Alone(
      Tenant tenant,
      SharedPool pool,
      BudgetRules rules,
      SharedRules shared,
      @Nullable Reply known,
      long knownAt,
      ToLongFunction<Window> spentAlone,
      Clock clock,
      Alarm alarm) {
    this.tenant = tenant;
    double part = shared.degradedPart();
    if (known != null) {
      part = Math.min(part, 1.0 / Math.max(1, known.replicas()));
    }
    long age = clock.millis() - knownAt;
    List<Window> windows = new ArrayList<>();
    Map<Window, Long> spent = new HashMap<>();
    for (int i = 0; i < pool.windows().size(); i++) {
      Window window = pool.windows().get(i);
      Window smaller = shrunk(window, part);
      long assumed = known == null || age > shared.lease().toMillis() ? rules.heldBack(smaller) : 0;
      if (known != null && i < known.spent().size() && age < window.duration().toMillis()) {
        long running = window.unit() == Unit.MILLISECONDS ? known.runningMillis() : 0;
        long left = Math.max(0, window.limit() - known.spent().get(i) - running);
        assumed = Math.max(assumed, smaller.limit() - (long) (left * part));
      }
      if (window.unit() == Unit.CALLS) {
        assumed = Math.max(assumed, spentAlone.applyAsLong(window));
      }
      windows.add(smaller);
      spent.merge(smaller, assumed, Math::max);
    }
    this.ledger =
        new InMemoryLedger(
            any -> List.of(new Pool(Set.of(Operation.values()), windows)),
            rules,
            window -> spent.getOrDefault(window, 0L),
            clock,
            alarm);
    if (known != null && known.pausedUntil() != Long.MIN_VALUE) {
      pause(pool.operation(), Instant.ofEpochMilli(known.pausedUntil()));
    }
  }

  Admission admit(Ask ask) {
    return ledger.admitNow(tenant, ask);
  }

  void pause(Operation operation, Instant until) {
    ledger.pause(tenant, operation, until);
  }

  Uni<Instant> expected(Ask ask) {
    return ledger.expected(tenant, ask);
  }

  Uni<Standing> standing(Operation operation) {
    return ledger
        .standing(tenant)
        .map(
            standings ->
                standings.stream()
                    .filter(standing -> standing.operation() == operation)
                    .findFirst()
                    .orElseThrow())
        .map(
            standing ->
                standing.state() == State.OPEN || standing.state() == State.WARMING
                    ? standing.in(State.DEGRADED)
                    : standing);
  }

  /** So much less in the same time, or one in a longer time. */
  static Window shrunk(Window window, double part) {
    double limit = window.limit() * part;
    return limit >= 1
        ? new Window(window.unit(), (long) limit, window.duration())
        : new Window(
            window.unit(),
            1,
            Duration.ofMillis((long) Math.ceil(window.duration().toMillis() / limit)));
  }
}
