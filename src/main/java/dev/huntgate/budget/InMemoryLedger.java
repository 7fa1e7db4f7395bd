package dev.huntgate.budget;

import dev.huntgate.access.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger for one process alone. */
public final class InMemoryLedger implements Ledger {

  private final List<Pool> pools;
  private final Duration guard;
  private final Clock clock;
  private final Map<Tenant, Map<Operation, Account>> tenants = new ConcurrentHashMap<>();

  public InMemoryLedger(List<Pool> pools, Duration guard, Clock clock) {
    this.pools = List.copyOf(pools);
    this.guard = guard;
    this.clock = clock;
  }

  @Override
  public Admission admit(Tenant tenant, Operation operation) {
    Account account = tenants.computeIfAbsent(tenant, key -> open()).get(operation);
    return account == null ? new Admission.Granted() : account.admit(clock.millis());
  }

  private Map<Operation, Account> open() {
    Map<Operation, Account> accounts = new EnumMap<>(Operation.class);
    for (Pool pool : pools) {
      Account account = new Account(pool.windows(), guard);
      pool.operations().forEach(operation -> accounts.put(operation, account));
    }
    return accounts;
  }

  /** One pool of one tenant. */
  private static final class Account {

    private record Counted(CallWindow window, SlidingLog log) {}

    private final List<Counted> windows = new ArrayList<>();

    Account(List<CallWindow> windows, Duration guard) {
      for (CallWindow window : windows) {
        long counted = window.duration().plus(guard).toMillis();
        this.windows.add(new Counted(window, new SlidingLog(window.limit(), counted)));
      }
    }

    synchronized Admission admit(long now) {
      long latest = now;
      Counted full = null;
      for (Counted counted : windows) {
        long next = counted.log().nextAt(now);
        if (next > latest) {
          latest = next;
          full = counted;
        }
      }
      if (full != null) {
        return new Admission.Refused(Instant.ofEpochMilli(latest), full.window());
      }
      windows.forEach(counted -> counted.log().add(now));
      return new Admission.Granted();
    }
  }
}
