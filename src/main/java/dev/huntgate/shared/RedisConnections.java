package dev.huntgate.shared;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis for steps and one to listen, made again whenever they break.
 *
 * <p>Each has a client of its own: a client's pool would take a connection that hangs for a good
 * one.
 */
final class RedisConnections {

  private static final Logger LOG = Logger.getLogger(RedisConnections.class);
  private static final int CONNECT_MILLIS = 2_000;
  private static final long LISTEN_AGAIN_MILLIS = 1_000;

  private record Line(Redis client, Future<RedisConnection> connection) {

    static Line to(Vertx vertx, Context context, RedisOptions options) {
      Redis client = Redis.createClient(vertx, options);
      Promise<RedisConnection> made = Promise.promise();
      context.runOnContext(now -> client.connect().onComplete(made));
      return new Line(client, made.future());
    }
  }

  private final Vertx vertx;
  private final Context context;
  private final RedisOptions options;
  private final RedisAddress address;
  private @Nullable Line steps;
  private @Nullable Line listening;
  private boolean closed;

  RedisConnections(Vertx vertx, RedisAddress address) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.address = address;
    NetClientOptions net =
        new NetClientOptions()
            .setConnectTimeout(CONNECT_MILLIS)
            .setTcpKeepAlive(true)
            .setTcpNoDelay(true);
    if (address.tls()) {
      net.setHostnameVerificationAlgorithm("HTTPS");
      if (address.certificates() != null) {
        net.setTrustOptions(new PemTrustOptions().addCertPath(address.certificates().toString()));
      }
    }
    this.options =
        new RedisOptions()
            .setConnectionString(address.connection())
            .setNetClientOptions(net)
            // With HELLO it logs on; without, only where nobody may do anything before.
            .setProtocolNegotiation(true)
            .setPreferredProtocolVersion(ProtocolVersion.RESP2)
            .setPoolRecycleTimeout(-1)
            .setMaxPoolSize(1)
            .setMaxPoolWaiting(1);
  }

  /** The connection for steps. */
  synchronized Future<RedisConnection> steps() {
    if (closed) {
      return Future.failedFuture("Huntgate stops");
    }
    Line now = steps;
    if (now == null) {
      Line made = Line.to(vertx, context, options);
      steps = made;
      now = made;
      made.connection()
          .onSuccess(
              connection -> {
                connection.exceptionHandler(broken -> drop(made));
                connection.endHandler(ended -> drop(made));
              })
          .onFailure(gone -> drop(made));
    }
    return now.connection();
  }

  /**
   * Runs something if an answer is still missing after some time.
   *
   * <p>It is the time of the thread that writes and reads, and after it all is read that is there:
   * a process that is too busy to do either must not take Redis for slow.
   */
  void ifSilent(Duration time, CompletableFuture<?> answer, Runnable then) {
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

  /** Gives up the connection for steps. */
  void dropSteps() {
    Line old;
    synchronized (this) {
      old = steps;
    }
    if (old != null) {
      drop(old);
    }
  }

  /**
   * Listens on a channel for as long as this is open.
   *
   * @param missed called when listening has begun, and has begun again
   */
  void subscribe(String channel, Consumer<String> word, Runnable missed) {
    Line made;
    synchronized (this) {
      if (closed) {
        return;
      }
      made = Line.to(vertx, context, options);
      listening = made;
    }
    AtomicBoolean over = new AtomicBoolean();
    Runnable again =
        () -> {
          if (over.compareAndSet(false, true)) {
            made.client().close();
            vertx.setTimer(LISTEN_AGAIN_MILLIS, now -> subscribe(channel, word, missed));
          }
        };
    made.connection()
        .compose(
            connection -> {
              connection.handler(message -> heard(message, word));
              connection.exceptionHandler(broken -> again.run());
              connection.endHandler(ended -> again.run());
              return connection.send(Request.cmd(Command.SUBSCRIBE).arg(channel));
            })
        .onSuccess(begun -> missed.run())
        .onFailure(
            failure -> {
              LOG.debugf("Listening at %s failed: %s", address, failure.getMessage());
              again.run();
            });
  }

  synchronized void close() {
    closed = true;
    if (steps != null) {
      steps.client().close();
    }
    if (listening != null) {
      listening.client().close();
    }
  }

  private void drop(Line old) {
    synchronized (this) {
      if (steps == old) {
        steps = null;
      }
    }
    old.client().close();
  }

  /* A message comes as "message", the channel, the text. */
  private static void heard(Response message, Consumer<String> word) {
    boolean isList = message.type() == ResponseType.MULTI || message.type() == ResponseType.PUSH;
    if (isList && message.size() == 3 && "message".equals(message.get(0).toString())) {
      word.accept(message.get(2).toString());
    }
  }
}
