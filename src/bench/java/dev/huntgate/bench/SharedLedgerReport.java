package dev.huntgate.bench;

import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Pool;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Shares;
import dev.huntgate.budget.Window;
import dev.huntgate.shared.RedisForTests;
import dev.huntgate.shared.SharedLedgersForTests;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * What a decision of the ledger costs through a Redis on this machine, beside one in memory: asks
 * that are granted and settled, one after the other, and many at once. {@code -Dasks}, 30,000
 * unless given, is how many there are.
 */
public final class SharedLedgerReport {

  private static final int ASKS = Integer.getInteger("asks", 30_000);
  private static final int WARM_UP = Math.min(20_000, ASKS);
  private static final Ask ASK =
      new Ask(
          Operation.HUNTING,
          CallersForTests.named("ann"),
          Priority.INTERACTIVE,
          Duration.ofMillis(1),
          Duration.ZERO);
  private static final List<Window> WINDOWS =
      List.of(
          Window.calls(10_000_000, Duration.ofMinutes(1)),
          Window.runningTime(Duration.ofDays(100), Duration.ofHours(1)),
          Window.runningTime(Duration.ofDays(100), Duration.ofDays(1)));
  private static final List<Pool> POOLS = List.of(new Pool(Set.of(Operation.HUNTING), WINDOWS));

  private SharedLedgerReport() {}

  public static void main(String[] args) throws InterruptedException {
    BudgetRules rules = new BudgetRules(Duration.ofSeconds(1), 1, 1_000, Shares.DEFAULT);
    try (RedisForTests redis = RedisForTests.with()) {
      Ledger memory =
          new InMemoryLedger(tenant -> POOLS, rules, Clock.systemUTC(), (delay, wake) -> () -> {});
      Ledger shared = SharedLedgersForTests.at(redis, tenant -> POOLS, rules);
      run(memory, WARM_UP);
      run(shared, WARM_UP);
      long[] inMemory = run(memory, ASKS);
      long[] byRedis = run(shared, ASKS);
      System.out.printf(
          "one after the other: in memory p50 %.1f µs, p99 %.1f µs;"
              + " by Redis p50 %.0f µs, p99 %.0f µs%n",
          at(inMemory, 0.5), at(inMemory, 0.99), at(byRedis, 0.5), at(byRedis, 0.99));
      double alone = together(memory, ASKS * 10);
      double together = together(shared, ASKS * 2);
      System.out.printf(
          "64 at once: in memory %.0f a second, by Redis %.0f a second: 1 : %.4f%n",
          alone, together, together / alone);
    }
    // Threads of Vert.x and of Mutiny wait for more.
    System.exit(0);
  }

  private static long[] run(Ledger ledger, int asks) {
    long[] nanos = new long[asks];
    for (int i = 0; i < asks; i++) {
      long begun = System.nanoTime();
      Granted granted = (Granted) ledger.admit(Tenant.DEFAULT, ASK).await().indefinitely();
      nanos[i] = System.nanoTime() - begun;
      granted.reservation().settle(Duration.ofMillis(1));
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static double together(Ledger ledger, int asks) throws InterruptedException {
    Semaphore places = new Semaphore(64);
    CountDownLatch over = new CountDownLatch(asks);
    long begun = System.nanoTime();
    for (int i = 0; i < asks; i++) {
      places.acquire();
      ledger
          .admit(Tenant.DEFAULT, ASK)
          .subscribe()
          .with(
              admission -> {
                ((Granted) admission).reservation().settle(Duration.ofMillis(1));
                places.release();
                over.countDown();
              });
    }
    over.await();
    return asks / ((System.nanoTime() - begun) / 1e9);
  }

  private static double at(long[] sorted, double part) {
    return sorted[(int) (sorted.length * part)] / 1e3;
  }
}
