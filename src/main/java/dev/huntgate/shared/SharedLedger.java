package dev.huntgate.shared;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Alarm;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Pool;
import dev.huntgate.budget.PoolName;
import dev.huntgate.budget.Standing;
import dev.huntgate.budget.Window;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A ledger that many processes share, each through a desk for each pool. */
public final class SharedLedger implements Ledger {

  private final Function<Tenant, List<Pool>> budgets;
  private final Replica replica;
  private final Map<Tenant, Map<PoolName, SharedDesk>> tenants = new ConcurrentHashMap<>();

  /**
   * @param budgets each tenant's pools; an operation in none of them is never refused
   */
  public SharedLedger(
      Function<Tenant, List<Pool>> budgets,
      BudgetRules rules,
      SharedRules shared,
      Store store,
      Clock clock,
      Alarm alarm) {
    this.budgets = budgets;
    this.replica = new Replica(store, rules, shared, clock, alarm);
    store.listen(replica.name(), this::wordLeft, () -> desks().forEach(SharedDesk::wake));
  }

  @Override
  public Uni<Admission> admit(Tenant tenant, Ask ask) {
    return desk(tenant, ask.operation()).admit(ask);
  }

  @Override
  public Uni<Instant> expected(Tenant tenant, Ask ask) {
    return desk(tenant, ask.operation()).expected(ask);
  }

  @Override
  public Uni<List<Standing>> standing(Tenant tenant) {
    Uni<List<Standing>> all = Uni.createFrom().item(ArrayList::new);
    for (PoolName pool : PoolName.values()) {
      all =
          all.flatMap(
              before ->
                  desk(tenant, pool.example())
                      .standing(pool.example())
                      .map(
                          standing -> {
                            before.addAll(ofEach(pool, standing));
                            return before;
                          }));
    }
    return all;
  }

  /** Whether some pool is budgeted by this process alone, since the store cannot be reached. */
  public boolean isDegraded() {
    return desks().anyMatch(SharedDesk::isAlone);
  }

  /** For how long the pools were budgeted so, all in all. */
  public Duration degradedFor() {
    return desks().map(SharedDesk::aloneFor).reduce(Duration.ZERO, Duration::plus);
  }

  private static List<Standing> ofEach(PoolName pool, Standing standing) {
    return Arrays.stream(Operation.values())
        .filter(operation -> PoolName.of(operation) == pool)
        .map(standing::of)
        .toList();
  }

  private void wordLeft(String pool) {
    desks().filter(desk -> desk.isOf(pool)).forEach(SharedDesk::wake);
  }

  private Stream<SharedDesk> desks() {
    return tenants.values().stream().flatMap(desks -> desks.values().stream());
  }

  private SharedDesk desk(Tenant tenant, Operation operation) {
    SharedDesk desk = tenants.computeIfAbsent(tenant, this::open).get(PoolName.of(operation));
    if (desk == null) {
      throw new IllegalStateException("No desk for " + operation);
    }
    return desk;
  }

  private Map<PoolName, SharedDesk> open(Tenant tenant) {
    List<Pool> pools = budgets.apply(tenant);
    Map<PoolName, SharedDesk> desks = new EnumMap<>(PoolName.class);
    for (PoolName name : PoolName.values()) {
      List<Window> windows =
          pools.stream()
              .filter(pool -> pool.operations().contains(name.example()))
              .findFirst()
              .map(Pool::windows)
              .orElse(List.of());
      SharedPool pool =
          SharedPool.of(tenant, name.example(), windows, replica.budget(), replica.rules());
      desks.put(name, new SharedDesk(tenant, pool, replica));
    }
    return desks;
  }
}
