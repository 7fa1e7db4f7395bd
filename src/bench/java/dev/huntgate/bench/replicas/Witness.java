package dev.huntgate.bench.replicas;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * What stands between the replicas and upstream and writes down every hunt: when it came, from
 * whom, and what upstream answered.
 */
final class Witness implements AutoCloseable {

  /**
   * A hunt that came by.
   *
   * @param replica the number of who sent it
   * @param life which process of that number it was
   * @param at when it came, and {@code ended} when it was answered, by the run's clock
   */
  record Call(int replica, int life, String kql, long at, long ended, int status, String words) {

    boolean isBought() {
      return status == 200;
    }

    /** Whether it was one call too many for a window of calls. */
    boolean isOverCalls() {
      return status == 429 && words.contains("API calls quota exceeded");
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> PASSED_ON =
      List.of("content-type", "retry-after", "www-authenticate", "request-id", "date");

  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final Map<Integer, AtomicInteger> inFlight = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer server;
  private final URI upstream;
  private final LongSupplier clock;

  Witness(URI upstream, LongSupplier clock) throws IOException {
    this.upstream = upstream;
    this.clock = clock;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    server.createContext("/", this::pass);
    server.setExecutor(threads);
    server.start();
  }

  /** Where a process of a replica finds upstream. */
  String address(int replica, int life) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + replica + "/" + life;
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  /** How many hunts of a replica are upstream. */
  int inFlight(int replica) {
    return counter(replica).get();
  }

  int inFlight() {
    return inFlight.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  private AtomicInteger counter(int replica) {
    return inFlight.computeIfAbsent(replica, first -> new AtomicInteger());
  }

  private void pass(HttpExchange exchange) throws IOException {
    long at = clock.getAsLong();
    String[] parts = exchange.getRequestURI().getPath().split("/", 4);
    int replica = Integer.parseInt(parts[1]);
    counter(replica).incrementAndGet();
    try {
      byte[] body = exchange.getRequestBody().readAllBytes();
      HttpResponse<byte[]> answer = forward(exchange, parts[3], body);
      calls.add(
          new Call(
              replica,
              Integer.parseInt(parts[2]),
              JSON.readTree(body).path("Query").asText(),
              at,
              clock.getAsLong(),
              answer.statusCode(),
              answer.statusCode() == 200 ? "" : new String(answer.body(), StandardCharsets.UTF_8)));
      answer(exchange, answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      counter(replica).decrementAndGet();
      exchange.close();
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, String path, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(upstream.resolve("/" + path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .header("Content-Type", "application/json");
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (token != null) {
      request.header("Authorization", token);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    PASSED_ON.forEach(
        name ->
            answer
                .headers()
                .firstValue(name)
                .ifPresent(value -> exchange.getResponseHeaders().set(name, value)));
    exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
