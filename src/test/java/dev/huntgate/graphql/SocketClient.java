package dev.huntgate.graphql;

import io.restassured.RestAssured;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client that speaks {@code graphql-transport-ws}, with the application under test at first. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;
  private static final String PING = "{\"type\":\"ping\"}";

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private @Nullable WebSocket socket;

  private SocketClient() {}

  static SocketClient open(Map<String, String> headers) {
    return open(headers, "graphql-transport-ws");
  }

  /** Opens a socket, or throws what the handshake failed with. */
  static SocketClient open(Map<String, String> headers, @Nullable String protocol) {
    return open(URI.create("http://localhost:" + RestAssured.port), headers, protocol);
  }

  /** The same with an application elsewhere. */
  public static SocketClient open(
      URI application, Map<String, String> headers, @Nullable String protocol) {
    SocketClient client = new SocketClient();
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    headers.forEach(builder::header);
    if (protocol != null) {
      builder.subprotocols(protocol);
    }
    client.socket =
        builder
            .buildAsync(URI.create("ws://" + application.getAuthority() + "/graphql"), client)
            .join();
    return client;
  }

  public void init(@Nullable String authorization) {
    JsonObjectBuilder payload = Json.createObjectBuilder();
    if (authorization != null) {
      payload.add("Authorization", authorization);
    }
    send(
        Json.createObjectBuilder()
            .add("type", "connection_init")
            .add("payload", payload)
            .build()
            .toString());
  }

  public void subscribe(String id, String document) {
    send(
        Json.createObjectBuilder()
            .add("type", "subscribe")
            .add("id", id)
            .add("payload", Json.createObjectBuilder().add("query", document))
            .build()
            .toString());
  }

  void send(String message) {
    socket.sendText(message, true).join();
  }

  /** The next message of the server's that is not just a sign of life. */
  public String next() {
    String message = nextWithin(PATIENCE_SECONDS);
    if (message == null) {
      throw new AssertionError("No message came; the socket's end is " + closed);
    }
    return message;
  }

  /** The same, or null when none comes within so many seconds. */
  @Nullable String nextWithin(long seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try {
      String message = messages.poll(seconds, TimeUnit.SECONDS);
      while (PING.equals(message)) {
        message = messages.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
      return message;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The code with which the server closes the socket. */
  int closed() {
    return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      messages.add(part.toString());
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
