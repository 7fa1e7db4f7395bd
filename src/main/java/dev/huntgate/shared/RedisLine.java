package dev.huntgate.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    static Made by(Vertx vertx, Context context, RedisOptions options) {
      Redis client = Redis.createClient(vertx, options);
      Promise<RedisConnection> made = Promise.promise();
      context.runOnContext(now -> client.connect().onComplete(made));
      return new Made(client, made.future());
    }
  }

  private final Vertx vertx;
  private final Context context;
  private final RedisOptions options;
  private final Duration patience;
  private final AtomicInteger answers = new AtomicInteger();
  private @Nullable Made made;
  private boolean closed;

  RedisLine(Vertx vertx, RedisOptions options, Duration patience) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.options = options;
    this.patience = patience;
  }

  /** What Redis answers; fails with {@link StoreUnavailable} within the patience. */
  Uni<@Nullable Response> send(Request request) {
    return answered(patience(), () -> run(request));
  }

  /** Likewise, with ten times the patience: nobody waits, and a connection may have to be made. */
  Uni<@Nullable Response> sendPatiently(Request request) {
    return answered(patience.multipliedBy(MORE_PATIENCE), () -> run(request));
  }

  /** What a script answers; fails likewise, and then it may have run or may yet run. */
  Uni<@Nullable Response> run(RedisScript script, List<String> keys, List<String> arguments) {
    return answered(
        patience(),
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
      Made fresh = Made.by(vertx, context, options);
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
  private Uni<@Nullable Response> answered(Duration patience, Supplier<Future<Response>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context asking = Vertx.currentContext();
              CompletableFuture<@Nullable Response> answer = new CompletableFuture<>();
              work.get().onSuccess(answer::complete).onFailure(answer::completeExceptionally);
              ifSilent(patience, answer, () -> answer.completeExceptionally(tooLate(patience)));
              Uni<@Nullable Response> awaited =
                  Uni.createFrom()
                      .<@Nullable Response>completionStage(answer::copy)
                      .invoke(() -> answers.getAndUpdate(RedisLine::another))
                      .onFailure(failure -> !(failure instanceof StoreUnavailable))
                      .transform(StoreUnavailable::of);
              return asking == null
                  ? awaited
                  : awaited.emitOn(resume -> asking.runOnContext(now -> resume.run()));
            });
  }

  /**
   * Runs something if an answer is still missing after some time.
   *
   * <p>It is the time of the thread that writes and reads, and after it all is read that is there:
   * a process that is too busy to do either must not take Redis for slow.
   */
  private void ifSilent(Duration time, CompletableFuture<?> answer, Runnable then) {
    context.runOnContext(
        written -> {
          long timer =
              vertx.setTimer(
                  Math.max(1, time.toMillis()),
                  passed ->
                      // Set between two readings, it ends after the second.
                      vertx.setTimer(
                          1,
                          read -> {
                            if (!answer.isDone()) {
                              then.run();
                            }
                          }));
          answer.whenComplete((done, failure) -> vertx.cancelTimer(timer));
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
    Made old;
    synchronized (this) {
      old = made;
    }
    if (old != null) {
      drop(old);
    }
    return new StoreUnavailable("Redis did not answer within " + patience, null);
  }

  private static boolean isUnknownScript(Throwable failure) {
    return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
  }
}
