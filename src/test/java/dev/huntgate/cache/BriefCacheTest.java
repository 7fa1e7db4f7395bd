package dev.huntgate.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.cache.BriefCache.Answer;
import dev.huntgate.cache.Served.Origin;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BriefCacheTest {

  private static final Duration LIFETIME = Duration.ofSeconds(5);
  private static final long MAX_BYTES = 1_000;

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong evicted = new AtomicLong();
  private final AtomicInteger loads = new AtomicInteger();
  private final BriefCache<String, String> cache =
      new BriefCache<>(
          MAX_BYTES,
          (key, value) -> value.length(),
          key -> key.startsWith("long") ? LIFETIME.multipliedBy(2) : LIFETIME,
          evicted::addAndGet,
          nanos::get);

  @Test
  void loadsOnce_when100AskAtOnceOnManyThreads() throws Exception {
    int callers = 100;
    CompletableFuture<String> arriving = new CompletableFuture<>();
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      CyclicBarrier together = new CyclicBarrier(callers);
      List<Future<UniAssertSubscriber<Answer<String>>>> asking = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        asking.add(
            threads.submit(
                () -> {
                  together.await(20, TimeUnit.SECONDS);
                  return subscribed(cache.get("key", counted(arriving)));
                }));
      }
      List<UniAssertSubscriber<Answer<String>>> waiting = new ArrayList<>();
      for (Future<UniAssertSubscriber<Answer<String>>> one : asking) {
        waiting.add(one.get(20, TimeUnit.SECONDS));
      }
      arriving.complete("value");

      waiting.forEach(one -> assertEquals("value", one.awaitItem().getItem().value()));
      assertEquals(
          callers - 1,
          waiting.stream().filter(one -> one.getItem().origin() == Origin.JOINED).count());
      assertEquals(1, loads.get());
      assertEquals(Origin.KEPT, load("key", "other").origin());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void goesOnLoading_whenCallersLeave() {
    CompletableFuture<String> arriving = new CompletableFuture<>();
    UniAssertSubscriber<Answer<String>> began = subscribed(cache.get("key", counted(arriving)));
    UniAssertSubscriber<Answer<String>> joined = subscribed(cache.get("key", counted(arriving)));

    began.cancel();
    assertFalse(arriving.isCancelled());
    arriving.complete("value");

    assertEquals("value", joined.awaitItem().getItem().value());
    assertEquals(Origin.KEPT, load("key", "other").origin());
  }

  @Test
  void loadsAgain_whenTheLifetimeOfTheKeyIsOver() {
    load("key", "1");
    load("long key", "1");
    nanos.addAndGet(LIFETIME.toNanos() - 1);
    assertEquals("1", load("key", "2").value());

    nanos.addAndGet(1);

    assertEquals("2", load("key", "2").value());
    assertEquals("1", load("long key", "2").value());
  }

  @Test
  void loadsAgain_whenWhoeverWaitedForAFailedLoadAsksAtOnce() {
    CompletableFuture<String> failing = new CompletableFuture<>();
    List<UniAssertSubscriber<Answer<String>>> retried = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Uni<Answer<String>> retrying =
          cache
              .get("key", counted(failing))
              .onFailure()
              .recoverWithUni(
                  () -> cache.get("key", counted(CompletableFuture.completedFuture("new"))));
      retried.add(subscribed(retrying));
    }

    failing.completeExceptionally(new IllegalStateException("down"));

    retried.forEach(one -> assertEquals("new", one.awaitItem().getItem().value()));
    assertEquals(2, loads.get());
  }

  @Test
  void loadsAgain_whenALoadCouldNotEvenBegin() {
    Uni<Answer<String>> failing =
        cache.get(
            "key",
            () -> {
              throw new IllegalStateException("no client");
            });
    assertThrows(IllegalStateException.class, () -> await(failing));

    assertEquals("value", load("key", "value").value());
  }

  @Test
  void loadsAgain_whenDropped() {
    load("key", "1");
    load("other", "1");

    cache.drop("key"::equals);

    assertEquals("2", load("key", "2").value());
    assertEquals("1", load("other", "2").value());
  }

  @Test
  void keepsNothingOfALoad_thatWasDroppedUnderWay() {
    CompletableFuture<String> before = new CompletableFuture<>();
    UniAssertSubscriber<Answer<String>> waiting = subscribed(cache.get("key", counted(before)));

    cache.drop("key"::equals);
    CompletableFuture<String> after = new CompletableFuture<>();
    UniAssertSubscriber<Answer<String>> late = subscribed(cache.get("key", counted(after)));
    before.complete("old");

    assertEquals("old", waiting.awaitItem().getItem().value());
    late.assertNotTerminated();
    assertEquals(0, cache.size());

    after.complete("new");
    assertEquals("new", late.awaitItem().getItem().value());
    assertEquals("new", load("key", "newer").value());
  }

  @Test
  void keepsTheNewerValue_whenADroppedLoadEndsLast() {
    CompletableFuture<String> before = new CompletableFuture<>();
    subscribed(cache.get("key", counted(before)));
    cache.drop("key"::equals);
    load("key", "new");

    before.complete("old");

    assertEquals("new", load("key", "newer").value());
  }

  @Test
  void weighsNoMoreThanItMay_whateverPassesThrough() {
    Random random = new Random(1);
    long passed = 0;
    for (int i = 0; i < 2_000; i++) {
      String value = "x".repeat(1 + random.nextInt(120));
      passed += value.length();
      load("key " + i, value);
      assertTrue(cache.weight() <= MAX_BYTES, "weighs " + cache.weight());
    }
    assertEquals(passed, evicted.get() + cache.weight());
  }

  @Test
  void answersWithoutKeeping_whenAValueAloneIsTooHeavy() {
    assertEquals(2_000, load("key", "x".repeat(2_000)).value().length());

    assertEquals(Origin.BOUGHT, load("key", "y").origin());
  }

  private Answer<String> load(String key, String value) {
    return await(cache.get(key, counted(CompletableFuture.completedFuture(value))));
  }

  private Supplier<Uni<String>> counted(CompletableFuture<String> arriving) {
    return () -> {
      loads.incrementAndGet();
      return Uni.createFrom().completionStage(arriving);
    };
  }

  private static <T> UniAssertSubscriber<T> subscribed(Uni<T> uni) {
    return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(5));
  }
}
