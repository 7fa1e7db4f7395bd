package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The recent incidents of one tenant in memory, brought up to date by what changed since whenever
 * they are asked for.
 *
 * <p>Reads at most {@link IncidentWalk#MAX_PAGES} upstream pages for one request. What that does
 * not reach the next request goes on with.
 */
final class IncidentIndex {

  /* Of the pages of one request, when there is more to read than changes. */
  private static final int PAGES_OF_CHANGES = 2;

  /* What is being read, for whoever wants no more than that. */
  private record Refresh(Instant since, CompletableFuture<IndexedIncidents> outcome) {}

  private final Tenant tenant;
  private final boolean withAlerts;
  private final long mostBytes;
  private final Clock clock;

  private @Nullable IndexedIncidents known;
  private @Nullable Refresh running;

  /**
   * @param mostBytes the most memory that the incidents may take; beyond, the oldest are forgotten
   */
  IncidentIndex(Tenant tenant, boolean withAlerts, long mostBytes, Clock clock) {
    this.tenant = tenant;
    this.withAlerts = withAlerts;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /** The incidents as they are now, as far back as {@code since} if that can be had. */
  Uni<IndexedIncidents> current(IncidentSource source, Instant since) {
    return Uni.createFrom().completionStage(() -> refreshed(source, since).copy());
  }

  /** About what the incidents take in memory, in bytes. */
  synchronized long bytes() {
    return known == null ? 0 : known.bytes();
  }

  private CompletableFuture<IndexedIncidents> refreshed(IncidentSource source, Instant since) {
    Refresh mine = new Refresh(since, new CompletableFuture<>());
    IndexedIncidents before;
    synchronized (this) {
      Refresh other = running;
      if (other != null) {
        return other.since().isAfter(since)
            ? other
                .outcome()
                .handle((outcome, failure) -> since)
                .thenCompose(wanted -> refreshed(source, wanted))
            : other.outcome();
      }
      running = mine;
      before = known;
    }
    Uni.createFrom()
        .deferred(() -> read(source, since, before))
        .map(read -> read.within(mostBytes))
        .subscribe()
        .with(
            after -> {
              ended(after);
              mine.outcome().complete(after);
            },
            failure -> {
              ended(before);
              mine.outcome().completeExceptionally(failure);
            });
    return mine.outcome();
  }

  private synchronized void ended(@Nullable IndexedIncidents after) {
    known = after;
    running = null;
  }

  private Uni<IndexedIncidents> read(
      IncidentSource source, Instant since, @Nullable IndexedIncidents before) {
    if (before == null) {
      IndexedIncidents nothing = IndexedIncidents.startingAt(clock.instant());
      return extended(source, since, nothing, IncidentWalk.MAX_PAGES);
    }
    boolean all = before.reaches(since) || before.cut();
    int changes = all ? IncidentWalk.MAX_PAGES : PAGES_OF_CHANGES;
    Uni<IndexedIncidents> updated =
        before
            .updates()
            .read(new IncidentWalk(source, changes), tenant, withAlerts)
            .map(before::updated);
    return all
        ? updated
        : updated.flatMap(
            known -> extended(source, since, known, IncidentWalk.MAX_PAGES - changes));
  }

  private Uni<IndexedIncidents> extended(
      IncidentSource source, Instant since, IndexedIncidents known, int pages) {
    IncidentFilter filter = IncidentFilter.ALL.createdSince(since);
    IncidentQuery query =
        new IncidentQuery(
            IncidentOrder.CREATED, filter, IncidentWalk.ALL, known.after(), withAlerts);
    return new IncidentWalk(source, pages)
        .page(tenant, query)
        .map(page -> known.extended(page, since));
  }
}
