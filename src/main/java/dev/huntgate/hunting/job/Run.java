package dev.huntgate.hunting.job;

import dev.huntgate.hunting.HuntProgress;
import dev.huntgate.hunting.RunOfJob;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A run of a hunt here that is a job, or may become one, from its start to its end. */
final class Run implements RunOfJob {

  private final CompletableFuture<HuntJob> end = new CompletableFuture<>();
  private final AtomicBoolean ending = new AtomicBoolean();
  private volatile @Nullable HuntJob job;
  private volatile @Nullable HuntProgress progress;
  private volatile boolean elsewhere;

  /** The job that it is; null while it is none. */
  @Nullable HuntJob job() {
    return job;
  }

  void becomes(HuntJob started) {
    job = started;
  }

  @Override
  public @Nullable String id() {
    HuntJob known = job;
    return known == null ? null : known.id();
  }

  @Override
  public boolean goesOnElsewhere() {
    return elsewhere;
  }

  void goesElsewhere() {
    elsewhere = true;
  }

  /** The job's end, as whoever ended it first has it. */
  CompletableFuture<HuntJob> end() {
    return end;
  }

  /** Whether it is the caller who ends the job: the first who asks. */
  boolean mayEnd() {
    return ending.compareAndSet(false, true);
  }

  /** How far it was when somebody looked last; null when nobody has. */
  @Nullable HuntProgress progress() {
    return progress;
  }

  void progress(HuntProgress seen) {
    progress = seen;
  }
}
