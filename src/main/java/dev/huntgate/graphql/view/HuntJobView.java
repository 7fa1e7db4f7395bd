package dev.huntgate.graphql.view;

import dev.huntgate.hunting.HuntProgress.Queued;
import dev.huntgate.hunting.HuntProgress.Running;
import dev.huntgate.hunting.job.HuntJob;
import dev.huntgate.hunting.job.JobState;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Type;

/**
 * The GraphQL type {@code HuntJob}.
 *
 * @param resultId the result of one that succeeded, which the field {@code result} reads
 */
@Type("HuntJob")
@Description("A hunt that goes on whether or not anybody waits for it.")
@DefaultNonNull
public record HuntJobView(
    @Description("The job's id, opaque; good while Huntgate keeps the job.") @Id String id,
    @Description("How it stands.") HuntJobStateView state,
    @Description("The query in KQL, as it was given.") String kql,
    @Description("Who started it.") String startedBy,
    @Description("When it was started.") Instant createdAt,
    @Description("How many hunts go upstream before it; null unless `QUEUED`.") @Nullable
        Integer ahead,
    @Description("When it probably goes upstream; null unless `QUEUED`.") @Nullable
        Instant expectedStart,
    @Description("When it went upstream; null unless `RUNNING`.") @Nullable Instant runningSince,
    @Description("For how long it has been running, as ISO 8601; null unless `RUNNING`.") @Nullable
        String elapsed,
    @Description(
            "How long half of its latest runs took, as ISO 8601; a default when it was never run."
                + " Null unless `RUNNING`.")
        @Nullable
        String expectedRunningTime,
    @Description("When it was over; null until then.") @Nullable Instant endedAt,
    @Description("Why it failed; null unless `FAILED`.") @Nullable HuntJobErrorView error,
    @Ignore @Nullable String resultId) {

  /** The view of a job. */
  public static HuntJobView of(HuntJob job) {
    JobState state = job.state();
    Queued queued = waiting(state) instanceof Queued q ? q : null;
    Running running = waiting(state) instanceof Running r ? r : null;
    return new HuntJobView(
        job.id(),
        HuntJobStateView.of(state),
        job.request().kql(),
        job.request().terms().caller().name(),
        job.createdAt(),
        queued == null ? null : queued.ahead(),
        queued == null ? null : queued.expectedStart(),
        running == null ? null : running.since(),
        running == null ? null : running.elapsed().toString(),
        running == null ? null : running.expected().toString(),
        state instanceof JobState.Ended ended ? ended.at() : null,
        state instanceof JobState.Failed failed ? HuntJobErrorView.of(failed.failure()) : null,
        state instanceof JobState.Succeeded succeeded ? succeeded.resultId() : null);
  }

  private static @Nullable Object waiting(JobState state) {
    return state instanceof JobState.Pending pending ? pending.progress() : null;
  }
}
