package dev.huntgate.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * A store in Redis or Valkey.
 *
 * <p>Steps go over one connection, one after the other without waiting for answers, so that they
 * are taken in the order in which they were sent.
 */
public final class RedisStore implements Store, AutoCloseable {

  private static final Logger LOG = Logger.getLogger(RedisStore.class);
  private static final RedisScript LEDGER =
      RedisScript.of(
          "1-step.lua",
          "2-windows.lua",
          "3-queue.lua",
          "4-account.lua",
          "5-replicas.lua",
          "6-main.lua");

  private final Vertx vertx;
  private final RedisOptions options;
  private final RedisLine steps;
  private final RedisCommands commands;
  private final List<RedisListener> listeners = new CopyOnWriteArrayList<>();

  RedisStore(Vertx vertx, RedisAddress address, Duration patience) {
    this.vertx = vertx;
    this.options = address.options();
    this.steps = new RedisLine(vertx, options, patience);
    this.commands =
        new RedisCommands(new RedisLine(vertx, options, patience), this::hear, System::nanoTime);
  }

  /** The store that is configured; empty where this process is alone. */
  public static Optional<RedisStore> of(SharedConfig config, Vertx vertx) {
    return config
        .redis()
        .filter(address -> !address.isBlank())
        .map(address -> new RedisStore(vertx, RedisAddress.of(address, config), config.patience()));
  }

  /** Begins to connect, so that the first step need not wait for that. */
  public void connect() {
    ping()
        .subscribe()
        .with(
            there -> {},
            failure -> LOG.warnf("The replicas' store is not there yet: %s", failure.getMessage()));
  }

  /** What else there is to do in Redis, apart from the ledger's steps. */
  public RedisCommands commands() {
    return commands;
  }

  @Override
  public Uni<String> step(List<String> keys, String pool, String step) {
    return steps
        .run(LEDGER, keys, List.of(pool, step))
        .map(reply -> Objects.requireNonNull(reply).toString());
  }

  @Override
  public Uni<Void> ping() {
    return steps.sendPatiently(Request.cmd(Command.PING)).replaceWithVoid();
  }

  @Override
  public void listen(String replica, Consumer<String> word, Runnable missed) {
    hear(SharedPool.channel(replica), word, missed);
  }

  @Override
  public void close() {
    steps.close();
    commands.close();
    listeners.forEach(RedisListener::close);
  }

  private void hear(String channel, Consumer<String> word, Runnable missed) {
    RedisListener listener = new RedisListener(vertx, options, channel, word, missed);
    listeners.add(listener);
    listener.begin();
  }
}
