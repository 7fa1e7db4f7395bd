package dev.huntgate.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of a tenant as far as they are known at one moment.
 *
 * @param byId the incidents
 * @param bytes about what they take in memory
 * @param updates how far changes were read
 * @param after behind everything that is complete; null when nothing was read yet
 * @param cut whether older ones were forgotten for want of memory
 */
record IndexedIncidents(
    Map<String, Incident> byId,
    long bytes,
    UpdateReading updates,
    @Nullable IncidentPosition after,
    boolean cut) {

  /* A place in a map and the id that is its key. */
  private static final int ENTRY_BYTES = 120;
  /* How much of its memory an index keeps when it has become too large. */
  private static final double KEPT = 0.8;

  IndexedIncidents {
    byId = Map.copyOf(byId);
  }

  /** An index that knows nothing yet. */
  static IndexedIncidents startingAt(Instant time) {
    return new IndexedIncidents(Map.of(), 0, UpdateReading.startingAt(time), null, false);
  }

  /** Whether it has all that were created at this time or later. */
  boolean reaches(Instant since) {
    return after != null
        && (after.time().isBefore(since) || (after.time().equals(since) && after.id().isEmpty()));
  }

  /** The same after changes were read. */
  IndexedIncidents updated(UpdateReading.Step step) {
    return with(step.incidents(), step.next(), after);
  }

  /** The same after a page of a walk by creation time towards {@code since}. */
  IndexedIncidents extended(IncidentPage page, Instant since) {
    IncidentPosition reached = page.hasNext() ? page.end() : new IncidentPosition(since, "", null);
    return with(page.incidents(), updates, reached == null ? after : reached);
  }

  /** The same without its oldest, when it takes more memory than it may. */
  IndexedIncidents within(long mostBytes) {
    if (bytes <= mostBytes) {
      return this;
    }
    List<Incident> newestFirst =
        byId.values().stream().sorted(IncidentOrder.CREATED.comparator()).toList();
    Map<String, Incident> kept = new HashMap<>();
    long weight = 0;
    IncidentPosition end = IncidentPosition.beginning(null);
    for (Incident incident : newestFirst) {
      weight += bytes(incident);
      if (weight > mostBytes * KEPT) {
        break;
      }
      kept.put(incident.id(), incident);
      end = new IncidentPosition(incident.createdAt(), incident.id(), null);
    }
    long left = kept.values().stream().mapToLong(IndexedIncidents::bytes).sum();
    return new IndexedIncidents(kept, left, updates, end, true);
  }

  private IndexedIncidents with(
      List<Incident> read, UpdateReading next, @Nullable IncidentPosition reached) {
    Map<String, Incident> merged = new HashMap<>(byId);
    long weight = bytes;
    for (Incident incident : read) {
      Incident known = merged.get(incident.id());
      boolean beyond = reached == null || reached.precedes(incident.createdAt(), incident.id());
      if (beyond || (known != null && known.updatedAt().isAfter(incident.updatedAt()))) {
        continue;
      }
      merged.put(incident.id(), incident);
      weight += bytes(incident) - (known == null ? 0 : bytes(known));
    }
    return new IndexedIncidents(merged, weight, next, reached, cut);
  }

  private static long bytes(Incident incident) {
    return ENTRY_BYTES + IncidentWeight.of(List.of(incident));
  }
}
