package dev.huntgate.bench.replicas;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run is to be like.
 *
 * @param load for how long there is load, for each alignment
 * @param killEvery the mean time between two kills
 * @param patience how long a replica waits for Redis
 * @param judgeOnce whether hunts that were bought more than once fail the run, or are counted only
 */
record Options(
    Duration load,
    List<String> alignments,
    long seed,
    Set<Outage.Kind> outages,
    Duration killEvery,
    Duration patience,
    boolean judgeOnce) {

  static final int REPLICAS = 4;
  static final Duration OUTAGE = Duration.ofSeconds(60);
  static final Duration LEASE = Duration.ofSeconds(10);

  /* Two outages, with two full windows and more before, between and after them. */
  private static final Duration ROOM_FOR_OUTAGES = Duration.ofMinutes(8);

  /**
   * Reads {@code name=value} arguments; all may be left out.
   *
   * @throws IllegalArgumentException with words for whoever gave them
   */
  static Options of(String... arguments) {
    Map<String, String> given = new HashMap<>();
    for (String argument : arguments) {
      String[] pair = argument.split("=", 2);
      if (pair.length < 2) {
        throw new IllegalArgumentException("Not name=value: " + argument);
      }
      given.put(pair[0], pair[1]);
    }
    Duration load = seconds(given.remove("seconds"), 600);
    String outages = given.remove("outages");
    if (outages == null) {
      outages = load.compareTo(ROOM_FOR_OUTAGES) < 0 ? "none" : "stopped,emptied";
    }
    String alignments = given.remove("alignments");
    String seed = given.remove("seed");
    String patience = given.remove("patience");
    Options read =
        new Options(
            load,
            List.of((alignments == null ? "sliding,fixed,cpu" : alignments).split(",")),
            seed == null ? System.nanoTime() : Long.parseLong(seed),
            Outage.Kind.named(outages),
            seconds(given.remove("kill-every"), 20),
            Duration.ofMillis(patience == null ? 50 : Integer.parseInt(patience)),
            "judge".equals(given.remove("once")));
    if (!given.isEmpty()) {
      throw new IllegalArgumentException(
          "Unknown: "
              + given.keySet()
              + "; there are seconds, alignments, seed, outages, once,"
              + " kill-every and patience");
    }
    return read;
  }

  /** For how long a result answers equal hunts. */
  Duration freshness() {
    return load.toSeconds() < 300 ? Duration.ofMinutes(1) : Duration.ofMinutes(2);
  }

  /** For how long a job waits at most, so that the end does not take as long as the run. */
  Duration longestWait() {
    return Duration.ofSeconds(Math.min(120, load.toSeconds() / 2));
  }

  private static Duration seconds(String text, int otherwise) {
    return Duration.ofSeconds(text == null ? otherwise : Integer.parseInt(text));
  }

  @Override
  public String toString() {
    return "load %d s, seed %d, outages %s, a kill every %d s, patience %d ms, excess purchases %s; %s"
        .formatted(
            load.toSeconds(),
            seed,
            Arrays.toString(outages.toArray()),
            killEvery.toSeconds(),
            patience.toMillis(),
            judgeOnce ? "judged" : "counted",
            alignments);
  }
}
