package dev.huntgate.cache;

import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;

/** How long each result is kept: while it is fresh, and some time after. */
record Lifetime(Duration keepStale) implements Expiry<String, StoredResult> {

  @Override
  public long expireAfterCreate(String id, StoredResult stored, long now) {
    return Duration.between(stored.storedAt(), stored.freshUntil()).plus(keepStale).toNanos();
  }

  @Override
  public long expireAfterUpdate(String id, StoredResult stored, long now, long left) {
    return left;
  }

  @Override
  public long expireAfterRead(String id, StoredResult stored, long now, long left) {
    return left;
  }
}
