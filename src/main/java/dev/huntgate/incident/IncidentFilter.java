package dev.huntgate.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are wanted; what is null or empty does not restrict.
 *
 * @param createdFrom inclusive; {@code createdBefore} exclusive, and likewise for updates
 * @param content what is to be found in them
 */
public record IncidentFilter(
    List<Severity> severities,
    List<IncidentStatus> statuses,
    List<Classification> classifications,
    List<Determination> determinations,
    @Nullable String assignedTo,
    @Nullable Instant createdFrom,
    @Nullable Instant createdBefore,
    @Nullable Instant updatedFrom,
    @Nullable Instant updatedBefore,
    IncidentContent content) {

  /** The filter that lets every incident through. */
  public static final IncidentFilter ALL =
      new IncidentFilter(List.of(), List.of(), List.of(), List.of(), null, null, null, null, null);

  public IncidentFilter {
    severities = List.copyOf(severities);
    statuses = List.copyOf(statuses);
    classifications = List.copyOf(classifications);
    determinations = List.copyOf(determinations);
  }

  /** A filter whatever is in the incidents. */
  public IncidentFilter(
      List<Severity> severities,
      List<IncidentStatus> statuses,
      List<Classification> classifications,
      List<Determination> determinations,
      @Nullable String assignedTo,
      @Nullable Instant createdFrom,
      @Nullable Instant createdBefore,
      @Nullable Instant updatedFrom,
      @Nullable Instant updatedBefore) {
    this(
        severities,
        statuses,
        classifications,
        determinations,
        assignedTo,
        createdFrom,
        createdBefore,
        updatedFrom,
        updatedBefore,
        IncidentContent.ANY);
  }

  /** The same whatever is in the incidents: all of it that upstream may filter by. */
  public IncidentFilter ofAnyContent() {
    return with(createdFrom, updatedFrom, IncidentContent.ANY);
  }

  /** The earliest time of an order that is wanted, inclusive; null for no bound. */
  @Nullable Instant earliest(IncidentOrder order) {
    return order == IncidentOrder.CREATED ? createdFrom : updatedFrom;
  }

  /** The same, for those created at this time or later only. */
  public IncidentFilter createdSince(Instant time) {
    return with(later(createdFrom, time), updatedFrom, content);
  }

  /** The same, for those last changed at this time or later only. */
  IncidentFilter updatedSince(Instant time) {
    return with(createdFrom, later(updatedFrom, time), content);
  }

  private IncidentFilter with(
      @Nullable Instant newCreatedFrom, @Nullable Instant newUpdatedFrom, IncidentContent other) {
    return new IncidentFilter(
        severities,
        statuses,
        classifications,
        determinations,
        assignedTo,
        newCreatedFrom,
        createdBefore,
        newUpdatedFrom,
        updatedBefore,
        other);
  }

  private static Instant later(@Nullable Instant bound, Instant time) {
    return bound == null || bound.isBefore(time) ? time : bound;
  }

  /** Whether an incident is wanted; one without its alerts only if they do not matter. */
  public boolean matches(Incident incident) {
    return oneOf(severities, incident.severity())
        && oneOf(statuses, incident.status())
        && oneOf(classifications, incident.classification())
        && oneOf(determinations, incident.determination())
        && isAssigned(incident)
        && within(incident.createdAt(), createdFrom, createdBefore)
        && within(incident.updatedAt(), updatedFrom, updatedBefore)
        && content.matches(incident);
  }

  private boolean isAssigned(Incident incident) {
    if (assignedTo == null) {
      return true;
    }
    String owner = incident.assignedTo() == null ? "" : incident.assignedTo();
    return owner.equalsIgnoreCase(assignedTo);
  }

  private static <T> boolean oneOf(List<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  private static boolean within(Instant time, @Nullable Instant from, @Nullable Instant before) {
    return (from == null || !time.isBefore(from)) && (before == null || time.isBefore(before));
  }
}
