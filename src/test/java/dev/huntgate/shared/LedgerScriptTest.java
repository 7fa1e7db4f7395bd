package dev.huntgate.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Window;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps as no well-behaved replica takes them, but one that has lost answers may. */
class LedgerScriptTest {

  private static final Duration LONG = Duration.ofSeconds(10);
  private static final SharedPool POOL =
      SharedPool.of(
          Tenant.DEFAULT,
          Operation.HUNTING,
          List.of(Window.calls(2, Duration.ofMinutes(1))),
          ReplicasForTests.rules(1),
          new SharedRules(Duration.ofSeconds(30), 0.1));
  private static RedisForTests redis;
  private static RedisStore store;

  @BeforeAll
  static void start() {
    redis = RedisForTests.with();
    store = StoresForTests.at(redis, LONG);
  }

  @AfterAll
  static void stop() {
    store.close();
    redis.close();
  }

  @BeforeEach
  void begin() {
    redis.run(Command.FLUSHALL);
  }

  @Test
  void grantsOnce_whoAsksTwice() {
    assertEquals(1, ask("x").getJsonArray("done").size());

    assertEquals(0, ask("x").getJsonArray("done", new JsonArray()).size());

    assertEquals(1, window().getInteger("used"));
    step(
        new JsonObject()
            .put("op", "end")
            .put("ends", new JsonArray().add(ask().put("id", "x").put("how", "withdrawn"))));
    assertEquals(0, window().getInteger("used"));
  }

  @Test
  void queuesOnce_whoAsksTwice() {
    ask("x");
    ask("y");
    ask("z");

    assertEquals(0, ask("z").getJsonArray("done", new JsonArray()).size());

    assertEquals(1, step(new JsonObject().put("op", "standing")).getInteger("queue"));
  }

  private static JsonObject window() {
    return step(new JsonObject().put("op", "standing")).getJsonArray("windows").getJsonObject(0);
  }

  private static JsonObject ask(String id) {
    return step(new JsonObject().put("op", "ask").put("ask", ask().put("id", id)));
  }

  private static JsonObject ask() {
    return new JsonObject()
        .put("caller", "alice")
        .put("priority", 0)
        .put("estimate", 0)
        .put("wait", 600_000);
  }

  private static JsonObject step(JsonObject step) {
    step.put("replica", "one").put("epoch", 0).put("holds", false).put("newLife", "life-1");
    return new JsonObject(
        store.step(POOL.keys(), POOL.description(), step.encode()).await().atMost(LONG));
  }
}
