package dev.huntgate.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a steady rate. Each has its own due time, from which it is measured, whatever became
 * of the ones before it: a server that stands still is charged with all who would have come
 * meanwhile.
 */
final class Pace {

  private static final int CONNECTIONS = 32;

  private final int port;
  private final double nanosBetween;

  Pace(int port, double perSecond) {
    this.port = port;
    this.nanosBetween = 1e9 / perSecond;
  }

  /** One request. What it throws ends the run. */
  interface Call {
    void send(Wire wire, long number) throws Exception;
  }

  /** Nanoseconds from each request's due time until its answer was there, in their order. */
  long[] run(Duration length, Call call) throws Exception {
    long[] took = new long[(int) (length.toNanos() / nanosBetween)];
    AtomicLong next = new AtomicLong();
    AtomicReference<Exception> failed = new AtomicReference<>();
    long start = System.nanoTime() + 10_000_000;
    ExecutorService workers = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        all.add(
            workers.submit(
                () -> {
                  try {
                    work(start, next, took, call);
                  } catch (Exception e) {
                    failed.compareAndSet(null, e);
                    next.set(took.length);
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
      if (failed.get() != null) {
        throw failed.get();
      }
      return took;
    } finally {
      workers.shutdownNow();
    }
  }

  private void work(long start, AtomicLong next, long[] took, Call call) throws Exception {
    try (Wire wire = new Wire(port)) {
      for (long n = next.getAndIncrement(); n < took.length; n = next.getAndIncrement()) {
        long due = start + (long) (n * nanosBetween);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
        }
        call.send(wire, n);
        took[(int) n] = System.nanoTime() - due;
      }
    }
  }

  /** Milliseconds that this part of them stayed within. */
  static double millis(long[] took, double part) {
    long[] sorted = took.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
  }
}
