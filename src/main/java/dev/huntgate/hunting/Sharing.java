package dev.huntgate.hunting;

import dev.huntgate.cache.SharedResults;

/** What replicas do for each other: keep results, and take turns in running hunts. */
public record Sharing(SharedResults results, Turns turns) {

  /** There are no other replicas. */
  public static final Sharing NONE = new Sharing(SharedResults.NONE, Turns.ALONE);
}
