package dev.huntgate.outside;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.graphql.SocketClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a process that is told to stop while it has much to do. */
class OutsideShutdownIT {

  private static final int HUNTS = 10;
  private static final int CALLERS = 4;
  private static final String PAGE =
      "{\"query\":\"{ hunt(kql: \\\"DeviceInfo | take 5\\\") { rows(first: 5) { nodes } } }\"}";

  @Test
  void losesNothingThatItHadTaken(@TempDir Path empty) throws Exception {
    try (OutsideProcesses processes =
        OutsideProcesses.start(
            empty,
            Map.of("HUNTGATE_BUDGET_PRESET", "unlimited", "QUARKUS_SHUTDOWN_DELAY", "PT2S"))) {
      URI graphql = processes.huntgate().resolve("/graphql");
      HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      assertEquals(200, client.send(request(graphql, PAGE), BodyHandlers.ofString()).statusCode());
      // Longer than Quarkus waits for requests.
      processes.holdHuntsFor(Duration.ofSeconds(14));
      List<CompletableFuture<HttpResponse<String>>> hunts = new ArrayList<>();
      for (int i = 0; i < HUNTS; i++) {
        hunts.add(client.sendAsync(request(graphql, hunt(i)), BodyHandlers.ofString()));
      }
      try (SocketClient socket =
          SocketClient.open(processes.huntgate(), Map.of(), "graphql-transport-ws")) {
        String job = watchedJob(processes, socket);
        await().atMost(Duration.ofSeconds(20)).until(() -> processes.running() == HUNTS + 1);

        Map<Object, AtomicInteger> outcomes = new ConcurrentHashMap<>();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<?>> load = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
          load.add(callers.submit(() -> load(graphql, outcomes)));
        }
        await().until(() -> outcomes.containsKey(200));
        processes.terminate();

        for (CompletableFuture<HttpResponse<String>> hunt : hunts) {
          HttpResponse<String> answer = hunt.get(40, TimeUnit.SECONDS);
          assertEquals(200, answer.statusCode(), answer::body);
          assertFalse(answer.body().contains("errors"), answer::body);
        }
        assertTrue(toTheEnd(socket).contains("SUCCEEDED"), job);
        assertTrue(processes.ended(Duration.ofSeconds(30)), "it still runs");
        for (Future<?> one : load) {
          one.get(30, TimeUnit.SECONDS);
        }
        callers.shutdown();
        assertEquals(Set.of(200), outcomes.keySet());
      }
    }
  }

  private static String watchedJob(OutsideProcesses processes, SocketClient socket) {
    String job =
        processes
            .ask("mutation { startHunt(kql: \"DeviceEvents | take 7\") { id } }")
            .jsonPath()
            .getString("data.startHunt.id");
    socket.init(null);
    assertTrue(socket.next().contains("connection_ack"));
    socket.subscribe(
        "1", "subscription { huntJob(id: \"" + job + "\") { state result { rowCount } } }");
    return job;
  }

  private static String toTheEnd(SocketClient socket) {
    String message = socket.next();
    while (message.contains("QUEUED") || message.contains("RUNNING")) {
      message = socket.next();
    }
    return message;
  }

  /* As behind a balancer, which sends no more to a process that is not ready. */
  private static void load(URI graphql, Map<Object, AtomicInteger> outcomes) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest probe = HttpRequest.newBuilder(graphql.resolve("/q/health/ready")).build();
    try {
      while (client.send(probe, BodyHandlers.discarding()).statusCode() == 200) {
        HttpResponse<String> answer = client.send(request(graphql, PAGE), BodyHandlers.ofString());
        boolean whole = answer.statusCode() == 200 && answer.body().contains("\"nodes\"");
        outcomes
            .computeIfAbsent(whole ? 200 : answer.body(), first -> new AtomicInteger())
            .incrementAndGet();
      }
    } catch (IOException lost) {
      outcomes.put(lost.toString(), new AtomicInteger(1));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hunt(int number) {
    return "{\"query\":\"{ hunt(kql: \\\"DeviceInfo | take 1" + number + "\\\") { rowCount } }\"}";
  }

  private static HttpRequest request(URI graphql, String body) {
    return HttpRequest.newBuilder(graphql)
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(60))
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
