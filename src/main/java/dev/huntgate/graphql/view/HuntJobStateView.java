package dev.huntgate.graphql.view;

import dev.huntgate.hunting.HuntProgress;
import dev.huntgate.hunting.job.JobState;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code HuntJobState}. */
@Enum("HuntJobState")
@Description("How a hunt that runs as a job stands.")
public enum HuntJobStateView {
  @Description("It waits for the tenant's budget; `ahead` and `expectedStart` say how long.")
  QUEUED,
  @Description("Upstream runs it; `elapsed` and `expectedRunningTime` say how far it is.")
  RUNNING,
  @Description("It is done; `result` has what it found.")
  SUCCEEDED,
  @Description("It failed; `error` says why.")
  FAILED,
  @Description("Somebody cancelled it.")
  CANCELLED;

  static HuntJobStateView of(JobState state) {
    if (state instanceof JobState.Pending pending) {
      return pending.progress() instanceof HuntProgress.Queued ? QUEUED : RUNNING;
    }
    if (state instanceof JobState.Succeeded) {
      return SUCCEEDED;
    }
    return state instanceof JobState.Failed ? FAILED : CANCELLED;
  }
}
