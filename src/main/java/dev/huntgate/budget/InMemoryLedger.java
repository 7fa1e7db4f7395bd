package dev.huntgate.budget;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A ledger for one process alone. */
public final class InMemoryLedger implements Ledger {

  private final Function<Tenant, List<Pool>> budgets;
  private final BudgetRules rules;
  private final ToLongFunction<Window> spentBefore;
  private final Clock clock;
  private final Alarm alarm;
  private final long startedAt;
  private final Map<Tenant, Map<Operation, Desk>> tenants = new ConcurrentHashMap<>();

  /**
   * @param budgets each tenant's pools; an operation in none of them is never refused
   */
  public InMemoryLedger(
      Function<Tenant, List<Pool>> budgets, BudgetRules rules, Clock clock, Alarm alarm) {
    this(budgets, rules, window -> rules.heldBack(window), clock, alarm);
  }

  /**
   * @param spentBefore what is taken as spent of a window at the start, in its unit
   */
  public InMemoryLedger(
      Function<Tenant, List<Pool>> budgets,
      BudgetRules rules,
      ToLongFunction<Window> spentBefore,
      Clock clock,
      Alarm alarm) {
    this.budgets = budgets;
    this.rules = rules;
    this.spentBefore = spentBefore;
    this.clock = clock;
    this.alarm = alarm;
    this.startedAt = clock.millis();
  }

  @Override
  public Uni<Admission> admit(Tenant tenant, Ask ask) {
    return Uni.createFrom().item(() -> admitNow(tenant, ask));
  }

  /** Asks for one call, and answers at once, with a promise where the caller has to wait. */
  public Admission admitNow(Tenant tenant, Ask ask) {
    return desk(tenant, ask.operation()).admit(ask);
  }

  @Override
  public Uni<Instant> expected(Tenant tenant, Ask ask) {
    return Uni.createFrom().item(() -> desk(tenant, ask.operation()).expected(ask));
  }

  @Override
  public Uni<List<Standing>> standing(Tenant tenant) {
    return Uni.createFrom()
        .item(
            () -> {
              List<Standing> standings = new ArrayList<>();
              desks(tenant).forEach((operation, desk) -> standings.add(desk.standing(operation)));
              return standings;
            });
  }

  /** Sends nothing of this operation's pool until then, as if upstream had said so. */
  public void pause(Tenant tenant, Operation operation, Instant until) {
    desk(tenant, operation).pause(until);
  }

  private Desk desk(Tenant tenant, Operation operation) {
    Desk desk = desks(tenant).get(operation);
    if (desk == null) {
      throw new IllegalStateException("No desk for " + operation);
    }
    return desk;
  }

  private Map<Operation, Desk> desks(Tenant tenant) {
    return tenants.computeIfAbsent(tenant, this::open);
  }

  /** Every operation gets a desk: one without windows still knows pauses. */
  private Map<Operation, Desk> open(Tenant tenant) {
    Map<Operation, Desk> desks = new EnumMap<>(Operation.class);
    for (Pool pool : budgets.apply(tenant)) {
      Desk desk = desk(pool.windows());
      pool.operations().forEach(operation -> desks.put(operation, desk));
    }
    for (Operation operation : Operation.values()) {
      desks.computeIfAbsent(operation, key -> desk(List.of()));
    }
    return desks;
  }

  private Desk desk(List<Window> windows) {
    List<Gauge> gauges = new ArrayList<>();
    for (Window window : windows) {
      Gauge gauge = new Gauge(window, rules.guard().toMillis(), rules.shares(), rules.headroom());
      gauge.assume(spentBefore.applyAsLong(window), startedAt);
      gauges.add(gauge);
    }
    return new Desk(gauges, rules.longestQueue(), clock, alarm);
  }
}
