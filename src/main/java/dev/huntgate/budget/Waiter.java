package dev.huntgate.budget;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A caller in the queue. */
final class Waiter {

  final Ask ask;
  final long arrival;
  final long deadline;
  final long estimateMillis;
  final CompletableFuture<Admission> promise = new CompletableFuture<>();
  volatile @Nullable Admission outcome;

  /**
   * @param arrival a number that grows with each arrival
   * @param deadline when the caller stops waiting, in milliseconds
   */
  Waiter(Ask ask, long arrival, long deadline) {
    this.ask = ask;
    this.arrival = arrival;
    this.deadline = deadline;
    this.estimateMillis = ask.estimate().toMillis();
  }
}
