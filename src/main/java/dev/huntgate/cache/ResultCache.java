package dev.huntgate.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.huntgate.access.Tenant;
import dev.huntgate.cache.Served.Origin;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The results in memory: one load per key however many ask, weighed in bytes, failures not kept.
 *
 * <p>Results are kept by their ids, so that one which cursors point into stays readable when a
 * newer one has taken its place for callers.
 */
public final class ResultCache {

  private static final int ID_BYTES = 16;
  /* About what an entry takes besides its columns and its query. */
  private static final int ENTRY_BYTES = 500;

  private final long maxBytes;
  private final CacheEvents events;
  private final Cache<String, StoredResult> results;
  private final CacheShares shares;
  private final Map<Tenant, Long> weights = new ConcurrentHashMap<>();
  private final Map<ResultKey, String> latest = new ConcurrentHashMap<>();
  private final Map<ResultKey, CompletableFuture<Served>> loads = new ConcurrentHashMap<>();
  private final List<Consumer<StoredResult>> told = new CopyOnWriteArrayList<>();

  /** The cache of one tenant. */
  public ResultCache(CacheConfig config, CacheEvents events, LongSupplier nanoTime) {
    this(config, new CacheShares(Map.of()), events, nanoTime);
  }

  /**
   * @param nanoTime the time in nanoseconds by which results age
   */
  public ResultCache(
      CacheConfig config, CacheShares shares, CacheEvents events, LongSupplier nanoTime) {
    this.maxBytes = config.maxBytes();
    this.shares = shares;
    this.events = events;
    this.results =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((String id, StoredResult stored) -> weigh(stored))
            .expireAfter(new Lifetime(config.keepStale()))
            .ticker(nanoTime::getAsLong)
            // Evicting at once, on the caller's thread, keeps the weight bounded under a burst.
            .executor(Runnable::run)
            .removalListener(this::removed)
            .build();
  }

  /** A new id for a result: 128 random bits, so that nobody comes upon another's by guessing. */
  public static String newId() {
    byte[] bytes = new byte[ID_BYTES];
    // Not a constant: a native executable would be built with its seed in it.
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The newest result under this key, however old it is. */
  public Optional<StoredResult> latest(ResultKey key) {
    String id = latest.get(key);
    return id == null ? Optional.empty() : Optional.ofNullable(results.getIfPresent(id));
  }

  /** The result of this id, if it is kept and belongs to the tenant. */
  public Optional<StoredResult> find(Tenant tenant, String id) {
    return Optional.ofNullable(results.getIfPresent(id))
        .filter(stored -> stored.key().tenant().equals(tenant));
  }

  /**
   * The newest result under this key if it will do, else one that is loaded.
   *
   * <p>Who asks while a load runs gets that load's result. A caller that leaves does not stop it.
   */
  public Uni<Served> get(
      ResultKey key, Predicate<? super Kept> willDo, Supplier<Uni<Loaded>> load) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Optional<StoredResult> known = latest(key).filter(willDo);
              return known.isPresent()
                  ? Uni.createFrom().item(new Served(known.get(), Origin.KEPT, true))
                  : loaded(key, willDo, load);
            });
  }

  /**
   * Keeps a result that another process had kept.
   *
   * @param origin what its caller is told of where it came from
   */
  public Served adopt(StoredResult stored, Origin origin) {
    return new Served(stored, origin, keep(stored));
  }

  /** Drops all results under these keys, and answers with their ids. A run goes on. */
  public Set<String> purge(Predicate<ResultKey> keys) {
    Set<String> ids =
        results.asMap().values().stream()
            .filter(stored -> keys.test(stored.key()))
            .map(StoredResult::id)
            .collect(Collectors.toUnmodifiableSet());
    results.invalidateAll(ids);
    return ids;
  }

  /** Has somebody told of each result that is no longer kept. */
  void whenGone(Consumer<StoredResult> listener) {
    told.add(listener);
  }

  /** What the kept results weigh, in bytes. */
  public long weight() {
    return results.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  /** What a tenant's weigh of them, in bytes. */
  public long weightOf(Tenant tenant) {
    return weights.getOrDefault(tenant, 0L);
  }

  /** How many results are kept. */
  public long size() {
    return results.estimatedSize();
  }

  /* The load runs outside any lock. Its result is kept, or its failure forgotten, before anybody
  learns of it: whoever waits may ask again at once, for this or another result. */
  private Uni<Served> loaded(
      ResultKey key, Predicate<? super Kept> willDo, Supplier<Uni<Loaded>> load) {
    CompletableFuture<Served> mine = new CompletableFuture<>();
    CompletableFuture<Served> others = loads.putIfAbsent(key, mine);
    if (others != null) {
      return waitingFor(others)
          .map(served -> new Served(served.stored(), Origin.JOINED, served.kept()));
    }
    Optional<StoredResult> arrivedMeanwhile = latest(key).filter(willDo);
    arrivedMeanwhile
        .map(stored -> Uni.createFrom().item(new Served(stored, Origin.KEPT, true)))
        .orElseGet(
            () ->
                Uni.createFrom()
                    .deferred(load::get)
                    .map(come -> new Served(come.stored(), come.origin(), keep(come.stored()))))
        .onTermination()
        .invoke(() -> loads.remove(key, mine))
        .subscribe()
        .with(mine::complete, mine::completeExceptionally);
    return waitingFor(mine);
  }

  /* Unlike Mutiny's own, it does not log a failure as dropped when whoever waited has left. */
  private static Uni<Served> waitingFor(CompletableFuture<Served> load) {
    return Uni.createFrom()
        .emitter(
            waiting ->
                load.whenComplete(
                    (served, failure) -> {
                      if (failure == null) {
                        waiting.complete(served);
                      } else {
                        waiting.fail(failure);
                      }
                    }));
  }

  private boolean keep(StoredResult stored) {
    int weight = weigh(stored);
    if (weight > maxBytes) {
      return false;
    }
    synchronized (latest) {
      if (!makeRoom(stored.key().tenant(), weight)) {
        return false;
      }
      weights.merge(stored.key().tenant(), (long) weight, Long::sum);
      results.put(stored.id(), stored);
      latest.merge(stored.key(), stored.id(), this::newer);
    }
    return true;
  }

  /* One that another process had kept may be older than what is here. */
  private String newer(String known, String come) {
    StoredResult old = results.getIfPresent(known);
    StoredResult fresh = results.getIfPresent(come);
    boolean stays = old != null && fresh != null && old.storedAt().isAfter(fresh.storedAt());
    return stays ? known : come;
  }

  /* Left to itself, Caffeine refuses a newcomer that was not asked for more often than what it
  would replace; but a result that was just paid for is about to be paged through. */
  private boolean makeRoom(Tenant tenant, int weight) {
    results.cleanUp();
    long toFree = weight() + weight - maxBytes;
    if (toFree > 0) {
      List<StoredResult> coldest = coldest(toFree, tenant, weight);
      if (weightOf(coldest) < toFree) {
        return false;
      }
      coldest.forEach(stored -> events.evicted(weigh(stored)));
      results.invalidateAll(coldest.stream().map(StoredResult::id).toList());
    }
    return true;
  }

  /* Of those who take more than their share, the newcomer's tenant included. */
  private List<StoredResult> coldest(long bytes, Tenant newcomer, int weight) {
    Map<Tenant, Long> taken = new HashMap<>(weights);
    taken.merge(newcomer, (long) weight, Long::sum);
    return results
        .policy()
        .eviction()
        .orElseThrow()
        .coldest(
            entries -> {
              List<StoredResult> victims = new ArrayList<>();
              long[] freed = {0};
              entries
                  .map(Map.Entry::getValue)
                  .takeWhile(stored -> freed[0] < bytes)
                  .filter(stored -> isOverShare(stored.key().tenant(), taken))
                  .forEach(
                      stored -> {
                        taken.merge(stored.key().tenant(), (long) -weigh(stored), Long::sum);
                        freed[0] += weigh(stored);
                        victims.add(stored);
                      });
              return victims;
            });
  }

  private static long weightOf(List<StoredResult> results) {
    return results.stream().mapToLong(ResultCache::weigh).sum();
  }

  private boolean isOverShare(Tenant tenant, Map<Tenant, Long> taken) {
    return taken.getOrDefault(tenant, 0L) > shares.of(tenant, maxBytes);
  }

  private void removed(@Nullable String id, @Nullable StoredResult stored, RemovalCause cause) {
    if (stored != null) {
      latest.remove(stored.key(), stored.id());
      weights.merge(stored.key().tenant(), (long) -weigh(stored), Long::sum);
      told.forEach(listener -> listener.accept(stored));
    }
  }

  private static int weigh(StoredResult stored) {
    long bytes = stored.result().bytes() + 2L * stored.key().kql().text().length() + ENTRY_BYTES;
    return (int) Math.min(Integer.MAX_VALUE, bytes);
  }
}
