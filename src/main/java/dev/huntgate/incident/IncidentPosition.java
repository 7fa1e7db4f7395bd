package dev.huntgate.incident;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A place in a walk through incidents: just behind the one with this time and id.
 *
 * @param time the time by which the walk is ordered
 * @param id the incident's id; empty for the place behind everything at or after {@code time}
 * @param floor where the next slice to read had better begin, as learnt so far; null when nothing
 *     was learnt
 */
public record IncidentPosition(Instant time, String id, @Nullable Instant floor) {

  /** Numeric ids by value, without giving up on ids that are not. */
  static final Comparator<String> BY_ID =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  /** Whether an incident with this time and id is still to come, newest first. */
  boolean isBefore(Instant otherTime, String otherId) {
    int order = otherTime.compareTo(time);
    return order < 0 || (order == 0 && BY_ID.compare(otherId, id) < 0);
  }
}
