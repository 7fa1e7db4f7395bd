package dev.huntgate.cache;

import dev.huntgate.access.Tenant;
import java.time.Duration;

/** Is told what becomes of a cache's callers and entries, for example to count it. */
public interface CacheEvents {

  /** Nobody wants to know. */
  CacheEvents UNWATCHED =
      new CacheEvents() {
        @Override
        public void answered(Tenant tenant, Served.Origin origin, Duration saved) {}

        @Override
        public void evicted(long bytes) {}
      };

  /**
   * A caller got a result.
   *
   * @param saved the running time that it did not have to spend
   */
  void answered(Tenant tenant, Served.Origin origin, Duration saved);

  /** A result of this weight had to make room for another. */
  void evicted(long bytes);
}
