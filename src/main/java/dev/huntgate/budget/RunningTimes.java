package dev.huntgate.budget;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long equal hunts ran lately.
 *
 * <p>Bounded: the latest runs of the queries that were run most recently. Thread-safe.
 */
public final class RunningTimes {

  private static final int RUNS = 16;
  private static final int QUERIES = 10_000;
  /* Above the middle, so that most reservations need not grow; far below the tail, so that little
  of the budget lies idle. */
  private static final double ESTIMATE_QUANTILE = 0.65;

  private static final class Runs {
    final long[] millis = new long[RUNS];
    int count;

    void add(long value) {
      millis[count++ % RUNS] = value;
    }

    long quantile(double part) {
      int size = Math.min(count, RUNS);
      long[] sorted = Arrays.copyOf(millis, size);
      Arrays.sort(sorted);
      return sorted[(int) Math.min(size - 1L, (long) Math.floor(part * size))];
    }
  }

  /**
   * What is known of a query's running time.
   *
   * @param p50 half of its runs took no longer
   * @param p95 nearly all of its runs took no longer
   * @param samples how many runs that rests on; with none, both are the default
   */
  public record Expected(Duration p50, Duration p95, int samples) {}

  private final Map<String, Runs> queries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Runs> eldest) {
          return size() > QUERIES;
        }
      };

  private final Duration unknown;

  /**
   * @param unknown what is expected of a query that was never run
   */
  public RunningTimes(Duration unknown) {
    this.unknown = unknown;
  }

  /** Remembers one run of a query. */
  public synchronized void add(String query, Duration ran) {
    queries.computeIfAbsent(query, key -> new Runs()).add(ran.toMillis());
  }

  /** What to reserve for a query's next run. */
  public synchronized Duration estimate(String query) {
    Runs runs = queries.get(query);
    return runs == null ? unknown : Duration.ofMillis(runs.quantile(ESTIMATE_QUANTILE));
  }

  /** What is known of a query. */
  public synchronized Expected expected(String query) {
    @Nullable Runs runs = queries.get(query);
    return runs == null
        ? new Expected(unknown, unknown, 0)
        : new Expected(
            Duration.ofMillis(runs.quantile(0.5)),
            Duration.ofMillis(runs.quantile(0.95)),
            Math.min(runs.count, RUNS));
  }
}
