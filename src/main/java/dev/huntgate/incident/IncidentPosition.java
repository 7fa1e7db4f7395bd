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

  /** Numeric ids by value, without giving up on ids that are not numeric. */
  static final Comparator<String> BY_ID =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  /** The place before every incident, with what was learnt about slices. */
  static IncidentPosition beginning(@Nullable Instant floor) {
    return new IncidentPosition(END_OF_TIME, "", floor);
  }

  /** The latest time that an incident after this place can have. */
  Instant latest() {
    return id.isEmpty() ? time.minusNanos(1) : time;
  }

  /** Whether an incident with this time and id comes after this place, newest first. */
  boolean precedes(Instant otherTime, String otherId) {
    int order = otherTime.compareTo(time);
    return order < 0 || (order == 0 && BY_ID.compare(otherId, id) < 0);
  }
}
