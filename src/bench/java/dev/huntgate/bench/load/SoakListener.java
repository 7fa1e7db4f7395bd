package dev.huntgate.bench.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Listens to subscriptions, each over a connection of its own. */
final class SoakListener {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  SoakListener(int port) {
    this.address = URI.create("ws://127.0.0.1:" + port + "/graphql");
  }

  /** Follows a job until it has succeeded. */
  void follow(String job) throws Exception {
    try (Session session = new Session()) {
      session.subscribe("subscription { huntJob(id: \\\"" + job + "\\\") { state elapsed } }");
      String last = "";
      for (String said = session.next(); !said.contains("\"complete\""); said = session.next()) {
        last = said;
      }
      if (!last.contains("\"SUCCEEDED\"")) {
        throw new IllegalStateException("A job ended with " + last);
      }
    }
  }

  /** Listens for two seconds, and leaves in the middle. */
  void listen() throws Exception {
    try (Session session = new Session()) {
      session.subscribe("subscription { incidentUpdates { id name status } }");
      session.subscribe("subscription { quota { operation state } }");
      String said = session.next();
      if (!said.contains("\"quota\"") && !said.contains("\"incidentUpdates\"")) {
        throw new IllegalStateException("Listening was answered with " + said);
      }
      long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
      while (until > System.nanoTime()) {
        session.heard.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    }
  }

  private final class Session implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private int subscriptions;

    Session() throws Exception {
      this.socket =
          client
              .newWebSocketBuilder()
              .subprotocols("graphql-transport-ws")
              .connectTimeout(PATIENCE)
              .buildAsync(address, this)
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      say("{\"type\":\"connection_init\"}");
      String said = next();
      if (!said.contains("connection_ack")) {
        throw new IllegalStateException("A connection was answered with " + said);
      }
    }

    void subscribe(String document) throws Exception {
      String id = Integer.toString(++subscriptions);
      say(
          "{\"type\":\"subscribe\",\"id\":\""
              + id
              + "\",\"payload\":{\"query\":\""
              + document
              + "\"}}");
    }

    String next() throws InterruptedException {
      String said = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (said == null || said.contains("\"type\":\"error\"") || said.contains("\"errors\":[")) {
        throw new IllegalStateException("A subscription was answered with " + said);
      }
      return said;
    }

    private void say(String message) throws Exception {
      socket.sendText(message, true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        heard.add(part.toString());
        part.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      heard.add("\"type\":\"error\" " + error);
    }

    @Override
    public void close() throws Exception {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }
}
