package dev.huntgate.bench.replicas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Jobs, from their start until they have ended or are forgotten; each is looked at by whichever
 * replica runs, whoever accepted it.
 */
final class Jobs {

  /** One that was accepted by a process of a replica. */
  private record Job(
      String id, Gateway gateway, int life, int number, long accepted, long dueNanos) {

    boolean wasLeft() {
      return gateway.life() != life;
    }
  }

  /* Each that takes a job over may wait for a lease to end, and for the budget for a minute. */
  private static final Duration GRACE = Duration.ofSeconds(150);
  private static final String START =
      "mutation ($kql: String!, $wait: String) { startHunt(kql: $kql, maxWait: $wait) { id } }";
  private static final String LOOK =
      "query ($id: ID!) { huntJob(id: $id) { state error { code } result { rows(first: 2) { nodes"
          + " } } } }";

  private final List<Gateway> gateways;
  private final Duration longestWait;
  private final Random random;
  private final Queue<Job> open = new ConcurrentLinkedQueue<>();
  private final AtomicInteger starting = new AtomicInteger();
  private final Map<String, LongAdder> ends = new ConcurrentSkipListMap<>();
  private final LongAdder accepted = new LongAdder();
  private final Queue<Long> orphans = new ConcurrentLinkedQueue<>();
  private final LongSupplier clock;

  Jobs(List<Gateway> gateways, Duration longestWait, LongSupplier clock, Random random) {
    this.clock = clock;
    this.gateways = gateways;
    this.longestWait = longestWait;
    this.random = random;
  }

  void start(Gateway gateway, int number) {
    long wait = 1 + random.nextInt((int) longestWait.toSeconds());
    int life = gateway.life();
    starting.incrementAndGet();
    gateway
        .ask(START, Map.of("kql", Load.kql(number), "wait", "PT" + wait + "S"))
        .whenComplete(
            (answer, failure) -> {
              JsonNode id = failure == null ? answer.at("/data/startHunt/id") : null;
              if (id != null && id.isTextual()) {
                accepted.increment();
                long due = System.nanoTime() + GRACE.plusSeconds(wait).toNanos();
                open.add(new Job(id.asText(), gateway, life, number, clock.getAsLong(), due));
              } else if (gateway.life() == life) {
                count("REFUSED: " + (failure == null ? answer : failure));
              }
              starting.decrementAndGet();
            });
  }

  int open() {
    return open.size() + starting.get();
  }

  long accepted() {
    return accepted.sum();
  }

  /** When those were accepted, in milliseconds, that are forgotten since a process was killed. */
  List<Long> orphans() {
    return List.copyOf(orphans);
  }

  /** How many ended how. */
  Map<String, Long> ends() {
    Map<String, Long> sums = new TreeMap<>();
    ends.forEach((name, count) -> sums.put(name, count.sum()));
    return sums;
  }

  /** Looks at every job that is open. */
  void look() {
    for (Job job : open) {
      List<Gateway> up = gateways.stream().filter(Gateway::isUp).toList();
      if (System.nanoTime() > job.dueNanos()) {
        forget(job);
      } else if (!up.isEmpty()) {
        up.get(random.nextInt(up.size()))
            .ask(LOOK, Map.of("id", job.id()))
            .thenAccept(answer -> told(job, answer.at("/data/huntJob"), answer));
      }
    }
  }

  private void told(Job job, JsonNode told, JsonNode answer) {
    String left = job.wasLeft() ? ", after its replica was killed" : "";
    switch (told.path("state").asText()) {
      case "SUCCEEDED" -> {
        String error = answer.at("/errors/0/extensions/code").asText();
        if (error.equals("RESULT_GONE")) {
          end(job, "succeeded, its result gone" + left);
        } else if (Load.isRight(told.path("result"), job.number())) {
          end(job, "succeeded" + left);
        } else {
          end(job, "WRONG: " + answer);
        }
      }
      case "FAILED" -> {
        String code = told.at("/error/code").asText();
        end(job, (Load.isRefusal(code) ? "reported, " : "FAILED: ") + code + left);
      }
      // Waiting or running; or Redis is away and the replica does not know, which is looked at
      // again.
      default -> {}
    }
  }

  private void forget(Job job) {
    if (!job.wasLeft()) {
      end(job, "FORGOTTEN: for no reason");
    } else if (open.remove(job)) {
      orphans.add(job.accepted());
    }
  }

  private void end(Job job, String how) {
    if (open.remove(job)) {
      count(how);
    }
  }

  private void count(String end) {
    ends.computeIfAbsent(end, first -> new LongAdder()).increment();
  }
}
