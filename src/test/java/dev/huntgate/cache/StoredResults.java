package dev.huntgate.cache;

import dev.huntgate.access.Tenant;
import dev.huntgate.kql.CanonicalKql;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.ResultBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Small results and a cache of them, for tests of what is made from kept results. */
final class StoredResults {

  static final CacheConfig CONFIG = CachingForTests.keeping(1_000_000, Duration.ofMinutes(5));

  private StoredResults() {}

  static ResultCache cache() {
    return new ResultCache(CONFIG, CacheEvents.UNWATCHED, () -> 0);
  }

  /** A result of the numbers up to this one, the largest first. */
  static StoredResult countdown(String kql, int from) {
    ResultBuilder builder = new ResultBuilder(List.of(new Column("Number", ColumnType.LONG)));
    for (long number = from; number > 0; number--) {
      builder.add(new Object[] {number});
    }
    return new StoredResult(
        ResultCache.newId(),
        new ResultKey(Tenant.DEFAULT, CanonicalKql.of(kql), null),
        builder.build(),
        List.of(),
        Duration.ofSeconds(1),
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(300));
  }

  /** Keeps a result as the newest of its key. */
  static StoredResult keep(ResultCache cache, StoredResult stored) {
    cache
        .get(stored.key(), kept -> false, () -> Uni.createFrom().item(Loaded.bought(stored)))
        .await()
        .indefinitely();
    return stored;
  }
}
