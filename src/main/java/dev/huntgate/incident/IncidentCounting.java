package dev.huntgate.incident;

import dev.huntgate.access.Caller;
import dev.huntgate.failure.FailureException;
import dev.huntgate.incident.IncidentCounts.Count;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts of the recent incidents, for tiles and charts. */
public final class IncidentCounting {

  private final IncidentIndexes indexes;

  public IncidentCounting(IncidentIndexes indexes) {
    this.indexes = indexes;
  }

  /**
   * Counts incidents by one of their sides.
   *
   * <p>Fails with {@code INVALID_ARGUMENT} when {@code since} is yet to come.
   *
   * @param since the earliest creation time that counts, inclusive; null for the last seven days
   * @throws FailureException {@code FORBIDDEN} when the caller may not read incidents
   */
  public Uni<IncidentCounts> count(
      Caller caller, IncidentFacet facet, IncidentFilter filter, @Nullable Instant since) {
    return indexes
        .recent(caller, filter, since, "since", facet.needsAlerts())
        .map(recent -> counts(facet, recent));
  }

  private static IncidentCounts counts(IncidentFacet facet, RecentIncidents recent) {
    Map<String, Integer> byValue = new HashMap<>();
    recent.incidents().stream()
        .flatMap(incident -> facet.values(incident).stream())
        .forEach(value -> byValue.merge(value, 1, Integer::sum));
    List<Count> counts =
        byValue.entrySet().stream()
            .map(entry -> new Count(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingInt(Count::incidents).reversed().thenComparing(Count::value))
            .toList();
    return new IncidentCounts(
        counts, recent.incidents().size(), recent.complete(), recent.since(), recent.asOf());
  }
}
