package dev.huntgate.shared;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.LedgerContract;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Pool;
import dev.huntgate.budget.Shares;
import dev.huntgate.budget.Window;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every ledger does, of one that is kept in a real Redis. */
class SharedLedgerTest extends LedgerContract {

  private static final SharedRules SHARED = new SharedRules(Duration.ofSeconds(30), 0.1);
  private static RedisForTests redis;
  private static RedisStore store;

  @BeforeAll
  static void start() {
    redis = RedisForTests.with();
    store = StoresForTests.at(redis, Duration.ofSeconds(5));
  }

  @AfterAll
  static void stop() {
    store.close();
    redis.close();
  }

  @Override
  protected Ledger ledger(Function<Tenant, List<Pool>> budgets, BudgetRules rules) {
    redis.run(Command.FLUSHALL);
    return new SharedLedger(
        budgets, rules, SHARED, new SteppedStore(redis, store, time), time, time);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void doesAsTheOneInMemory_whateverHappens(long seed) {
    List<Window> windows =
        List.of(
            Window.calls(15, Duration.ofMinutes(1)),
            Window.runningTime(Duration.ofMinutes(1), Duration.ofMinutes(10)));
    Function<Tenant, List<Pool>> budgets =
        tenant -> List.of(new Pool(Set.of(Operation.HUNTING), windows));
    BudgetRules rules =
        new BudgetRules(Duration.ofSeconds(1), seed % 2 == 0 ? 1 : 0.5, 10, Shares.DEFAULT, 0.005);
    SharedRun run =
        new SharedRun(
            seed, new InMemoryLedger(budgets, rules, time, time), ledger(budgets, rules), time);
    for (int i = 0; i < 250; i++) {
      run.step();
    }
  }

  @Override
  protected int threads() {
    return 8;
  }

  @Override
  protected int rounds() {
    return 100;
  }
}
