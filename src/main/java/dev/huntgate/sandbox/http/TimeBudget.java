package dev.huntgate.sandbox.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** So much time of hunts within so long. Safe for use by several threads. */
final class TimeBudget {

  private record Spent(Instant at, Duration time) {}

  private final Duration limit;
  private final Span span;
  private final Deque<Spent> hunts = new ArrayDeque<>();
  private Duration sum = Duration.ZERO;

  TimeBudget(Duration limit, Span span) {
    this.limit = limit;
    this.span = span;
  }

  /** How long to wait before the next hunt, or empty when it may run now. */
  synchronized Optional<Duration> waiting(Instant now) {
    while (!hunts.isEmpty() && !span.holds(hunts.getFirst().at(), now)) {
      sum = sum.minus(hunts.removeFirst().time());
    }
    Duration over = sum.minus(limit);
    if (over.isNegative()) {
      return Optional.empty();
    }
    Instant free = now;
    for (Spent spent : hunts) {
      over = over.minus(spent.time());
      free = span.end(spent.at());
      if (over.isNegative()) {
        break;
      }
    }
    return Optional.of(Duration.between(now, free));
  }

  synchronized void spend(Instant at, Duration time) {
    hunts.addLast(new Spent(at, time));
    sum = sum.plus(time);
  }

  String described() {
    return "API running time quota exceeded! Maximum allowed "
        + WireTime.of(limit)
        + " per "
        + WireTime.of(span.length());
  }
}
