package dev.huntgate.hunting.job;

import io.smallrye.mutiny.Uni;

/** Who runs the jobs of one process, as others who keep the same jobs know it. */
public interface JobRunner {

  /** Runs a job from its beginning, which another process was running that is gone. */
  void takeOver(HuntJob job);

  /** Leaves a job that ended elsewhere or, where it has not ended, runs elsewhere. */
  void leave(HuntJob job);

  /** A job that runs here, as it stands at this moment. */
  Uni<HuntJob> current(HuntJob job);
}
