package dev.huntgate.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The results in memory: one load per key however many ask, weighed in bytes, failures not kept.
 */
public final class ResultCache {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 16;

  private final AsyncCache<ResultKey, StoredResult> results;
  private final Map<String, ResultKey> keys = new ConcurrentHashMap<>();

  /**
   * @param nanoTime the time in nanoseconds by which results age
   */
  public ResultCache(CacheConfig config, LongSupplier nanoTime) {
    this.results =
        Caffeine.newBuilder()
            .maximumWeight(config.maxBytes())
            .weigher(ResultCache::weigh)
            .expireAfterWrite(config.maxAge())
            .ticker(nanoTime::getAsLong)
            // Evicting at once, on the caller's thread, keeps the weight bounded under a burst.
            .executor(Runnable::run)
            .removalListener(this::forget)
            .buildAsync();
  }

  /** A new id for a result: 128 random bits, so that nobody comes upon another's by guessing. */
  public static String newId() {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The result under this key, loaded when there is none.
   *
   * <p>Who asks while a load runs gets that load's result. A caller that leaves does not stop it.
   */
  public Uni<StoredResult> get(ResultKey key, Supplier<Uni<StoredResult>> load) {
    return Uni.createFrom()
        .completionStage(
            () -> {
              CompletableFuture<StoredResult> known = results.getIfPresent(key);
              return (known == null ? loaded(key, load) : known).copy();
            });
  }

  /** Whether there is a result under this key, so that asking for it would load nothing. */
  public boolean holds(ResultKey key) {
    return results.synchronous().getIfPresent(key) != null;
  }

  /** The result of this id, if it is kept and belongs to the tenant. */
  public Optional<StoredResult> find(Tenant tenant, String id) {
    ResultKey key = keys.get(id);
    if (key == null || !key.tenant().equals(tenant)) {
      return Optional.empty();
    }
    return Optional.ofNullable(results.synchronous().getIfPresent(key))
        .filter(stored -> stored.id().equals(id));
  }

  /* The load runs outside the cache's lock, and a failure is gone before anybody learns of it:
  whoever waits may ask again at once, for this or another result. */
  private CompletableFuture<StoredResult> loaded(ResultKey key, Supplier<Uni<StoredResult>> load) {
    CompletableFuture<StoredResult> mine = new CompletableFuture<>();
    CompletableFuture<StoredResult> others = results.asMap().putIfAbsent(key, mine);
    if (others != null) {
      return others;
    }
    Uni.createFrom()
        .deferred(load::get)
        .subscribe()
        .with(
            stored -> {
              keys.put(stored.id(), key);
              mine.complete(stored);
            },
            failure -> {
              results.asMap().remove(key, mine);
              mine.completeExceptionally(failure);
            });
    return mine;
  }

  private void forget(@Nullable ResultKey key, @Nullable StoredResult stored, RemovalCause cause) {
    if (stored != null) {
      keys.remove(stored.id());
    }
  }

  private static int weigh(ResultKey key, StoredResult stored) {
    long bytes = stored.result().bytes() + key.kql().text().length();
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes));
  }
}
