package dev.huntgate.bench.replicas;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One run: a Redis, a sandbox, the witness before it, four replicas, load and trouble. */
final class Trial implements AutoCloseable {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();
  private static final List<String> SMALL =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx200m");

  private final Options options;
  private final Children children;
  private final RedisProcess redis;
  private final int sandboxPort = Ports.free();
  private final Witness witness;
  private final List<Gateway> gateways = new ArrayList<>();
  private final Load load;
  private final Trouble trouble;
  private volatile long begun = System.nanoTime();

  /**
   * @param alignment how the sandbox's windows lie
   * @param work a folder for what the processes write
   */
  Trial(Options options, String alignment, Path work, Path app, String redisBinary)
      throws IOException {
    this.options = options;
    this.children = new Children(work.resolve(alignment), work.resolve("pids"));
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(SMALL);
    command.addAll(List.of("-jar", app.resolve("quarkus-run.jar").toString()));
    this.redis = new RedisProcess(children, redisBinary);
    children.start("sandbox", sandbox(alignment), command);
    Ports.await(sandboxPort);
    LongSupplier clock = () -> (System.nanoTime() - begun) / 1_000_000;
    this.witness = new Witness(upstream(), clock);
    for (int i = 1; i <= Options.REPLICAS; i++) {
      gateways.add(new Gateway(i, children, witness, command, replica()));
    }
    this.load = new Load(gateways, options.longestWait(), clock, options.seed());
    this.trouble = new Trouble(gateways, witness, redis, clock, options.seed() + 2);
  }

  /** Runs it, and tells what came of it. */
  Verdict run() throws IOException, InterruptedException {
    for (Gateway gateway : gateways) {
      gateway.start();
    }
    begun = System.nanoTime();
    load.start();
    trouble.killNowAndThen(options.killEvery());
    int parts = options.outages().size() + 1;
    long quiet = (options.load().toMillis() - (parts - 1) * Options.OUTAGE.toMillis()) / parts;
    for (Outage.Kind outage : options.outages()) {
      long before = millis();
      TimeUnit.MILLISECONDS.sleep(quiet);
      trouble.takeRedisAway(outage, Options.OUTAGE);
      System.out.printf("Redis %s, %d s into the run%n", outage, (before + quiet) / 1000);
    }
    TimeUnit.MILLISECONDS.sleep(Math.max(0, options.load().toMillis() - millis()));
    load.stop();
    long end = millis();
    trouble.end();
    load.drain();
    note();
    return new Verdict(
        options,
        new Figures(witness.calls(), trouble.kills(), trouble.outages(), end),
        load,
        trouble,
        throttled());
  }

  /** Leaves a line for each call, for whoever looks for a reason. */
  private void note() throws IOException {
    List<String> lines = new ArrayList<>();
    witness.calls().forEach(call -> lines.add(call.toString()));
    trouble.kills().forEach(kill -> lines.add(kill.toString()));
    Files.write(children.log("calls"), lines);
  }

  private long millis() {
    return (System.nanoTime() - begun) / 1_000_000;
  }

  private URI upstream() {
    return URI.create("http://127.0.0.1:" + sandboxPort);
  }

  private Map<String, String> sandbox(String alignment) {
    return Map.of(
        "QUARKUS_HTTP_PORT", String.valueOf(sandboxPort),
        "HUNTGATE_SANDBOX", "only",
        "HUNTGATE_SANDBOX_LIMITS", "terms",
        "HUNTGATE_SANDBOX_ALIGNMENT", alignment,
        "HUNTGATE_SANDBOX_HUNT_LATENCY", "PT0.3S",
        "HUNTGATE_SANDBOX_ROWS", "30000");
  }

  private Map<String, String> replica() {
    Map<String, String> settings = new HashMap<>();
    settings.put("HUNTGATE_AUTH", "none");
    settings.put("HUNTGATE_TENANTS_DEFAULT_TENANT_ID", "contoso");
    settings.put("HUNTGATE_TENANTS_DEFAULT_CLIENT_ID", "huntgate-sandbox");
    settings.put("HUNTGATE_TENANTS_DEFAULT_CLIENT_SECRET", "sandbox-only");
    settings.put("HUNTGATE_TENANTS_DEFAULT_LOGIN_URL", upstream() + "/sandbox/login");
    settings.put("HUNTGATE_SHARED_REDIS", "redis://127.0.0.1:" + redis.port);
    // What killed replicas had reserved would else use up the hour's running time, and this is
    // about
    // calls.
    settings.put("HUNTGATE_BUDGET_OPENING", "0.75");
    settings.put("HUNTGATE_SHARED_LEASE", Options.LEASE.toString());
    settings.put("HUNTGATE_SHARED_PATIENCE", options.patience().toString());
    settings.put("HUNTGATE_CACHE_FRESHNESS_LEAST", options.freshness().toString());
    settings.put("HUNTGATE_CACHE_FRESHNESS_MOST", options.freshness().toString());
    // Buying ahead is no excess, but could not be told from one.
    settings.put("HUNTGATE_CACHE_REFRESH_ABOVE", "1");
    return settings;
  }

  /** How many hunts the sandbox answered with 429, as its metrics have it. */
  private long throttled() throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(upstream().resolve("/q/metrics")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith("http_server_requests_seconds_count"))
        .filter(line -> line.contains("runHuntingQuery") && line.contains("status=\"429\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Override
  public void close() {
    trouble.close();
    load.close();
    witness.close();
    children.close();
  }
}
