package dev.huntgate.shared;

import dev.huntgate.budget.Ask;
import dev.huntgate.budget.Reservation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A call that this replica was granted, by the store or by itself while it was cut off. */
final class SharedCall implements Reservation {

  final String id;
  final Ask ask;
  final long startedAt;
  private volatile boolean known;
  private final @Nullable Reservation own;
  private final Clock clock;
  private final Consumer<Ending> end;
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * @param own what was reserved in this replica's own ledger, if that granted it
   * @param end takes how it ended, once
   */
  SharedCall(
      String id,
      Ask ask,
      long startedAt,
      @Nullable Reservation own,
      Clock clock,
      Consumer<Ending> end) {
    this.id = id;
    this.ask = ask;
    this.startedAt = startedAt;
    this.known = own == null;
    this.own = own;
    this.clock = clock;
    this.end = end;
  }

  /** Whether the store granted it, or was told of it. */
  boolean isKnown() {
    return known;
  }

  void becomesKnown() {
    known = true;
  }

  @Override
  public void settle(Duration used) {
    if (ended.compareAndSet(false, true)) {
      if (own != null) {
        own.settle(used);
      }
      end.accept(Ending.settled(this, used.toMillis(), true, clock.millis()));
    }
  }

  @Override
  public void withdraw() {
    if (ended.compareAndSet(false, true)) {
      if (own != null) {
        own.withdraw();
      }
      end.accept(Ending.withdrawn(this, clock.millis()));
    }
  }

  @Override
  public void settleByClock() {
    if (ended.compareAndSet(false, true)) {
      if (own != null) {
        own.settleByClock();
      }
      long now = clock.millis();
      end.accept(Ending.settled(this, age(now), true, now));
    }
  }

  @Override
  public void fail() {
    if (ended.compareAndSet(false, true)) {
      if (own != null) {
        own.fail();
      }
      long now = clock.millis();
      end.accept(Ending.settled(this, age(now), false, now));
    }
  }

  @Override
  public void throttled(Instant until) {
    if (ended.compareAndSet(false, true)) {
      if (own != null) {
        own.throttled(until);
      }
      end.accept(Ending.throttled(this, until.toEpochMilli(), clock.millis()));
    }
  }

  private long age(long now) {
    return Math.max(0, now - startedAt);
  }
}
