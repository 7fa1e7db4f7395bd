package dev.huntgate.bench;

import dev.huntgate.access.Tenant;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.CacheEvents;
import dev.huntgate.cache.Loaded;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.RowViews;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.kql.CanonicalKql;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.Order;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The heap that a cache of results takes while 500 different large results pass through it, beside
 * what it is told to keep within. Fails where it is more than a quarter above that.
 */
public final class CacheHeap {

  private static final int RESULTS = 500;
  private static final int LOOK_EVERY = 20;
  private static final int FEWEST_ROWS = 10_000;
  private static final int MORE_ROWS = 50_000;
  private static final long MAX_BYTES = 96L << 20;
  private static final double ALLOWED = 1.25;
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final List<Column> COLUMNS =
      List.of(
          new Column("Timestamp", ColumnType.DATETIME),
          new Column("DeviceName", ColumnType.STRING),
          new Column("Command", ColumnType.STRING),
          new Column("ReportId", ColumnType.LONG),
          new Column("Score", ColumnType.REAL));

  private record Limits() implements CacheConfig, CacheConfig.FreshnessConfig {

    @Override
    public long maxBytes() {
      return MAX_BYTES;
    }

    @Override
    public FreshnessConfig freshness() {
      return this;
    }

    @Override
    public Duration keepStale() {
      return Duration.ofDays(1);
    }

    @Override
    public double refreshAbove() {
      return 1;
    }

    @Override
    public double share() {
      return 0;
    }

    @Override
    public Duration least() {
      return Duration.ofHours(1);
    }

    @Override
    public Duration most() {
      return Duration.ofHours(1);
    }
  }

  private CacheHeap() {}

  /** Prints the highest figures, and ends with an exception where they are too high. */
  public static void main(String[] args) {
    long before = usedAfterCollection();
    ResultCache cache = new ResultCache(new Limits(), CacheEvents.UNWATCHED, System::nanoTime);
    RowViews views = new RowViews(new Limits(), cache, System::nanoTime);
    Random random = new Random(20_260_301);
    long passed = 0;
    long most = 0;
    long mostWeight = 0;
    for (int number = 1; number <= RESULTS; number++) {
      StoredResult stored = stored(number, random);
      passed += stored.result().bytes();
      cache
          .get(stored.key(), kept -> true, () -> Uni.createFrom().item(Loaded.bought(stored)))
          .await()
          .indefinitely();
      views.of(stored, List.of(), List.of(Order.descending("Command")));
      if (number % LOOK_EVERY == 0) {
        most = Math.max(most, usedAfterCollection() - before);
        mostWeight = Math.max(mostWeight, cache.weight());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d results of %d MB in all, each sorted once; limit %d MB, weighed at most %.1f MB,"
            + " heap at most %.1f MB: %.2f of the limit%n",
        RESULTS,
        passed >> 20,
        MAX_BYTES >> 20,
        mostWeight / (double) (1 << 20),
        most / (double) (1 << 20),
        most / (double) MAX_BYTES);
    if (most > ALLOWED * MAX_BYTES) {
      throw new IllegalStateException("The cache takes more than it may");
    }
  }

  private static StoredResult stored(int number, Random random) {
    ResultKey key = new ResultKey(Tenant.DEFAULT, CanonicalKql.of("T | take " + number), null);
    return new StoredResult(
        ResultCache.newId(),
        key,
        result(FEWEST_ROWS + random.nextInt(MORE_ROWS), random),
        List.of(),
        Duration.ofSeconds(1),
        NOW,
        NOW.plus(Duration.ofHours(1)));
  }

  private static Result result(int rows, Random random) {
    ResultBuilder builder = new ResultBuilder(COLUMNS);
    for (int row = 0; row < rows; row++) {
      builder.add(
          new Object[] {
            NOW.plusNanos(random.nextLong(1L << 50)),
            "ws-" + random.nextInt(2_000),
            "powershell.exe -enc " + Long.toString(random.nextLong(), Character.MAX_RADIX),
            (long) random.nextInt(1 << 27),
            random.nextDouble()
          });
    }
    return builder.build();
  }

  private static long usedAfterCollection() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
