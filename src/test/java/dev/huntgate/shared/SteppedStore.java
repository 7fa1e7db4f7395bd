package dev.huntgate.shared;

import dev.huntgate.budget.VirtualTime;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A real store whose script is told what time it is, and whose answers are there when asked for.
 *
 * <p>Words are passed on a millisecond later.
 */
final class SteppedStore implements Store {

  private static final Duration WORD = Duration.ofMillis(1);

  private final RedisForTests redis;
  private final Store store;
  private final VirtualTime time;
  private final Map<String, Consumer<String>> listeners;
  volatile boolean away;
  volatile boolean deaf;
  /* Ends the replica's listening, as its death does. */
  Runnable hangUp = () -> {};

  SteppedStore(RedisForTests redis, Store store, VirtualTime time) {
    this(redis, store, time, new ConcurrentHashMap<>());
  }

  private SteppedStore(
      RedisForTests redis, Store store, VirtualTime time, Map<String, Consumer<String>> listeners) {
    this.redis = redis;
    this.store = store;
    this.time = time;
    this.listeners = listeners;
  }

  /** The same store, as another replica sees it. */
  SteppedStore another() {
    return new SteppedStore(redis, store, time, listeners);
  }

  @Override
  public Uni<String> step(List<String> keys, String pool, String step) {
    return Uni.createFrom()
        .item(
            () -> {
              if (away) {
                throw new StoreUnavailable("It is away", null);
              }
              String timed = new JsonObject(step).put("now", time.millis()).encode();
              String reply = store.step(keys, pool, timed).await().atMost(Duration.ofSeconds(10));
              if (listeners.size() > 1) {
                passWords(keys.get(6), new JsonObject(pool).getString("name"));
              }
              return reply;
            });
  }

  private void passWords(String mail, String pool) {
    for (Response replica : redis.run(Command.HKEYS, mail)) {
      Consumer<String> listener = listeners.get(replica.toString());
      if (listener != null) {
        time.after(WORD, () -> listener.accept(pool));
      }
    }
  }

  @Override
  public Uni<Void> ping() {
    return away
        ? Uni.createFrom().failure(new StoreUnavailable("It is away", null))
        : Uni.createFrom().voidItem();
  }

  @Override
  public void listen(String replica, Consumer<String> word, Runnable missed) {
    RedisConnection connection =
        RedisForTests.await(Redis.createClient(redis.vertx(), redis.address()).connect());
    connection.handler(message -> {});
    String channel = SharedPool.channel(replica);
    RedisForTests.await(connection.send(Request.cmd(Command.SUBSCRIBE).arg(channel)));
    hangUp =
        () -> {
          connection.close();
          Response left = redis.run(Command.PUBSUB, "NUMSUB", channel);
          while (left.get(1).toInteger() > 0) {
            left = redis.run(Command.PUBSUB, "NUMSUB", channel);
          }
        };
    listeners.put(
        replica,
        pool -> {
          if (!deaf) {
            word.accept(pool);
          }
        });
  }
}
