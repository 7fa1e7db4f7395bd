package dev.huntgate.shared;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.Pool;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Makes shared ledgers in real time. */
public final class SharedLedgersForTests {

  private SharedLedgersForTests() {}

  /** A replica that waits for Redis as long as it takes. */
  public static SharedLedger at(
      RedisForTests redis, Function<Tenant, List<Pool>> budgets, BudgetRules rules) {
    RedisStore store = StoresForTests.at(redis, Duration.ofSeconds(5));
    return new SharedLedger(
        budgets,
        rules,
        new SharedRules(Duration.ofSeconds(30), 0.1),
        store,
        Clock.systemUTC(),
        (delay, wake) -> {
          ScheduledFuture<?> due =
              Infrastructure.getDefaultWorkerPool()
                  .schedule(wake, delay.toMillis(), TimeUnit.MILLISECONDS);
          return () -> due.cancel(false);
        });
  }
}
