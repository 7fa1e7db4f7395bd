package dev.huntgate.incident;

import dev.huntgate.access.Caller;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of the recent incidents by severity, an order that upstream does not have. */
public final class IncidentRanking {

  private final IncidentIndexes indexes;

  public IncidentRanking(IncidentIndexes indexes) {
    this.indexes = indexes;
  }

  /**
   * Reads a page of the incidents that a filter lets through, the worst first.
   *
   * <p>They are those created at the filter's earliest time or later; the last seven days when it
   * has none.
   *
   * @param after the place to go on from; null for the beginning
   * @throws FailureException {@code FORBIDDEN} when the caller may not read incidents; {@code
   *     INVALID_ARGUMENT} or {@code LIMIT_EXCEEDED} when {@code first} is not from 1 to {@link
   *     IncidentQuery#MAX_FIRST}
   */
  public Uni<RankedIncidents> page(
      Caller caller,
      IncidentFilter filter,
      int first,
      @Nullable SeverityPosition after,
      boolean withAlerts) {
    IncidentQuery.checkFirst(first);
    return indexes
        .recent(
            caller,
            filter,
            after == null ? filter.createdFrom() : after.since(),
            "filter.createdFrom",
            withAlerts)
        .map(recent -> page(recent, first, after));
  }

  private static RankedIncidents page(
      RecentIncidents recent, int first, @Nullable SeverityPosition after) {
    List<Incident> behind =
        recent.incidents().stream()
            .filter(incident -> after == null || after.precedes(incident))
            .sorted(SeverityPosition.ORDER)
            .limit(first + 1L)
            .toList();
    return new RankedIncidents(
        behind.subList(0, Math.min(first, behind.size())),
        behind.size() > first,
        recent.complete(),
        recent.since(),
        recent.asOf());
  }
}
