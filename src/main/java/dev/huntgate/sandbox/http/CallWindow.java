package dev.huntgate.sandbox.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * So many calls within any stretch of so long. A refused call counts like an admitted one, as it
 * does upstream. Safe for use by several threads.
 */
final class CallWindow {

  private final int limit;
  private final Duration length;

  /** Only the newest {@code limit} calls: no older one can decide anything. */
  private final Deque<Instant> calls = new ArrayDeque<>();

  CallWindow(int limit, Duration length) {
    this.limit = limit;
    this.length = length;
  }

  /** Counts a call; returns how long to wait when it is one too many. */
  synchronized Optional<Duration> enter(Instant now) {
    Instant horizon = now.minus(length);
    while (!calls.isEmpty() && !calls.getFirst().isAfter(horizon)) {
      calls.removeFirst();
    }
    calls.addLast(now);
    if (calls.size() <= limit) {
      return Optional.empty();
    }
    calls.removeFirst();
    return Optional.of(Duration.between(horizon, calls.getFirst()));
  }

  /** What upstream says of this window. */
  String described() {
    return "API calls quota exceeded! Maximum allowed " + limit + " per " + WireTime.of(length);
  }
}
