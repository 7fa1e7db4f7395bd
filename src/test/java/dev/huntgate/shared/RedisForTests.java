package dev.huntgate.shared;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/**
 * A real Redis, which can be stopped and started again on the same port: the one that comes with
 * the tests, or the one whose path the system property {@code redis.server} has.
 */
public final class RedisForTests implements AutoCloseable {

  private static final String SERVER = System.getProperty("redis.server", "");

  private @Nullable Vertx vertx;
  private final String[] settings;
  private final int port;
  private @Nullable RedisServer server;
  private @Nullable Redis client;

  private RedisForTests(int port, String... settings) {
    this.settings = settings;
    this.port = port;
  }

  /** Starts one that keeps nothing on disk, with more lines of configuration. */
  public static RedisForTests with(String... settings) {
    RedisForTests redis = new RedisForTests(freePort(), settings);
    redis.start();
    return redis;
  }

  /**
   * One that is not started yet, at the same port for whoever names it so: a test and its profile
   * are loaded apart, and share no object.
   */
  public static RedisForTests named(String name, String... settings) {
    String property = "redis.for.tests." + name;
    if (System.getProperty(property) == null) {
      System.setProperty(property, String.valueOf(freePort()));
    }
    return new RedisForTests(Integer.getInteger(property), settings);
  }

  /** A port that nobody listens at. */
  static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts it again, empty. */
  public void start() {
    try {
      var builder =
          RedisServer.newRedisServer()
              .port(port)
              .setting("bind 127.0.0.1")
              .setting("save \"\"")
              .setting("appendonly no");
      if (!SERVER.isBlank()) {
        builder.executableProvider(() -> new File(SERVER));
      }
      Arrays.stream(settings).forEach(builder::setting);
      server = builder.build();
      server.start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops it, and what it kept is gone. */
  public void stop() {
    try {
      if (server != null) {
        server.stop();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public String address() {
    return "redis://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public Vertx vertx() {
    Vertx now = vertx;
    if (now == null) {
      now = Vertx.vertx();
      vertx = now;
    }
    return now;
  }

  /** Runs a command. */
  public Response run(Command command, Object... arguments) {
    Redis now = client;
    if (now == null) {
      now = Redis.createClient(vertx(), address());
      client = now;
    }
    return await(now.send(Request.cmd(command, arguments)));
  }

  static <T> T await(io.vertx.core.Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (vertx != null) {
      await(vertx.close());
    }
    stop();
  }
}
