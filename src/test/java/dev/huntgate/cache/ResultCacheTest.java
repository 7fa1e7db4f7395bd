package dev.huntgate.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Tenant;
import dev.huntgate.kql.CanonicalKql;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.ResultBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ResultCacheTest {

  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger loads = new AtomicInteger();
  private final ResultCache cache = cache(1_000_000);

  private ResultCache cache(long maxBytes) {
    CacheConfig config =
        new CacheConfig() {
          @Override
          public long maxBytes() {
            return maxBytes;
          }

          @Override
          public Duration maxAge() {
            return MAX_AGE;
          }
        };
    return new ResultCache(config, nanos::get);
  }

  @Test
  void loadsOnce_howeverManyAskAtOnce() {
    CompletableFuture<StoredResult> arriving = new CompletableFuture<>();
    Supplier<Uni<StoredResult>> load =
        () -> {
          loads.incrementAndGet();
          return Uni.createFrom().completionStage(arriving);
        };
    List<UniAssertSubscriber<StoredResult>> waiting = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      waiting.add(
          cache.get(key("T"), load).subscribe().withSubscriber(UniAssertSubscriber.create()));
    }

    StoredResult stored = stored(1);
    arriving.complete(stored);

    waiting.forEach(one -> assertSame(stored, one.awaitItem().getItem()));
    assertEquals(1, loads.get());
  }

  @Test
  void goesOnLoading_whenACallerLeaves() {
    CompletableFuture<StoredResult> arriving = new CompletableFuture<>();
    Supplier<Uni<StoredResult>> load = () -> Uni.createFrom().completionStage(arriving);
    UniAssertSubscriber<StoredResult> leaving =
        cache.get(key("T"), load).subscribe().withSubscriber(UniAssertSubscriber.create());
    UniAssertSubscriber<StoredResult> staying =
        cache.get(key("T"), load).subscribe().withSubscriber(UniAssertSubscriber.create());

    leaving.cancel();

    assertFalse(arriving.isCancelled());
    arriving.complete(stored(1));
    staying.awaitItem();
  }

  @Test
  void loadsAgain_whenALoadFailed() {
    Uni<StoredResult> failing =
        cache.get(key("T"), () -> Uni.createFrom().failure(new IllegalStateException("down")));
    assertThrows(IllegalStateException.class, () -> await(failing));

    StoredResult stored = stored(1);
    assertSame(stored, await(cache.get(key("T"), () -> Uni.createFrom().item(stored))));
  }

  @Test
  void loadsAgain_whenTheResultIsTooOld() {
    StoredResult first = await(cache.get(key("T"), this::load));
    nanos.set(MAX_AGE.toNanos() - 1);
    assertSame(first, await(cache.get(key("T"), this::load)));
    assertTrue(cache.find(Tenant.DEFAULT, first.id()).isPresent());

    nanos.set(MAX_AGE.toNanos());

    assertTrue(cache.find(Tenant.DEFAULT, first.id()).isEmpty());
    assertNotEquals(first.id(), await(cache.get(key("T"), this::load)).id());
    assertEquals(2, loads.get());
  }

  @Test
  void keepsApart_whatDiffersInAnything() {
    Tenant other = new Tenant("other");
    await(cache.get(key("T"), this::load));
    await(cache.get(key("T | take 1"), this::load));
    await(cache.get(new ResultKey(other, CanonicalKql.of("T"), null), this::load));
    await(cache.get(new ResultKey(Tenant.DEFAULT, CanonicalKql.of("T"), "P1D"), this::load));

    assertEquals(4, loads.get());
  }

  @Test
  void doesNotFindAResult_forAnotherTenant() {
    StoredResult stored = await(cache.get(key("T"), this::load));

    assertTrue(cache.find(Tenant.DEFAULT, stored.id()).isPresent());
    assertTrue(cache.find(new Tenant("other"), stored.id()).isEmpty());
    assertTrue(cache.find(Tenant.DEFAULT, "nothing").isEmpty());
  }

  @Test
  void staysWithinItsWeight() {
    ResultCache small = cache(100_000);
    List<StoredResult> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      StoredResult stored = stored(100);
      all.add(stored);
      await(small.get(key("T" + i), () -> Uni.createFrom().item(stored)));
    }

    long kept =
        all.stream()
            .filter(stored -> small.find(Tenant.DEFAULT, stored.id()).isPresent())
            .mapToLong(stored -> stored.result().bytes())
            .sum();
    assertTrue(kept <= 100_000, "keeps " + kept);
  }

  private Uni<StoredResult> load() {
    loads.incrementAndGet();
    return Uni.createFrom().item(stored(1));
  }

  private static StoredResult stored(int rows) {
    ResultBuilder builder = new ResultBuilder(List.of(new Column("Name", ColumnType.STRING)));
    for (int i = 0; i < rows; i++) {
      builder.add(new Object[] {"some text of row " + i});
    }
    return new StoredResult(
        ResultCache.newId(), builder.build(), Duration.ofSeconds(1), Instant.EPOCH);
  }

  private static ResultKey key(String kql) {
    return new ResultKey(Tenant.DEFAULT, CanonicalKql.of(kql), null);
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(5));
  }
}
