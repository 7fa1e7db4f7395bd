package dev.huntgate.incident;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import dev.huntgate.incident.IncidentCounts.Count;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts of incidents for tiles and charts, from as many upstream pages as one request may read.
 */
public final class IncidentCounting {

  private static final Duration USUAL = Duration.ofDays(7);
  /* What five upstream pages of the larger family hold. */
  private static final int MOST = 500;

  private final Incidents incidents;
  private final Clock clock;

  public IncidentCounting(Incidents incidents, Clock clock) {
    this.incidents = incidents;
    this.clock = clock;
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
    caller.require(Permission.INCIDENTS_READ);
    Instant asOf = clock.instant();
    Instant from = since == null ? asOf.minus(USUAL) : since;
    if (from.isAfter(asOf)) {
      return Uni.createFrom()
          .failure(
              () ->
                  new FailureException(
                      new InvalidArgument("since", "since has to be a time that has passed.")));
    }
    IncidentQuery query =
        new IncidentQuery(
            IncidentOrder.CREATED, filter.createdSince(from), MOST, null, facet.needsAlerts());
    return new IncidentWalk(incidents.of(caller))
        .page(caller.tenant(), query)
        .map(page -> counts(facet, page, from, asOf));
  }

  private static IncidentCounts counts(
      IncidentFacet facet, IncidentPage page, Instant since, Instant asOf) {
    Map<String, Integer> byValue = new HashMap<>();
    page.incidents().stream()
        .flatMap(incident -> facet.values(incident).stream())
        .forEach(value -> byValue.merge(value, 1, Integer::sum));
    List<Count> counts =
        byValue.entrySet().stream()
            .map(entry -> new Count(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingInt(Count::incidents).reversed().thenComparing(Count::value))
            .toList();
    return new IncidentCounts(counts, page.incidents().size(), !page.hasNext(), since, asOf);
  }
}
