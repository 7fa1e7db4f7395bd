package dev.huntgate.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.LongSupplier;

/** What was met lately, so that it counts once in a while and not each time. */
public final class Lately<K> {

  private static final int MOST = 10_000;

  private final Cache<K, Boolean> met;

  /**
   * @param time for how long something that was met does not count again
   * @param nanoTime the time in nanoseconds
   */
  public Lately(Duration time, LongSupplier nanoTime) {
    Ticker ticker = nanoTime::getAsLong;
    this.met =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(time)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /** Whether this counts: it was not met lately, or so much was that it is not remembered. */
  public boolean isNew(K key) {
    // Looked at without being noted as read, which nothing hangs on and which costs more.
    return !met.asMap().containsKey(key) && met.asMap().putIfAbsent(key, Boolean.TRUE) == null;
  }
}
