package dev.huntgate.bench.replicas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One replica: a process of Huntgate after the other, at the same port. */
final class Gateway {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  final int number;
  final int port = Ports.free();
  private final Children children;
  private final Witness witness;
  private final List<String> command;
  private final Map<String, String> settings;
  private volatile Process process;
  private volatile boolean up;
  private volatile int life;

  Gateway(
      int number,
      Children children,
      Witness witness,
      List<String> command,
      Map<String, String> settings) {
    this.number = number;
    this.children = children;
    this.witness = witness;
    this.command = command;
    this.settings = settings;
  }

  /** Starts a process, and waits until it is ready. */
  void start() throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(settings);
    all.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    all.put(
        "HUNTGATE_TENANTS_DEFAULT_BASE_URL", witness.address(number, life) + "/sandbox/graph/v1.0");
    process = children.start("replica-" + number, all, command);
    Ports.await(port);
    up = true;
  }

  /** Kills the process, as {@code kill -9} does. */
  void kill() throws InterruptedException {
    up = false;
    life++;
    process.destroyForcibly().waitFor();
  }

  boolean isUp() {
    return up;
  }

  /** Which process this is, by the number of those before it. */
  int life() {
    return life;
  }

  /** Asks, and gives the whole answer. */
  CompletableFuture<JsonNode> ask(String document, Map<String, ?> variables) {
    try {
      byte[] body = JSON.writeValueAsBytes(Map.of("query", document, "variables", variables));
      return CLIENT
          .sendAsync(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                  .timeout(Duration.ofSeconds(130))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .thenApply(Gateway::read);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** How the process shares the budget: {@code shared} or {@code degraded}. */
  String mode() throws IOException, InterruptedException {
    JsonNode health = JSON.readTree(get("/q/health/ready"));
    for (JsonNode check : health.path("checks")) {
      if (check.path("data").has("mode")) {
        return check.path("data").path("mode").asText();
      }
    }
    return "unknown";
  }

  String get(String path) throws IOException, InterruptedException {
    return CLIENT
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static JsonNode read(HttpResponse<byte[]> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
