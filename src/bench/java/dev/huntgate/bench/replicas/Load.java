package dev.huntgate.bench.replicas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Callers who want more distinct hunts than the budget can pay for, and the same ones again. */
final class Load implements AutoCloseable {

  static final int HUNTS = 60;

  private static final double ASKS_A_SECOND = 4;
  private static final double JOBS_AMONG_THEM = 0.08;
  private static final List<Integer> WAITS = List.of(0, 0, 0, 0, 10, 10, 30, 30, 60);
  private static final String HUNT =
      "query ($kql: String!, $wait: String) { hunt(kql: $kql, maxWait: $wait) {"
          + " rows(first: 2) { nodes } cache { hit freshness } } }";

  private final List<Gateway> gateways;
  private final Random random;
  private final Jobs jobs;
  private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
  private final LongAdder open = new LongAdder();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  Load(List<Gateway> gateways, Duration longestWait, LongSupplier clock, long seed) {
    this.gateways = gateways;
    this.random = new Random(seed);
    this.jobs = new Jobs(gateways, longestWait, clock, new Random(seed + 1));
  }

  void start() {
    next();
    timer.scheduleWithFixedDelay(jobs::look, 1, 1, TimeUnit.SECONDS);
  }

  /** No more asks; what is open goes on. */
  void stop() {
    timer.shutdown();
  }

  /** Looks after jobs until all have ended or should have. */
  void drain() throws InterruptedException {
    while (jobs.open() > 0 || open.sum() > 0) {
      jobs.look();
      TimeUnit.SECONDS.sleep(1);
    }
  }

  Jobs jobs() {
    return jobs;
  }

  /** How many asks ended how. */
  Map<String, Long> outcomes() {
    Map<String, Long> sums = new TreeMap<>();
    outcomes.forEach((name, count) -> sums.put(name, count.sum()));
    return sums;
  }

  private void next() {
    timer.schedule(
        () -> {
          ask();
          next();
        },
        (long) (-Math.log(1 - random.nextDouble()) / ASKS_A_SECOND * 1e6),
        TimeUnit.MICROSECONDS);
  }

  private void ask() {
    List<Gateway> up = gateways.stream().filter(Gateway::isUp).toList();
    int number = random.nextInt(HUNTS);
    int wait = WAITS.get(random.nextInt(WAITS.size()));
    boolean job = random.nextDouble() < JOBS_AMONG_THEM;
    if (up.isEmpty()) {
      return;
    }
    Gateway gateway = up.get(random.nextInt(up.size()));
    if (job) {
      jobs.start(gateway, number);
      return;
    }
    int life = gateway.life();
    open.increment();
    gateway
        .ask(HUNT, Map.of("kql", kql(number), "wait", "PT" + wait + "S"))
        .whenComplete(
            (answer, failure) -> {
              count(outcome(gateway, life, number, answer, failure));
              open.decrement();
            });
  }

  private static String outcome(
      Gateway gateway, int life, int number, JsonNode answer, Throwable failure) {
    if (failure != null) {
      return gateway.life() != life ? "cut off by a kill" : "BROKEN: " + failure;
    }
    JsonNode hunt = answer.path("data").path("hunt");
    if (!hunt.isObject()) {
      String code = answer.at("/errors/0/extensions/code").asText("no code");
      return isRefusal(code) ? "refused, " + code : "FAILED: " + code;
    }
    if (!isRight(hunt, number)) {
      return "WRONG: " + hunt;
    }
    String freshness = hunt.at("/cache/freshness").asText();
    return hunt.at("/cache/hit").asBoolean()
        ? "answered from a kept result, " + freshness
        : "answered by a run, " + freshness;
  }

  /** The text of a hunt; what it finds is its number. */
  static String kql(int number) {
    return "DeviceInfo | take 1 | extend n = " + number + " | project n";
  }

  /** Whether it says that upstream allows no call now, of which each 429 is judged for itself. */
  static boolean isRefusal(String code) {
    return code.equals("QUOTA_EXHAUSTED") || code.equals("UPSTREAM_THROTTLED");
  }

  static boolean isRight(JsonNode hunt, int number) {
    JsonNode rows = hunt.at("/rows/nodes");
    return rows.size() == 1 && rows.get(0).get(0).asText().equals(String.valueOf(number));
  }

  private void count(String outcome) {
    outcomes.computeIfAbsent(outcome, first -> new LongAdder()).increment();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
