package dev.huntgate.budget;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait in one priority, served so that callers get equal running time.
 *
 * <p>Start-time fair queueing: each caller has a tag that grows with what it is granted; the lowest
 * tag is next, a caller's own asks in the order in which they came. Who has been away starts at
 * most a little behind the tag served last, so that being away earns no more than that. Not
 * thread-safe.
 */
final class Line {

  /* Callers without a waiting ask are remembered for what they were granted; not without end. */
  private static final int MOST_REMEMBERED = 4_096;

  /* How far behind the others' running time whoever was away may start, in milliseconds. Without
  any, those who ask seldom get much less than their share over a day; with more, nobody is better
  off, and whoever comes back could hold up the others for longer. */
  private static final long CREDIT = 120_000;

  private static final class Lane {
    final Deque<Waiter> waiting = new ArrayDeque<>();
    long tag;
  }

  /* By name: what a caller may do differs from token to token, and is no second turn. */
  private final Map<String, Lane> lanes = new HashMap<>();
  private long served;
  private int size;

  int size() {
    return size;
  }

  void add(Waiter waiter) {
    Lane lane = lane(waiter.ask.caller().name());
    lane.waiting.add(waiter);
    size++;
  }

  /** Who is next; null when nobody waits. */
  @Nullable Waiter peek() {
    Lane best = null;
    for (Lane lane : lanes.values()) {
      if (!lane.waiting.isEmpty() && (best == null || isBefore(lane, best))) {
        best = lane;
      }
    }
    return best == null ? null : best.waiting.peek();
  }

  /** Takes out the one who is granted. */
  void granted(Waiter waiter) {
    Lane lane = lane(waiter.ask.caller().name());
    served = Math.max(served, lane.tag);
    remove(waiter);
    lane.tag += cost(waiter.estimateMillis);
  }

  /** Counts a grant to somebody who did not have to wait. */
  void grantedAtOnce(Ask ask) {
    Lane lane = lane(ask.caller().name());
    served = Math.max(served, lane.tag);
    lane.tag += cost(ask.estimate().toMillis());
  }

  /** Corrects a caller's share once the cost is known. */
  void corrected(Ask ask, long usedMillis) {
    Lane lane = lanes.get(ask.caller().name());
    if (lane != null) {
      lane.tag += cost(usedMillis) - cost(ask.estimate().toMillis());
    }
  }

  void remove(Waiter waiter) {
    Lane lane = lanes.get(waiter.ask.caller().name());
    if (lane != null && lane.waiting.remove(waiter)) {
      size--;
    }
  }

  void forEach(Consumer<Waiter> action) {
    lanes.values().forEach(lane -> lane.waiting.forEach(action));
  }

  /** Names those who are served before a waiter, who is in line or would come now. */
  void forEachBefore(Waiter waiter, Consumer<Waiter> action) {
    long turn = turn(waiter);
    for (Lane lane : lanes.values()) {
      long tag = lane.tag;
      for (Waiter other : lane.waiting) {
        if (other == waiter || tag > turn || (tag == turn && other.arrival > waiter.arrival)) {
          break;
        }
        action.accept(other);
        tag += cost(other.estimateMillis);
      }
    }
  }

  private long turn(Waiter waiter) {
    Lane lane = lanes.get(waiter.ask.caller().name());
    if (lane == null) {
      return served - CREDIT;
    }
    long tag = lane.waiting.isEmpty() ? Math.max(lane.tag, served - CREDIT) : lane.tag;
    for (Waiter elder : lane.waiting) {
      if (elder == waiter) {
        break;
      }
      tag += cost(elder.estimateMillis);
    }
    return tag;
  }

  private Lane lane(String caller) {
    Lane known = lanes.get(caller);
    if (known == null) {
      if (lanes.size() >= MOST_REMEMBERED) {
        lanes.values().removeIf(lane -> lane.waiting.isEmpty());
      }
      known = new Lane();
      lanes.put(caller, known);
    }
    if (known.waiting.isEmpty()) {
      known.tag = Math.max(known.tag, served - CREDIT);
    }
    return known;
  }

  private static boolean isBefore(Lane one, Lane other) {
    return one.tag != other.tag
        ? one.tag < other.tag
        : one.waiting.getFirst().arrival < other.waiting.getFirst().arrival;
  }

  /** A call without running time still takes a turn. */
  private static long cost(long millis) {
    return Math.max(1, millis);
  }
}
