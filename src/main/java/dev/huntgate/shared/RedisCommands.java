package dev.huntgate.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Commands to Redis over a connection of their own, so that large values hold up none of the
 * ledger's steps.
 *
 * <p>After one has failed, further ones fail at once for a second: whoever could do without Redis
 * waits for it no longer than once.
 */
public final class RedisCommands {

  private static final Duration AWAY = SharedRules.RETRY;

  /** Listens to a channel for as long as the store is open. */
  interface Ears {
    void listen(String channel, Consumer<String> word, Runnable missed);
  }

  private final RedisLine line;
  private final Ears ears;
  private final LongSupplier nanoTime;
  private final AtomicLong awayUntil;

  RedisCommands(RedisLine line, Ears ears, LongSupplier nanoTime) {
    this.line = line;
    this.ears = ears;
    this.nanoTime = nanoTime;
    this.awayUntil = new AtomicLong(nanoTime.getAsLong());
  }

  /**
   * What Redis answers; null for its nil.
   *
   * <p>Fails with {@link StoreUnavailable} within the patience, and then it may have happened or
   * may yet happen.
   */
  public Uni<@Nullable Response> send(Request request) {
    return watched(line.send(request));
  }

  /** What a script answers; fails likewise. */
  public Uni<@Nullable Response> run(
      RedisScript script, List<String> keys, List<String> arguments) {
    return watched(line.run(script, keys, arguments));
  }

  /**
   * Listens to a channel for as long as the store is open.
   *
   * @param missed called whenever words may have been missed
   */
  public void listen(String channel, Consumer<String> word, Runnable missed) {
    ears.listen(channel, word, missed);
  }

  void close() {
    line.close();
  }

  private Uni<@Nullable Response> watched(Uni<@Nullable Response> sent) {
    return Uni.createFrom()
        .deferred(
            () ->
                nanoTime.getAsLong() - awayUntil.get() < 0
                    ? Uni.createFrom()
                        .failure(new StoreUnavailable("Redis did not answer just now", null))
                    : sent.onFailure()
                        .invoke(failure -> awayUntil.set(nanoTime.getAsLong() + AWAY.toNanos())));
  }
}
