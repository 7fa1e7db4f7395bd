package dev.huntgate.shared;

import java.time.Duration;
import java.util.Map;

/** Makes replicas' ways to a Redis. */
public final class StoresForTests {

  private StoresForTests() {}

  /** A way to Redis that waits as long as this for each answer. */
  public static RedisStore at(RedisForTests redis, Duration patience) {
    return new RedisStore(
        redis.vertx(), RedisAddress.of(redis.address(), SettingsForTests.with(Map.of())), patience);
  }
}
