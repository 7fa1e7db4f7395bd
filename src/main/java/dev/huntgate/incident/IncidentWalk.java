package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure.UpstreamUnavailable;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of incidents so that a walk by creation time meets each exactly once.
 *
 * <p>Neither family promises an order that holds while incidents change. A creation time never
 * changes, so the walk reads <em>slices</em> of it. When upstream returns everything in a slice,
 * the slice is complete, whatever the order. When it returns a full page, then either upstream was
 * told to order by this time and visibly did, and everything newer than the page's last is
 * complete; or the slice is narrowed and read again.
 */
final class IncidentWalk {

  /** The most upstream pages that one request reads. */
  static final int MAX_PAGES = 5;

  /** As many incidents as all these pages hold, and more. */
  static final int ALL = 1000;

  /* The most incidents of one and the same millisecond. */
  private static final int MAX_DEEP = 1000;
  /* Narrower than this, upstream may no longer tell times apart. */
  private static final Duration NARROWEST = Duration.ofMillis(2);
  /* Room for the incident at the position, for one more than asked and for a held-back last one. */
  private static final int MARGIN = 3;

  private final IncidentSource source;
  private final int maxPages;

  IncidentWalk(IncidentSource source) {
    this(source, MAX_PAGES);
  }

  /**
   * @param maxPages the most upstream pages that reading one page of incidents takes
   */
  IncidentWalk(IncidentSource source, int maxPages) {
    this.source = source;
    this.maxPages = maxPages;
  }

  Uni<IncidentPage> page(Tenant tenant, IncidentQuery query) {
    return read(tenant, query, WalkState.startingFrom(query.after()));
  }

  private Uni<IncidentPage> read(Tenant tenant, IncidentQuery query, WalkState state) {
    boolean full = state.found().size() > query.first();
    boolean spent = state.pages() >= maxPages && state.deep() == null;
    if (full || spent || state.exhausted()) {
      return Uni.createFrom().item(() -> toPage(query, state));
    }
    return source
        .list(tenant, listing(query, state))
        .flatMap(batch -> read(tenant, query, advance(query, state, batch)));
  }

  private static IncidentListing listing(IncidentQuery query, WalkState state) {
    Instant to = state.position() == null ? null : state.position().latest();
    int wanted = query.first() - state.found().size() + MARGIN;
    List<Incident> deep = state.deep();
    int skip = deep == null ? 0 : deep.size();
    return new IncidentListing(
        query.order(),
        state.floor(),
        to,
        query.filter().ofAnyContent(),
        wanted,
        skip,
        query.withAlerts() || query.filter().content().needsAlerts(),
        deep != null);
  }

  private static WalkState advance(IncidentQuery query, WalkState state, IncidentBatch batch) {
    if (state.deep() != null) {
      return deeper(query, state, state.deep(), batch);
    }
    if (!batch.more()) {
      return sliceCompleted(query, state, batch.incidents(), batch.ordered());
    }
    if (batch.ordered() && isOrdered(query.order(), batch.incidents())) {
      return completeAboveLast(query, state, batch.incidents());
    }
    return narrowed(query.order(), state, batch.incidents());
  }

  private static WalkState sliceCompleted(
      IncidentQuery query, WalkState state, List<Incident> slice, boolean ordered) {
    List<Incident> found = matching(query, state.ahead(query.order(), slice));
    Instant floor = state.floor();
    Instant earliest = query.filter().earliest(query.order());
    if (floor == null || (earliest != null && !floor.isAfter(earliest))) {
      return state.ended(found);
    }
    Instant below = ordered ? null : Slices.below(floor, query.order(), state.position(), slice);
    Instant next = below != null && earliest != null && below.isBefore(earliest) ? null : below;
    return state.movedTo(new IncidentPosition(floor, "", next), found);
  }

  private static WalkState completeAboveLast(
      IncidentQuery query, WalkState state, List<Incident> page) {
    Instant last = query.order().time(page.get(page.size() - 1));
    List<Incident> complete =
        state.ahead(query.order(), page).stream()
            .filter(incident -> query.order().time(incident).isAfter(last))
            .toList();
    if (complete.isEmpty()) {
      return state.deepened(last.truncatedTo(ChronoUnit.MILLIS), List.of());
    }
    Incident end = complete.get(complete.size() - 1);
    return state.movedTo(
        new IncidentPosition(query.order().time(end), end.id(), state.floor()),
        matching(query, complete));
  }

  private static WalkState deeper(
      IncidentQuery query, WalkState state, List<Incident> read, IncidentBatch batch) {
    List<Incident> all = Stream.concat(read.stream(), batch.incidents().stream()).toList();
    if (!batch.more() || batch.incidents().isEmpty()) {
      return sliceCompleted(query, state, all, batch.ordered());
    }
    if (all.size() > MAX_DEEP) {
      throw new FailureException(
          new UpstreamUnavailable(
              "Upstream lists more than " + MAX_DEEP + " incidents for one millisecond.",
              null,
              true));
    }
    return state.deepened(state.floor(), all);
  }

  private static WalkState narrowed(IncidentOrder order, WalkState state, List<Incident> page) {
    List<Instant> times = page.stream().map(order::time).sorted().toList();
    Instant middle = times.get(times.size() / 2);
    Instant floor = state.floor();
    if (floor == null || middle.isAfter(floor)) {
      return state.narrowedTo(middle);
    }
    Instant newest = times.get(times.size() - 1);
    Instant top = state.position() == null ? newest : state.position().time();
    Duration width = Duration.between(floor, top);
    return width.compareTo(NARROWEST) < 0
        ? state.deepened(floor, List.of())
        : state.narrowedTo(floor.plus(width.dividedBy(2)));
  }

  private static IncidentPage toPage(IncidentQuery query, WalkState state) {
    List<Incident> found = state.found();
    boolean hasNext = found.size() > query.first() || !state.exhausted();
    List<Incident> page = found.subList(0, Math.min(found.size(), query.first()));
    return new IncidentPage(page, end(query, state, page), hasNext);
  }

  private static @Nullable IncidentPosition end(
      IncidentQuery query, WalkState state, List<Incident> page) {
    boolean partial = page.size() == state.found().size() && !state.exhausted();
    if (partial && state.position() == null) {
      return IncidentPosition.beginning(state.floor());
    }
    if (partial || page.isEmpty()) {
      IncidentPosition at = state.position();
      return at == null ? null : new IncidentPosition(at.time(), at.id(), state.floor());
    }
    Incident last = page.get(page.size() - 1);
    return new IncidentPosition(query.order().time(last), last.id(), state.floor());
  }

  private static List<Incident> matching(IncidentQuery query, List<Incident> incidents) {
    return incidents.stream().filter(query.filter()::matches).toList();
  }

  private static boolean isOrdered(IncidentOrder order, List<Incident> incidents) {
    for (int i = 1; i < incidents.size(); i++) {
      if (order.time(incidents.get(i)).isAfter(order.time(incidents.get(i - 1)))) {
        return false;
      }
    }
    return !incidents.isEmpty();
  }
}
