package dev.huntgate.incident;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import dev.huntgate.cache.IdleCache;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The recent incidents of every tenant, for what has to see all of them at once: counts, and lists
 * in an order that upstream does not have.
 */
public final class IncidentIndexes {

  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration IDLE = Duration.ofMinutes(15);
  /* So that one tenant's incidents do not push out all others'. */
  private static final int SHARE = 4;
  private static final int ENTRY_BYTES = 1000;

  private record Key(Tenant tenant, boolean withAlerts) {}

  private final Incidents incidents;
  private final long mostBytes;
  private final Clock clock;
  private final IdleCache<Key, IncidentIndex> indexes;

  /**
   * @param nanoTime the time in nanoseconds by which indexes that nobody uses are forgotten
   */
  public IncidentIndexes(
      Incidents incidents, IncidentsConfig config, Clock clock, LongSupplier nanoTime) {
    this.incidents = incidents;
    this.mostBytes = config.indexMaxBytes() / SHARE;
    this.clock = clock;
    this.indexes =
        new IdleCache<>(
            config.indexMaxBytes(), IDLE, (key, index) -> index.bytes() + ENTRY_BYTES, nanoTime);
  }

  /**
   * The incidents that a filter lets through and that were created since some time.
   *
   * <p>Fails with {@code INVALID_ARGUMENT} when {@code since} is yet to come.
   *
   * @param since the earliest creation time, inclusive; null for the last seven days
   * @param sinceArgument what the caller calls it
   * @throws FailureException {@code FORBIDDEN} when the caller may not read incidents
   */
  Uni<RecentIncidents> recent(
      Caller caller,
      IncidentFilter filter,
      @Nullable Instant since,
      String sinceArgument,
      boolean withAlerts) {
    caller.require(Permission.INCIDENTS_READ);
    Instant asOf = clock.instant();
    Instant from = since == null ? asOf.minus(USUAL) : since;
    if (from.isAfter(asOf)) {
      return Uni.createFrom()
          .failure(
              () ->
                  new FailureException(
                      new InvalidArgument(
                          sinceArgument, sinceArgument + " has to be a time that has passed.")));
    }
    Key key = new Key(caller.tenant(), withAlerts || filter.content().needsAlerts());
    IncidentIndex index =
        indexes.get(key, k -> new IncidentIndex(k.tenant(), k.withAlerts(), mostBytes, clock));
    return index
        .current(incidents.of(caller), from)
        .invoke(known -> indexes.weighAgain(key, index))
        .map(known -> answer(known, filter.createdSince(from), from, asOf));
  }

  private static RecentIncidents answer(
      IndexedIncidents known, IncidentFilter filter, Instant from, Instant asOf) {
    List<Incident> wanted = known.byId().values().stream().filter(filter::matches).toList();
    boolean complete = known.reaches(from) && known.updates().after() == null;
    return new RecentIncidents(wanted, complete, from, asOf);
  }
}
