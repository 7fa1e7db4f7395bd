package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import dev.huntgate.cache.BriefCache;
import dev.huntgate.cache.CacheEvents;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The incidents in memory: what was read in the last seconds, and what is being read at this
 * moment.
 */
public final class IncidentCache {

  /* Older, a kept page would no longer be the list as people know it from the portal. */
  private static final Duration LONGEST = Duration.ofMinutes(1);
  /* About what an entry takes besides its incidents. */
  private static final int ENTRY_BYTES = 400;

  private sealed interface Key {

    Tenant tenant();

    record Page(Tenant tenant, IncidentListing listing) implements Key {}

    record Single(Tenant tenant, String id, boolean withAlerts) implements Key {}
  }

  private final Duration lists;
  private final Duration singles;
  private final CacheEvents events;
  private final BriefCache<Key, IncidentBatch> batches;

  /**
   * @param nanoTime the time in nanoseconds by which incidents age
   */
  public IncidentCache(IncidentCacheConfig config, CacheEvents events, LongSupplier nanoTime) {
    this.lists = checked("lists", config.lists());
    this.singles = checked("singles", config.singles());
    this.events = events;
    this.batches =
        new BriefCache<>(
            config.maxBytes(),
            (key, batch) -> ENTRY_BYTES + IncidentWeight.of(batch.incidents()),
            key -> key instanceof Key.Page ? lists : singles,
            events::evicted,
            nanoTime);
  }

  /** An upstream page as it was moments ago, or as {@code read} brings it. */
  Uni<IncidentBatch> page(
      Tenant tenant, IncidentListing listing, Supplier<Uni<IncidentBatch>> read) {
    return lists.isZero() || listing.anew()
        ? Uni.createFrom().deferred(read::get)
        : batch(new Key.Page(tenant, listing), read);
  }

  /** An incident as it was moments ago, or as {@code read} brings it. */
  Uni<Incident> single(Tenant tenant, String id, boolean withAlerts, Supplier<Uni<Incident>> read) {
    return singles.isZero()
        ? Uni.createFrom().deferred(read::get)
        : batch(
                new Key.Single(tenant, id, withAlerts),
                () -> read.get().map(one -> new IncidentBatch(List.of(one), false, false)))
            .map(batch -> batch.incidents().get(0));
  }

  /**
   * Forgets an incident and all pages of its tenant, since any may list it.
   *
   * <p>For whoever changes an incident, once upstream has ended the change, however it ended: what
   * is read from then on is read anew, and what was being read meanwhile is not kept.
   */
  public void invalidate(Tenant tenant, String incidentId) {
    batches.drop(
        key ->
            key.tenant().equals(tenant)
                && !(key instanceof Key.Single single && !single.id().equals(incidentId)));
  }

  /** What the kept incidents weigh, in bytes. */
  public long weight() {
    return batches.weight();
  }

  /** How many pages and single incidents are kept. */
  public long size() {
    return batches.size();
  }

  private Uni<IncidentBatch> batch(Key key, Supplier<Uni<IncidentBatch>> read) {
    return batches
        .get(key, read)
        .onItem()
        .invoke(answer -> events.answered(key.tenant(), answer.origin(), Duration.ZERO))
        .map(BriefCache.Answer::value);
  }

  private static Duration checked(String setting, Duration time) {
    if (time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "huntgate.cache.incidents." + setting + " has to be from PT0S to PT1M, not " + time);
    }
    return time;
  }
}
