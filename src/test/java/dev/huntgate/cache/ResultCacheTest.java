package dev.huntgate.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Tenant;
import dev.huntgate.cache.Served.Origin;
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

  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration KEEP_STALE = Duration.ofHours(1);

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger loads = new AtomicInteger();
  private final AtomicLong evicted = new AtomicLong();
  private final ResultCache cache = cache(1_000_000);

  private ResultCache cache(long maxBytes) {
    CacheEvents events =
        new CacheEvents() {
          @Override
          public void answered(Tenant tenant, Origin origin, Duration saved) {}

          @Override
          public void evicted(long bytes) {
            evicted.addAndGet(bytes);
          }
        };
    return new ResultCache(new CachingForTests(maxBytes, FRESH, KEEP_STALE, 1), events, nanos::get);
  }

  @Test
  void loadsOnce_howeverManyAskAtOnce() {
    CompletableFuture<StoredResult> arriving = new CompletableFuture<>();
    Supplier<Uni<Loaded>> load =
        () -> {
          loads.incrementAndGet();
          return Uni.createFrom().completionStage(arriving).map(Loaded::bought);
        };
    List<UniAssertSubscriber<Served>> waiting = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      waiting.add(subscribed(cache.get(key("T"), kept -> true, load)));
    }

    StoredResult stored = stored("T", 1);
    arriving.complete(stored);

    waiting.forEach(one -> assertSame(stored, one.awaitItem().getItem().stored()));
    assertEquals(Origin.BOUGHT, waiting.get(0).getItem().origin());
    assertEquals(Origin.JOINED, waiting.get(99).getItem().origin());
    assertEquals(1, loads.get());
  }

  @Test
  void goesOnLoading_whenACallerLeaves() {
    CompletableFuture<StoredResult> arriving = new CompletableFuture<>();
    Supplier<Uni<Loaded>> load =
        () -> Uni.createFrom().completionStage(arriving).map(Loaded::bought);
    UniAssertSubscriber<Served> leaving = subscribed(cache.get(key("T"), kept -> true, load));
    UniAssertSubscriber<Served> staying = subscribed(cache.get(key("T"), kept -> true, load));

    leaving.cancel();

    assertFalse(arriving.isCancelled());
    arriving.complete(stored("T", 1));
    staying.awaitItem();
  }

  @Test
  void loadsAgain_whenALoadFailed() {
    Uni<Served> failing =
        cache.get(
            key("T"),
            kept -> true,
            () -> Uni.createFrom().failure(new IllegalStateException("down")));
    assertThrows(IllegalStateException.class, () -> await(failing));

    StoredResult stored = stored("T", 1);
    Uni<Served> again =
        cache.get(key("T"), kept -> true, () -> Uni.createFrom().item(Loaded.bought(stored)));
    assertSame(stored, await(again).stored());
  }

  @Test
  void loadsAgain_whenTheLoadCannotEvenBegin() {
    Uni<Served> failing =
        cache.get(
            key("T"),
            kept -> true,
            () -> {
              throw new IllegalStateException("no client");
            });
    assertThrows(IllegalStateException.class, () -> await(failing));

    assertEquals(Origin.BOUGHT, load("T").origin());
  }

  @Test
  void servesWhatIsKept_whenItWillDo() {
    Served first = load("T");
    Served second = load("T");

    assertSame(first.stored(), second.stored());
    assertEquals(Origin.KEPT, second.origin());
    assertEquals(1, loads.get());
  }

  @Test
  void keepsTheOlderResultReadable_whenANewerOneTakesItsPlace() {
    StoredResult older = load("T").stored();
    StoredResult newer = await(cache.get(key("T"), kept -> false, this::loading)).stored();

    assertNotEquals(older.id(), newer.id());
    assertSame(newer, cache.latest(key("T")).orElseThrow());
    assertSame(older, cache.find(Tenant.DEFAULT, older.id()).orElseThrow());
  }

  @Test
  void servesTheOlderResult_whileANewerOneIsLoaded() {
    StoredResult older = load("T").stored();
    CompletableFuture<StoredResult> arriving = new CompletableFuture<>();
    UniAssertSubscriber<Served> waiting =
        subscribed(
            cache.get(
                key("T"),
                kept -> false,
                () -> Uni.createFrom().completionStage(arriving).map(Loaded::bought)));

    assertSame(older, load("T").stored());
    arriving.complete(stored("T", 1));
    waiting.awaitItem();
  }

  @Test
  void forgetsAResult_whenItWasStaleForLong() {
    StoredResult stored = load("T").stored();
    nanos.set(FRESH.plus(KEEP_STALE).toNanos() - 1);
    assertTrue(cache.find(Tenant.DEFAULT, stored.id()).isPresent());
    assertTrue(cache.latest(key("T")).isPresent());

    nanos.set(FRESH.plus(KEEP_STALE).toNanos());

    assertTrue(cache.find(Tenant.DEFAULT, stored.id()).isEmpty());
    assertTrue(cache.latest(key("T")).isEmpty());
  }

  @Test
  void keepsApart_whatDiffersInAnything() {
    for (ResultKey key :
        List.of(
            key("T"),
            key("T | take 1"),
            new ResultKey(new Tenant("other"), CanonicalKql.of("T"), null),
            new ResultKey(Tenant.DEFAULT, CanonicalKql.of("T"), "P1D"))) {
      await(
          cache.get(
              key, kept -> true, () -> Uni.createFrom().item(Loaded.bought(counted(key, 1)))));
    }

    assertEquals(4, loads.get());
  }

  @Test
  void doesNotFindAResult_forAnotherTenant() {
    StoredResult stored = load("T").stored();

    assertTrue(cache.find(Tenant.DEFAULT, stored.id()).isPresent());
    assertTrue(cache.find(new Tenant("other"), stored.id()).isEmpty());
    assertTrue(cache.find(Tenant.DEFAULT, "nothing").isEmpty());
  }

  @Test
  void dropsEveryResultOfAHunt_whenItIsPurged() {
    StoredResult older = load("T").stored();
    await(cache.get(key("T"), kept -> false, this::loading));
    StoredResult others = load("U").stored();

    assertEquals(2, cache.purge(key("T")::equals).size());

    assertTrue(cache.find(Tenant.DEFAULT, older.id()).isEmpty());
    assertTrue(cache.latest(key("T")).isEmpty());
    assertSame(others, cache.latest(key("U")).orElseThrow());
    assertEquals(0, cache.purge(key("T")::equals).size());
  }

  @Test
  void staysWithinItsWeight_andAlwaysKeepsTheNewest() {
    ResultCache small = cache(100_000);
    for (int i = 0; i < 300; i++) {
      StoredResult stored = stored("T" + i, 20 + i % 80);
      Uni<Loaded> load = Uni.createFrom().item(Loaded.bought(stored));
      Served served = await(small.get(stored.key(), kept -> true, () -> load));

      assertTrue(served.kept());
      assertTrue(small.find(Tenant.DEFAULT, stored.id()).isPresent(), "keeps number " + i);
      assertTrue(small.weight() <= 100_000, "weighs " + small.weight());
      // What is asked for often must not push out what was just paid for.
      for (int again = 0; again < 5; again++) {
        small.latest(key("T0"));
      }
    }
    assertTrue(evicted.get() > 0);
    assertTrue(small.weight() > 50_000, "weighs only " + small.weight());
  }

  @Test
  void servesButDoesNotKeep_whatExceedsTheWholeCache() {
    ResultCache small = cache(10_000);
    StoredResult little = stored("U", 1);
    await(
        small.get(little.key(), kept -> true, () -> Uni.createFrom().item(Loaded.bought(little))));
    StoredResult large = stored("T", 1_000);

    Served served =
        await(small.get(key("T"), kept -> true, () -> Uni.createFrom().item(Loaded.bought(large))));

    assertSame(large, served.stored());
    assertFalse(served.kept());
    assertTrue(small.latest(key("T")).isEmpty());
    assertTrue(small.latest(key("U")).isPresent());
  }

  private Served load(String kql) {
    return await(
        cache.get(
            key(kql),
            kept -> true,
            () -> Uni.createFrom().item(() -> Loaded.bought(counted(key(kql), 1)))));
  }

  private Uni<Loaded> loading() {
    return Uni.createFrom().item(() -> Loaded.bought(counted(key("T"), 1)));
  }

  private StoredResult counted(ResultKey key, int rows) {
    loads.incrementAndGet();
    return stored(key, rows);
  }

  private static StoredResult stored(String kql, int rows) {
    return stored(key(kql), rows);
  }

  private static StoredResult stored(ResultKey key, int rows) {
    ResultBuilder builder = new ResultBuilder(List.of(new Column("Name", ColumnType.STRING)));
    for (int i = 0; i < rows; i++) {
      builder.add(new Object[] {"some text of row " + i + " that differs from all others"});
    }
    return new StoredResult(
        ResultCache.newId(),
        key,
        builder.build(),
        List.of(),
        Duration.ofSeconds(1),
        Instant.EPOCH,
        Instant.EPOCH.plus(FRESH));
  }

  private static ResultKey key(String kql) {
    return new ResultKey(Tenant.DEFAULT, CanonicalKql.of(kql), null);
  }

  private static UniAssertSubscriber<Served> subscribed(Uni<Served> uni) {
    return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(5));
  }
}
