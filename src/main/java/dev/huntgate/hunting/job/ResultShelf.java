package dev.huntgate.hunting.job;

import io.smallrye.mutiny.Uni;

/** Where others read the results of jobs that ended here. */
@FunctionalInterface
public interface ResultShelf {

  /** Of one process, where nobody else reads them. */
  ResultShelf OWN = resultId -> Uni.createFrom().voidItem();

  /**
   * Completes when others can read a result, and in any case before long; fails when they cannot,
   * and the job has its result all the same.
   */
  Uni<Void> holds(String resultId);
}
