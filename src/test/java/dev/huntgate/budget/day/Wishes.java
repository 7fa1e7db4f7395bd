package dev.huntgate.budget.day;

import dev.huntgate.budget.Priority;
import dev.huntgate.kql.CanonicalKql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What the callers of one day want: who asks for which hunt when. Everything is drawn from the
 * seed, so that different clients can be shown the same day.
 */
final class Wishes {

  static final int CALLERS = 200;
  static final int HUNTS = 2_000;

  private static final double MEDIAN_SECONDS = 3;
  private static final double SIGMA_OF_HUNTS = 1.0;
  private static final double SIGMA_OF_RUNS = 0.5;
  private static final Duration[] WAITS = {
    Duration.ZERO, Duration.ofSeconds(30), Duration.ofMinutes(10)
  };

  /**
   * Somebody asks once.
   *
   * @param hunt its rank in the Zipf mix, from 0
   */
  record Wish(long time, int caller, int hunt, Duration maxWait) {}

  private final Scenario scenario;
  private final double[] medians = new double[HUNTS];
  private final double[] upTo = new double[HUNTS];
  private final List<CanonicalKql> queries = new ArrayList<>();
  private final List<Wish> wishes = new ArrayList<>();

  Wishes(Scenario scenario, long seed, long start) {
    this.scenario = scenario;
    Random random = new Random(seed);
    double sum = 0;
    double meanSeconds = 0;
    for (int i = 0; i < HUNTS; i++) {
      medians[i] = MEDIAN_SECONDS * Math.exp(SIGMA_OF_HUNTS * random.nextGaussian());
      queries.add(CanonicalKql.of("DeviceProcessEvents | where ProcessId == " + i + " | take 10"));
      sum += 1.0 / (i + 1);
      meanSeconds += meanSeconds(i) / (i + 1);
      upTo[i] = sum;
    }
    double asks = scenario.asking() * StrictUpstream.DAY_ALLOWS / 1000 / (meanSeconds / sum);
    double between = StrictUpstream.DAY / asks;
    for (double time = 0; time < StrictUpstream.DAY; time += exponential(random, between)) {
      wishes.add(
          new Wish(
              start + (long) time,
              caller(random),
              rank(random.nextDouble() * sum),
              WAITS[random.nextInt(WAITS.length)]));
    }
  }

  List<Wish> all() {
    return wishes;
  }

  CanonicalKql query(int hunt) {
    return queries.get(hunt);
  }

  /** How long a hunt runs on average. */
  double meanSeconds(int hunt) {
    return medians[hunt] * Math.exp(SIGMA_OF_RUNS * SIGMA_OF_RUNS / 2);
  }

  /** How long a hunt runs this time. */
  long runMillis(int hunt, Random random) {
    double seconds = medians[hunt] * Math.exp(SIGMA_OF_RUNS * random.nextGaussian());
    return Math.max(1, Math.round(seconds * 1000));
  }

  /** Whether a refused caller comes back: surely for the hunt that is asked most, seldom else. */
  static boolean comesBack(Wish wish, Random random) {
    return random.nextDouble() < 1 / (1 + Math.log10(wish.hunt() + 1));
  }

  Priority priority(int caller) {
    return caller < scenario.backgroundCallers() ? Priority.BACKGROUND : Priority.INTERACTIVE;
  }

  private int caller(Random random) {
    int background = scenario.backgroundCallers();
    return random.nextDouble() < scenario.backgroundAsking()
        ? random.nextInt(background)
        : background + random.nextInt(CALLERS - background);
  }

  private int rank(double at) {
    int index = java.util.Arrays.binarySearch(upTo, at);
    return Math.min(HUNTS - 1, index < 0 ? -index - 1 : index);
  }

  private static double exponential(Random random, double mean) {
    return -mean * Math.log(1 - random.nextDouble());
  }
}
