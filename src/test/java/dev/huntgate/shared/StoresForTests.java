package dev.huntgate.shared;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.BudgetPreset;
import dev.huntgate.budget.Operation;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;

/** Makes replicas' ways to a Redis. */
public final class StoresForTests {

  private static final SharedPool POOL =
      SharedPool.of(
          Tenant.DEFAULT,
          Operation.HUNTING,
          BudgetPreset.TERMS.hunting(),
          ReplicasForTests.rules(1),
          new SharedRules(Duration.ofSeconds(30), 0.1));
  private static final String STEP =
      "{\"op\":\"standing\",\"replica\":\"one\",\"epoch\":0,\"holds\":false,\"newLife\":\"life-1\"}";

  private StoresForTests() {}

  /** Takes a step that only looks. */
  static Uni<String> look(RedisStore store) {
    return store.step(POOL.keys(), POOL.description(), STEP);
  }

  /** A way to Redis that waits as long as this for each answer. */
  public static RedisStore at(RedisForTests redis, Duration patience) {
    return new RedisStore(
        redis.vertx(), RedisAddress.of(redis.address(), SettingsForTests.with(Map.of())), patience);
  }
}
