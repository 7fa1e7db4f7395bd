package dev.huntgate.wiring;

import dev.huntgate.budget.Alarm;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Wakes the ledger on a thread of the worker pool. */
final class WorkerAlarm implements Alarm {

  @Override
  public Runnable after(Duration delay, Runnable wake) {
    // Quarkus' timers take whole milliseconds, and refuse less than one.
    long millis = Math.max(1, delay.plusNanos(999_999).toMillis());
    ScheduledFuture<?> scheduled =
        Infrastructure.getDefaultWorkerPool().schedule(wake, millis, TimeUnit.MILLISECONDS);
    return () -> scheduled.cancel(false);
  }
}
