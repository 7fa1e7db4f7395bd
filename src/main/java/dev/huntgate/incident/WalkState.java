package dev.huntgate.incident;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far one request's walk has come: what it found, and which slice it reads next.
 *
 * @param found what matches, complete and in order as far as the walk has come
 * @param position behind what was dealt with; null at the beginning
 * @param floor the begin of the slice to read, inclusive; null for no bound
 * @param deep the slice's incidents read so far, where it is too narrow to narrow and is read page
 *     by page instead; null usually
 * @param pages upstream pages read
 * @param exhausted whether nothing older can follow
 */
record WalkState(
    List<Incident> found,
    @Nullable IncidentPosition position,
    @Nullable Instant floor,
    @Nullable List<Incident> deep,
    int pages,
    boolean exhausted) {

  static WalkState startingFrom(@Nullable IncidentPosition after) {
    return new WalkState(List.of(), after, after == null ? null : after.floor(), null, 0, false);
  }

  /** The same place with a narrower slice ahead. */
  WalkState narrowedTo(Instant newFloor) {
    return new WalkState(found, position, newFloor, null, pages + 1, false);
  }

  /** The same place with a slice ahead of which these were read. */
  WalkState deepened(@Nullable Instant newFloor, List<Incident> read) {
    return new WalkState(found, position, newFloor, read, pages + 1, false);
  }

  /** Behind {@code to}, with what was found on the way; more may follow. */
  WalkState movedTo(IncidentPosition to, List<Incident> more) {
    return new WalkState(with(more), to, to.floor(), null, pages + 1, false);
  }

  /** At the end, with what was found on the way. */
  WalkState ended(List<Incident> more) {
    return new WalkState(with(more), position, floor, null, pages + 1, true);
  }

  /** Those of a page that lie in the slice and are still to come, in order. */
  List<Incident> ahead(IncidentOrder order, List<Incident> page) {
    return page.stream()
        .filter(
            incident -> position == null || position.precedes(order.time(incident), incident.id()))
        .filter(incident -> floor == null || !order.time(incident).isBefore(floor))
        .sorted(order.comparator())
        .toList();
  }

  private List<Incident> with(List<Incident> more) {
    Set<String> known = new HashSet<>();
    return Stream.concat(found.stream(), more.stream()).filter(i -> known.add(i.id())).toList();
  }
}
