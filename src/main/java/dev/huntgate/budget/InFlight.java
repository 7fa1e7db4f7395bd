package dev.huntgate.budget;

/**
 * A call that was admitted and has not been settled: reserves its estimate, or its age if longer.
 */
final class InFlight {

  final Ask ask;
  final long startedAt;
  final long estimateMillis;
  final boolean probe;
  boolean settled;

  InFlight(Ask ask, long startedAt, boolean probe) {
    this.ask = ask;
    this.startedAt = startedAt;
    this.estimateMillis = ask.estimate().toMillis();
    this.probe = probe;
  }

  long reserved(long now) {
    return Math.max(estimateMillis, now - startedAt);
  }

  /** When upstream had got it, it being over now. */
  long arrived(long now) {
    return Math.min(now, startedAt + BudgetRules.ARRIVAL.toMillis());
  }

  boolean isBackground() {
    return ask.priority() == Priority.BACKGROUND;
  }
}
