package dev.huntgate.shared;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A connection on which a channel of Redis is heard, made again whenever it breaks. */
final class RedisListener {

  private static final Logger LOG = Logger.getLogger(RedisListener.class);
  private static final long AGAIN_MILLIS = 1_000;

  private final Vertx vertx;
  private final Context context;
  private final RedisOptions options;
  private final String channel;
  private final Consumer<String> word;
  private final Runnable missed;
  private @Nullable Redis client;
  private boolean closed;

  /**
   * @param missed called when listening has begun, and has begun again
   */
  RedisListener(
      Vertx vertx, RedisOptions options, String channel, Consumer<String> word, Runnable missed) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.options = options;
    this.channel = channel;
    this.word = word;
    this.missed = missed;
  }

  /** Listens for as long as this is open. */
  void begin() {
    Redis made;
    synchronized (this) {
      if (closed) {
        return;
      }
      made = Redis.createClient(vertx, options);
      client = made;
    }
    AtomicBoolean over = new AtomicBoolean();
    Runnable again =
        () -> {
          if (over.compareAndSet(false, true)) {
            made.close();
            vertx.setTimer(AGAIN_MILLIS, now -> begin());
          }
        };
    Promise<RedisConnection> connected = Promise.promise();
    context.runOnContext(now -> made.connect().onComplete(connected));
    connected
        .future()
        .compose(
            connection -> {
              connection.handler(message -> heard(message));
              connection.exceptionHandler(broken -> again.run());
              connection.endHandler(ended -> again.run());
              return connection.send(Request.cmd(Command.SUBSCRIBE).arg(channel));
            })
        .onSuccess(begun -> missed.run())
        .onFailure(
            failure -> {
              LOG.debugf("Listening to %s failed: %s", channel, failure.getMessage());
              again.run();
            });
  }

  synchronized void close() {
    closed = true;
    if (client != null) {
      client.close();
    }
  }

  /* A message comes as "message", the channel, the text. */
  private void heard(Response message) {
    boolean isList = message.type() == ResponseType.MULTI || message.type() == ResponseType.PUSH;
    if (isList && message.size() == 3 && "message".equals(message.get(0).toString())) {
      word.accept(message.get(2).toString());
    }
  }
}
