package dev.huntgate.sandbox.engine;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stops statements whose time is up. */
final class Stopper implements AutoCloseable {

  private static final long CANCEL_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "sandbox-hunt-stopper");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Cancels a statement once a time has come, unless what is returned is cancelled before.
   *
   * @param deadline the time, by the clock of {@link System#nanoTime()}
   */
  Future<?> stopAt(long deadline, Statement statement) {
    // Again and again: a cancellation before the statement runs goes unheard.
    return timer.scheduleWithFixedDelay(
        () -> cancel(statement),
        Math.max(0, deadline - System.nanoTime()),
        CANCEL_AGAIN_NANOS,
        TimeUnit.NANOSECONDS);
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      throw DuckDbHuntingEngine.failure(e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
