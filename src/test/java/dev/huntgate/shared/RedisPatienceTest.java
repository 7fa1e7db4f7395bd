package dev.huntgate.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long the way to Redis waits for an answer. */
class RedisPatienceTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
    RedisForTests.await(vertx.close());
  }

  @Test
  void findsRedisAgain_thoughConnectingTakesLongerThanThePatience() throws Exception {
    SlowServer server = new SlowServer(Duration.ofMillis(80));
    open.add(server);
    RedisStore store = store("redis://127.0.0.1:" + server.port(), Duration.ofMillis(50));
    for (int i = 0; i < 6; i++) {
      store.ping().await().atMost(LONG);
    }

    assertThrows(StoreUnavailable.class, () -> step(store));
    store.ping().await().atMost(LONG);

    assertEquals(2, server.connections());
  }

  @Test
  void doesNotTakeRedisForSlow_whenThisProcessIs() {
    RedisForTests redis = RedisForTests.with();
    open.add(redis);
    RedisStore store = store(redis.address(), Duration.ofMillis(50));
    for (int i = 0; i < 6; i++) {
      step(store);
    }

    vertx.runOnContext(busy -> LockSupport.parkNanos(Duration.ofMillis(400).toNanos()));

    assertTrue(step(store).contains("life"));
  }

  private RedisStore store(String address, Duration patience) {
    RedisStore store =
        new RedisStore(vertx, RedisAddress.of(address, SettingsForTests.with(Map.of())), patience);
    open.add(store);
    return store;
  }

  private static String step(RedisStore store) {
    return StoresForTests.look(store).await().atMost(LONG);
  }
}
