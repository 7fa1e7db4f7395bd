package dev.huntgate.budget;

import java.util.function.Consumer;

/** Adds up what waiters expect to spend. */
final class Tally implements Consumer<Waiter> {

  private long calls;
  private long millis;
  private long backgroundMillis;

  @Override
  public void accept(Waiter waiter) {
    calls++;
    millis += waiter.estimateMillis;
    if (waiter.ask.priority() == Priority.BACKGROUND) {
      backgroundMillis += waiter.estimateMillis;
    }
  }

  Flying total() {
    return new Flying(calls, millis, backgroundMillis);
  }
}
