package dev.huntgate.sandbox.company;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The incidents as they stand now; safe for use by several threads. */
public final class IncidentStore {

  private final Company company;
  private final Map<Long, Incident> incidents = new LinkedHashMap<>();
  private long nextId = 1;

  public IncidentStore(Company company) {
    this.company = company;
  }

  /** All incidents at one moment, oldest first. */
  public synchronized List<Incident> all() {
    return List.copyOf(stocked().values());
  }

  public synchronized Optional<Incident> find(long id) {
    return Optional.ofNullable(stocked().get(id));
  }

  /**
   * Changes one incident and moves its time of update forward, never back.
   *
   * @return the changed incident, or empty when there is none with this id
   */
  public synchronized Optional<Incident> change(
      long id, Instant now, @Nullable String by, UnaryOperator<IncidentDraft> change) {
    Incident old = stocked().get(id);
    if (old == null) {
      return Optional.empty();
    }
    Instant at = now.isAfter(old.updatedAt()) ? now : old.updatedAt().plusNanos(100);
    Incident changed = change.apply(old.draft()).updated(at, by);
    incidents.put(id, changed);
    return Optional.of(changed);
  }

  /** Lets new incidents come up now. */
  public synchronized List<Incident> arrive(int count, Instant now) {
    stocked();
    List<Incident> arrived = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Incident incident = company.arrival(nextId++, now.plusNanos(i * 100L));
      incidents.put(incident.id(), incident);
      arrived.add(incident);
    }
    return arrived;
  }

  private Map<Long, Incident> stocked() {
    if (incidents.isEmpty()) {
      company.incidents().stream()
          .sorted(Comparator.comparing(Incident::id))
          .forEach(incident -> incidents.put(incident.id(), incident));
      nextId = incidents.keySet().stream().mapToLong(id -> id).max().orElse(0) + 1;
    }
    return incidents;
  }
}
