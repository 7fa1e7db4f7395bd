package dev.huntgate.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis, made again whenever it breaks; what is sent goes in its order, and is
 * waited for within a patience.
 */
final class RedisLine {

  /* The first answers take longer: a connection is made, the script is sent, code is loaded. */
  private static final int FIRST_ANSWERS = 5;
  private static final int MORE_PATIENCE = 10;

  /* Each connection has a client of its own: a client's pool would take one that hangs for a good
  one. */
  private record Made(Redis client, Future<RedisConnection> connection) {

    static Made by(Vertx vertx, RedisOptions options) {
      Redis client = Redis.createClient(vertx, options);
      return new Made(client, client.connect());
    }
  }

  private final Vertx vertx;
  private final RedisOptions options;
  private final Duration patience;
  private final AtomicInteger answers = new AtomicInteger();
  private @Nullable Made made;
  private boolean closed;

  RedisLine(Vertx vertx, RedisOptions options, Duration patience) {
    this.vertx = vertx;
    this.options = options;
    this.patience = patience;
  }

  /** What Redis answers; fails with {@link StoreUnavailable} within the patience. */
  Uni<@Nullable Response> send(Request request) {
    return answered(() -> run(request));
  }

  /** What a script answers; fails likewise, and then it may have run or may yet run. */
  Uni<@Nullable Response> run(RedisScript script, List<String> keys, List<String> arguments) {
    return answered(
        () ->
            run(script.known(keys, arguments))
                .recover(
                    failure ->
                        isUnknownScript(failure)
                            ? run(script.whole(keys, arguments))
                            : Future.failedFuture(failure)));
  }

  synchronized void close() {
    closed = true;
    if (made != null) {
      made.client().close();
    }
  }

  private Future<Response> run(Request request) {
    return connection().compose(connection -> connection.send(request));
  }

  private synchronized Future<RedisConnection> connection() {
    if (closed) {
      return Future.failedFuture("Huntgate stops");
    }
    Made now = made;
    if (now == null) {
      Made fresh = Made.by(vertx, options);
      made = fresh;
      now = fresh;
      fresh
          .connection()
          .onSuccess(
              connection -> {
                connection.exceptionHandler(broken -> drop(fresh));
                connection.endHandler(ended -> drop(fresh));
              })
          .onFailure(gone -> drop(fresh));
    }
    return now.connection();
  }

  private void drop(Made old) {
    synchronized (this) {
      if (made == old) {
        made = null;
      }
    }
    old.client().close();
  }

  /** Within the patience, and on the context of who asked. */
  private Uni<@Nullable Response> answered(Supplier<Future<Response>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context asking = Vertx.currentContext();
              Uni<@Nullable Response> answer =
                  Uni.createFrom()
                      .<@Nullable Response>emitter(
                          emitter ->
                              work.get().onSuccess(emitter::complete).onFailure(emitter::fail))
                      .ifNoItem()
                      .after(patience())
                      .failWith(() -> tooLate())
                      .invoke(() -> answers.getAndUpdate(RedisLine::another))
                      .onFailure(failure -> !(failure instanceof StoreUnavailable))
                      .transform(failure -> new StoreUnavailable(words(failure), failure));
              return asking == null
                  ? answer
                  : answer.emitOn(resume -> asking.runOnContext(now -> resume.run()));
            });
  }

  private static int another(int answers) {
    return Math.min(FIRST_ANSWERS, answers + 1);
  }

  private Duration patience() {
    return answers.get() < FIRST_ANSWERS ? patience.multipliedBy(MORE_PATIENCE) : patience;
  }

  /** What comes over this connection now is late; the next attempt makes another. */
  private StoreUnavailable tooLate() {
    Made old;
    synchronized (this) {
      old = made;
    }
    if (old != null) {
      drop(old);
    }
    return new StoreUnavailable("Redis did not answer within " + patience, null);
  }

  private static String words(Throwable failure) {
    String words = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return "Redis could not be used (" + words + ")";
  }

  private static boolean isUnknownScript(Throwable failure) {
    return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
  }
}
