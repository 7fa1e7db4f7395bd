package dev.huntgate.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.huntgate.cache.Served.Origin;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongBiFunction;

/**
 * Values in memory for seconds: one load per key however many ask, weighed in bytes, failures not
 * kept.
 */
public final class BriefCache<K, V> {

  private final Cache<K, V> kept;
  private final Map<K, CompletableFuture<V>> loads = new ConcurrentHashMap<>();

  /**
   * A value as one caller gets it.
   *
   * @param origin {@code KEPT}, {@code JOINED} or {@code BOUGHT}
   */
  public record Answer<V>(V value, Origin origin) {}

  /**
   * @param maxBytes the most that the kept values may weigh together
   * @param weigh what an entry takes, in bytes
   * @param lifetime for how long the value of a key is kept
   * @param evicted is told the weight of each entry that has to make room
   * @param nanoTime the time in nanoseconds by which values age
   */
  public BriefCache(
      long maxBytes,
      ToLongBiFunction<K, V> weigh,
      Function<K, Duration> lifetime,
      LongConsumer evicted,
      LongSupplier nanoTime) {
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((K key, V value) -> clamped(weigh.applyAsLong(key, value)))
            .expireAfter(Expiry.<K, V>writing((key, value) -> lifetime.apply(key)))
            .ticker(nanoTime::getAsLong)
            // Evicting at once, on the caller's thread, keeps the weight bounded under a burst.
            .executor(Runnable::run)
            .evictionListener(
                (key, value, cause) -> {
                  if (cause == RemovalCause.SIZE && key != null && value != null) {
                    evicted.accept(clamped(weigh.applyAsLong(key, value)));
                  }
                })
            .build();
  }

  /**
   * The value of this key if it is kept, else that of a load under way, else of a new one.
   *
   * <p>A load goes on when callers leave: it is paid for, and the next one will want its value.
   */
  public Uni<Answer<V>> get(K key, Supplier<Uni<V>> load) {
    return Uni.createFrom()
        .deferred(
            () -> {
              V known = kept.getIfPresent(key);
              return known != null
                  ? Uni.createFrom().item(new Answer<>(known, Origin.KEPT))
                  : loaded(key, load);
            });
  }

  /**
   * Forgets these keys.
   *
   * <p>A load of one that is under way still answers those who wait for it; its value is not kept,
   * and who asks from now on does not join it.
   */
  public void drop(Predicate<K> which) {
    // The loads first: one that ends in between has then either been kept before, or never will be.
    loads.keySet().removeIf(which);
    kept.asMap().keySet().removeIf(which);
  }

  /** What the kept values weigh, in bytes. */
  public long weight() {
    return kept.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  /** How many values are kept. */
  public long size() {
    return kept.estimatedSize();
  }

  /* The load runs outside any lock. Its value is kept, or its failure forgotten, before anybody
  learns of it: whoever waits may ask again at once. */
  private Uni<Answer<V>> loaded(K key, Supplier<Uni<V>> load) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> others = loads.putIfAbsent(key, mine);
    if (others != null) {
      return answer(others, Origin.JOINED);
    }
    V arrivedMeanwhile = kept.getIfPresent(key);
    if (arrivedMeanwhile != null) {
      loads.remove(key, mine);
      mine.complete(arrivedMeanwhile);
      return answer(mine, Origin.KEPT);
    }
    Uni.createFrom()
        .deferred(load::get)
        .onItem()
        .invoke(value -> keep(key, value, mine))
        .onTermination()
        .invoke(() -> loads.remove(key, mine))
        .subscribe()
        .with(mine::complete, mine::completeExceptionally);
    return answer(mine, Origin.BOUGHT);
  }

  private void keep(K key, V value, CompletableFuture<V> mine) {
    loads.computeIfPresent(
        key,
        (same, current) -> {
          if (current != mine) {
            return current;
          }
          kept.put(key, value);
          return null;
        });
  }

  private static <V> Uni<Answer<V>> answer(CompletableFuture<V> load, Origin origin) {
    return Uni.createFrom().completionStage(load::copy).map(value -> new Answer<>(value, origin));
  }

  private static int clamped(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, bytes);
  }
}
