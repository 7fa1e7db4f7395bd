package dev.huntgate.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Tenant;
import dev.huntgate.kql.CanonicalKql;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.ResultBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheSharesTest {

  private static final long MAX_BYTES = 1_000_000;
  private static final Tenant NOISY = Tenant.named("noisy");
  private static final Tenant QUIET = Tenant.named("quiet");
  private static final Tenant THIRD = Tenant.named("third");

  @Test
  void dividesEqually_whatIsNotGiven() {
    CacheShares shares = CacheShares.of(List.of(NOISY, QUIET, THIRD), Map.of(QUIET, 0.5));

    assertEquals(500, shares.of(QUIET, 1_000));
    assertEquals(250, shares.of(NOISY, 1_000));
    assertEquals(250, shares.of(THIRD, 1_000));
    assertEquals(1_000, CacheShares.of(List.of(QUIET), Map.of()).of(QUIET, 1_000));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void namesTheSetting_whenAShareIsNone(double share) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> CacheShares.of(List.of(NOISY, QUIET), Map.of(NOISY, share)));

    assertTrue(refusal.getMessage().contains("HUNTGATE_TENANTS_<NAME>_CACHE_SHARE"));
    assertThrows(
        IllegalArgumentException.class,
        () -> CacheShares.of(List.of(NOISY, QUIET), Map.of(NOISY, 0.6, QUIET, 0.6)));
  }

  /** Whatever the others do, what was kept within a share is kept, and the memory is bounded. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void keepsWhatIsWithinAShare_howeverMuchOthersBring(long seed) {
    Random random = new Random(seed);
    ResultCache cache = cache(Map.of(QUIET, 0.3));
    List<StoredResult> quiet = new ArrayList<>();
    long taken = 0;
    for (int i = 0; i < 400; i++) {
      boolean fits = taken < 0.25 * MAX_BYTES;
      if (fits && random.nextInt(10) == 0) {
        StoredResult mine = stored(QUIET, "Q" + i, 10 + random.nextInt(200));
        assertTrue(keep(cache, mine).kept());
        quiet.add(mine);
        taken = cache.weightOf(QUIET);
      } else {
        Tenant other = random.nextBoolean() ? NOISY : THIRD;
        keep(cache, stored(other, "N" + i, 10 + random.nextInt(2_000)));
      }
      assertTrue(cache.weight() <= MAX_BYTES, cache.weight() + " bytes");
      quiet.forEach(one -> assertTrue(cache.find(QUIET, one.id()).isPresent()));
    }
    assertTrue(cache.weightOf(NOISY) + cache.weightOf(THIRD) > 0.5 * MAX_BYTES);
  }

  @Test
  void givesBackWhatOthersHadUnused() {
    ResultCache cache = cache(Map.of());
    for (int i = 0; i < 100; i++) {
      keep(cache, stored(NOISY, "N" + i, 500));
    }
    assertTrue(cache.weightOf(NOISY) > 0.9 * MAX_BYTES);

    for (int i = 0; i < 100; i++) {
      keep(cache, stored(QUIET, "Q" + i, 500));
    }

    long third = MAX_BYTES / 3;
    assertTrue(cache.weightOf(NOISY) >= third - 50_000, cache.weightOf(NOISY) + " bytes");
    assertTrue(cache.weightOf(QUIET) > third, cache.weightOf(QUIET) + " bytes");
  }

  @Test
  void servesWithoutKeeping_whatFitsOnlyIntoOthersShares() {
    ResultCache cache = cache(Map.of(QUIET, 0.5));
    List<StoredResult> mine = new ArrayList<>();
    while (cache.weightOf(QUIET) < 0.4 * MAX_BYTES) {
      mine.add(stored(QUIET, "Q" + mine.size(), 500));
      keep(cache, mine.get(mine.size() - 1));
    }
    long perRow = cache.weightOf(QUIET) / (500L * mine.size());

    assertFalse(keep(cache, stored(NOISY, "N", (int) (0.8 * MAX_BYTES / perRow))).kept());

    mine.forEach(one -> assertTrue(cache.find(QUIET, one.id()).isPresent()));
    assertTrue(keep(cache, stored(NOISY, "N", (int) (0.4 * MAX_BYTES / perRow))).kept());
  }

  private static ResultCache cache(Map<Tenant, Double> given) {
    return new ResultCache(
        CachingForTests.keeping(MAX_BYTES, Duration.ofMinutes(5)),
        CacheShares.of(List.of(NOISY, QUIET, THIRD), given),
        CacheEvents.UNWATCHED,
        () -> 0);
  }

  private static Served keep(ResultCache cache, StoredResult stored) {
    return cache
        .get(stored.key(), kept -> false, () -> Uni.createFrom().item(Loaded.bought(stored)))
        .await()
        .indefinitely();
  }

  private static StoredResult stored(Tenant tenant, String kql, int rows) {
    ResultBuilder builder = new ResultBuilder(List.of(new Column("Name", ColumnType.STRING)));
    for (int i = 0; i < rows; i++) {
      builder.add(new Object[] {kql + " text of row " + i + " that differs from all others"});
    }
    return new StoredResult(
        ResultCache.newId(),
        new ResultKey(tenant, CanonicalKql.of(kql), null),
        builder.build(),
        List.of(),
        Duration.ofSeconds(1),
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(300));
  }
}
