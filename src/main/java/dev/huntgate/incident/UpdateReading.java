package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of a tenant's changes has come, by the time of the last update.
 *
 * <p>Each reading looks back over {@link #OVERLAP} of what was read already, since upstream may
 * list a change a little later than its time says: an incident may come twice, but none is missed.
 *
 * @param from up to which time all changes were read, but for the overlap
 * @param newest the latest update met on the way to the present
 * @param after where to go on, when the last reading did not reach {@code from}; null when it did
 */
record UpdateReading(Instant from, Instant newest, @Nullable IncidentPosition after) {

  /** What is read again each time, as the source's clock and lists may lag behind. */
  static final Duration OVERLAP = Duration.ofMinutes(2);

  /**
   * What one reading found.
   *
   * @param incidents the incidents that changed, the latest first
   */
  record Step(List<Incident> incidents, UpdateReading next) {

    /** Whether everything up to the present was read. */
    boolean complete() {
      return next.after() == null;
    }
  }

  /** A reading of what changes from a time on. */
  static UpdateReading startingAt(Instant time) {
    return new UpdateReading(time, time, null);
  }

  /** Reads on, as far as the walk's pages reach. */
  Uni<Step> read(IncidentWalk walk, Tenant tenant, boolean withAlerts) {
    IncidentFilter filter = IncidentFilter.ALL.updatedSince(from.minus(OVERLAP));
    IncidentQuery query =
        new IncidentQuery(IncidentOrder.UPDATED, filter, IncidentWalk.ALL, after, withAlerts);
    return walk.page(tenant, query).map(this::step);
  }

  private Step step(IncidentPage page) {
    Instant latest =
        Stream.concat(Stream.of(newest), page.incidents().stream().map(Incident::updatedAt))
            .max(Instant::compareTo)
            .orElse(newest);
    UpdateReading next =
        page.hasNext() && page.end() != null
            ? new UpdateReading(from, latest, page.end())
            : new UpdateReading(latest, latest, null);
    return new Step(page.incidents(), next);
  }
}
