package dev.huntgate.sandbox.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * So many calls within so long. A refused call counts like an admitted one, as it does upstream.
 * Safe for use by several threads.
 */
final class CallWindow {

  private final int limit;
  private final Span span;

  /** Only the newest {@code limit} calls: no older one can decide anything. */
  private final Deque<Instant> calls = new ArrayDeque<>();

  CallWindow(int limit, Span span) {
    this.limit = limit;
    this.span = span;
  }

  /** Counts a call; returns how long to wait when it is one too many. */
  synchronized Optional<Duration> enter(Instant now) {
    while (!calls.isEmpty() && !span.holds(calls.getFirst(), now)) {
      calls.removeFirst();
    }
    calls.addLast(now);
    if (calls.size() <= limit) {
      return Optional.empty();
    }
    calls.removeFirst();
    return Optional.of(Duration.between(now, span.end(calls.getFirst())));
  }

  /** What upstream says of this window. */
  String described() {
    return "API calls quota exceeded! Maximum allowed "
        + limit
        + " per "
        + WireTime.of(span.length());
  }
}
