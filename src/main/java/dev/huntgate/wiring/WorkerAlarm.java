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
    ScheduledFuture<?> scheduled =
        Infrastructure.getDefaultWorkerPool()
            .schedule(wake, delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> scheduled.cancel(false);
  }
}
