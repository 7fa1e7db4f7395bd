package dev.huntgate.hunting;

import org.jspecify.annotations.Nullable;

/** What the audit is told of a run that is a job or may become one. */
@FunctionalInterface
public interface RunOfJob {

  /** Of a hunt that is no job. */
  RunOfJob NONE = () -> null;

  /** The job's id when the hunt has ended; null when it has not become one. */
  @Nullable String id();

  /** Whether its job was left to another process, which tells what became of it. */
  default boolean goesOnElsewhere() {
    return false;
  }
}
