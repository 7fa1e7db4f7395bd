package dev.huntgate.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A real store whose script is told what time it is, and whose answers are there when asked for.
 *
 * <p>Words are not passed on: whoever waits looks when it said it would.
 */
final class SteppedStore implements Store {

  private final Store store;
  private final Clock clock;
  volatile boolean away;

  SteppedStore(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Uni<String> step(List<String> keys, String pool, String step) {
    return Uni.createFrom()
        .item(
            () -> {
              if (away) {
                throw new StoreUnavailable("It is away", null);
              }
              String timed = new JsonObject(step).put("now", clock.millis()).encode();
              return store.step(keys, pool, timed).await().atMost(Duration.ofSeconds(10));
            });
  }

  @Override
  public Uni<Void> ping() {
    return away
        ? Uni.createFrom().failure(new StoreUnavailable("It is away", null))
        : Uni.createFrom().voidItem();
  }

  @Override
  public void listen(String replica, Consumer<String> word, Runnable missed) {}
}
