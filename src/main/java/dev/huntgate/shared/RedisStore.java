package dev.huntgate.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A store in Redis or Valkey.
 *
 * <p>Steps go over one connection, one after the other without waiting for answers, so that they
 * are taken in the order in which they were sent.
 */
public final class RedisStore implements Store, AutoCloseable {

  private static final Logger LOG = Logger.getLogger(RedisStore.class);

  /* The first answers take longer: a connection is made, the script is sent, code is loaded. */
  private static final int FIRST_ANSWERS = 5;
  private static final int MORE_PATIENCE = 10;

  private final LedgerScript script = new LedgerScript();
  private final Duration patience;
  private final RedisConnections connections;
  private final AtomicInteger answers = new AtomicInteger();

  RedisStore(Vertx vertx, RedisAddress address, Duration patience) {
    this.patience = patience;
    this.connections = new RedisConnections(vertx, address);
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

  @Override
  public Uni<String> step(List<String> keys, String pool, String step) {
    return answered(
        patience(),
        () ->
            run(evaluate(Command.EVALSHA, script.digest(), keys, pool, step))
                .recover(
                    failure ->
                        isUnknownScript(failure)
                            ? run(evaluate(Command.EVAL, script.text(), keys, pool, step))
                            : Future.failedFuture(failure))
                .map(Response::toString));
  }

  @Override
  public Uni<Void> ping() {
    // Nobody waits for this, and a connection may have to be made first, with all its handshakes.
    return answered(
        patience.multipliedBy(MORE_PATIENCE), () -> run(Request.cmd(Command.PING)).mapEmpty());
  }

  @Override
  public void listen(String replica, Consumer<String> word, Runnable missed) {
    connections.subscribe(SharedPool.channel(replica), word, missed);
  }

  @Override
  public void close() {
    connections.close();
  }

  private Future<Response> run(Request request) {
    return connections.steps().compose(connection -> connection.send(request));
  }

  /** Within the patience, and on the context of who asked. */
  private <T> Uni<T> answered(Duration patience, Supplier<Future<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context asking = Vertx.currentContext();
              CompletableFuture<T> answer = new CompletableFuture<>();
              work.get().onSuccess(answer::complete).onFailure(answer::completeExceptionally);
              connections.ifSilent(
                  patience, answer, () -> answer.completeExceptionally(tooLate(patience)));
              Uni<T> awaited =
                  Uni.createFrom()
                      .completionStage(answer::copy)
                      .invoke(() -> answers.getAndUpdate(RedisStore::another))
                      .onFailure(failure -> !(failure instanceof StoreUnavailable))
                      .transform(StoreUnavailable::of);
              return asking == null
                  ? awaited
                  : awaited.emitOn(resume -> asking.runOnContext(now -> resume.run()));
            });
  }

  private static int another(int answers) {
    return Math.min(FIRST_ANSWERS, answers + 1);
  }

  private Duration patience() {
    return answers.get() < FIRST_ANSWERS ? patience.multipliedBy(MORE_PATIENCE) : patience;
  }

  /** What comes over this connection now is late; the next attempt makes another. */
  private StoreUnavailable tooLate(Duration patience) {
    connections.dropSteps();
    return new StoreUnavailable("Redis did not answer within " + patience, null);
  }

  private static boolean isUnknownScript(Throwable failure) {
    return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
  }

  private static Request evaluate(
      Command how, String script, List<String> keys, String pool, String step) {
    Request request = Request.cmd(how).arg(script).arg(keys.size());
    keys.forEach(request::arg);
    return request.arg(pool).arg(step);
  }
}
