package dev.huntgate.bench;

import dev.huntgate.PackagedJar;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the packaged jar: how long it takes to start with the sandbox and without, and a page of
 * incidents while nobody hunts and while ten do, over a table of a million rows.
 */
public final class SandboxBesideHunts {

  private static final String PAGE =
      "{ incidents(first: 20) { nodes { id name severity status createdAt } } }";
  private static final int PAGES = 1_000;
  /* So many until the compiler has had its time. */
  private static final int WARM_UP = 5_000;
  private static final int WARM_UP_HUNTS = 300;
  private static final int HUNTERS = 10;
  private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");

  private static final Map<String, String> SANDBOX =
      Map.of(
          "HUNTGATE_SANDBOX", "true",
          "HUNTGATE_BUDGET_PRESET", "unlimited",
          "HUNTGATE_SANDBOX_ROWS", "4700000");
  private static final Map<String, String> TENANT =
      Map.of(
          "HUNTGATE_AUTH", "none",
          "HUNTGATE_TENANTS_DEFAULT_TENANT_ID", "directory.example",
          "HUNTGATE_TENANTS_DEFAULT_CLIENT_ID", "someone",
          "HUNTGATE_TENANTS_DEFAULT_CLIENT_SECRET", "something");

  private final HttpClient client = HttpClient.newHttpClient();

  private SandboxBesideHunts() {}

  /** Takes no arguments; run in the project's directory after {@code ./mvnw package}. */
  public static void main(String[] arguments) throws Exception {
    SandboxBesideHunts bench = new SandboxBesideHunts();
    for (int i = 0; i < 3; i++) {
      System.out.printf(
          "start with the sandbox %s s, with a tenant %s s%n",
          bench.startOf(SANDBOX), bench.startOf(TENANT));
    }
    bench.pages();
  }

  private String startOf(Map<String, String> settings) throws Exception {
    try (PackagedJar jar = PackagedJar.start(Files.createTempDirectory("bench"), settings)) {
      jar.address();
      Matcher started = STARTED.matcher(jar.said());
      return started.find() ? started.group(1) : "?";
    }
  }

  private void pages() throws Exception {
    try (PackagedJar jar = PackagedJar.start(Files.createTempDirectory("bench"), SANDBOX)) {
      URI graphql = jar.address().resolve("/graphql");
      long start = System.nanoTime();
      ask(graphql, "{ hunt(kql: \"DeviceProcessEvents | count\") { rows(first: 1) { nodes } } }");
      System.out.printf(Locale.ROOT, "first hunt %.0f ms%n", since(start));
      for (int i = 0; i < WARM_UP; i++) {
        ask(graphql, PAGE);
      }
      measure(graphql, "while nobody hunts");
      AtomicBoolean over = new AtomicBoolean();
      AtomicInteger hunts = new AtomicInteger();
      ExecutorService hunters = Executors.newFixedThreadPool(HUNTERS);
      for (int i = 0; i < HUNTERS; i++) {
        hunters.execute(() -> hunt(graphql, over, hunts));
      }
      while (hunts.get() < WARM_UP_HUNTS) {
        ask(graphql, PAGE);
      }
      int before = hunts.get();
      start = System.nanoTime();
      measure(graphql, "while ten hunt");
      double seconds = since(start) / 1_000;
      over.set(true);
      hunters.shutdown();
      if (!hunters.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The hunts do not end");
      }
      System.out.printf(
          Locale.ROOT, "%.1f hunts a second meanwhile%n", (hunts.get() - before) / seconds);
    }
  }

  /** Hunts again and again, each time for something that nobody has hunted for. */
  private void hunt(URI graphql, AtomicBoolean over, AtomicInteger hunts) {
    try {
      while (!over.get()) {
        int number = hunts.incrementAndGet();
        ask(
            graphql,
            "{ hunt(kql: \"DeviceProcessEvents | where ProcessId != "
                + number
                + " and ProcessCommandLine contains 'powershell' | summarize n = count(),"
                + " dcount(SHA256) by DeviceName, FileName\") { rowCount } }");
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void measure(URI graphql, String when) throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      long start = System.nanoTime();
      ask(graphql, PAGE);
      times.add(since(start));
    }
    times.sort(Comparator.naturalOrder());
    System.out.printf(
        Locale.ROOT,
        "incident page %s: p50 %.1f ms, p99 %.1f ms%n",
        when,
        times.get(PAGES / 2),
        times.get(PAGES * 99 / 100));
  }

  private void ask(URI graphql, String query) throws IOException, InterruptedException {
    String body = "{\"query\":\"" + query.replace("\"", "\\\"") + "\"}";
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(graphql)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 || answer.body().contains("\"errors\"")) {
      throw new IllegalStateException(answer.body());
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
