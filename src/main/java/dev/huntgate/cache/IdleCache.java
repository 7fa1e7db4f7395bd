package dev.huntgate.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/** Values in memory for as long as they are used now and then, weighed in bytes. */
public final class IdleCache<K, V> {

  private final Cache<K, V> values;

  /**
   * @param maxBytes the most that the values may weigh together
   * @param idle how long a value is kept after it was last used
   * @param weigh what an entry takes, in bytes
   * @param nanoTime the time in nanoseconds by which values age
   */
  public IdleCache(
      long maxBytes, Duration idle, ToLongBiFunction<K, V> weigh, LongSupplier nanoTime) {
    Ticker ticker = nanoTime::getAsLong;
    this.values =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(
                (K key, V value) ->
                    (int) Math.min(Integer.MAX_VALUE, weigh.applyAsLong(key, value)))
            .expireAfterAccess(idle)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /** The value of a key, made when there is none. */
  public V get(K key, Function<K, V> make) {
    return values.get(key, make);
  }

  /** The value of a key, if there is one. */
  public @Nullable V find(K key) {
    return values.getIfPresent(key);
  }

  /** Keeps a value. */
  public void put(K key, V value) {
    values.put(key, value);
  }

  /** Weighs a value anew that has changed, if it is still kept. */
  public void weighAgain(K key, V value) {
    values.asMap().replace(key, value, value);
  }
}
