package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.graphql.view.HuntJobView;
import dev.huntgate.graphql.view.HuntResultView;
import dev.huntgate.graphql.view.PriorityView;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.job.HuntJobs;
import dev.huntgate.result.RowRange;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The fields that start, watch and cancel hunts as jobs. */
@GraphQLApi
public class JobQueries {

  private final HuntJobs jobs;
  private final Hunts hunts;
  private final HuntTerms terms;
  private final CurrentCaller caller;
  private final Context context;

  JobQueries(HuntJobs jobs, Hunts hunts, HuntTerms terms, CurrentCaller caller, Context context) {
    this.jobs = jobs;
    this.hunts = hunts;
    this.terms = terms;
    this.caller = caller;
    this.context = context;
  }

  @Mutation("startHunt")
  @Description(
      "Starts a hunt and returns at once, with the id of a job that you can watch by the"
          + " subscription `huntJob` or ask for by the query of that name. Equal hunts share one"
          + " run, and a result that is still fresh is taken as with `hunt`.")
  public @NonNull Uni<@NonNull HuntJobView> startHunt(
      @Name("kql") @NonNull @Description("The query in KQL, as for `hunt`.") String kql,
      @Name("timespan") @Description("The stretch of time to look at, as for `hunt`.") @Nullable
          String timespan,
      @Name("maxAge")
          @Description("How old a kept result may be to answer this hunt, as for `hunt`.")
          @Nullable
          String maxAge,
      @Name("maxWait")
          @Description(
              "How long the job waits for the budget, as ISO 8601 from `PT0S` to `P1D`; then it"
                  + " fails with `QUOTA_EXHAUSTED`. The operator's setting when left out, `PT1H`"
                  + " unless changed.")
          @Nullable
          String maxWait,
      @Name("priority")
          @DefaultValue("INTERACTIVE")
          @Description(
              "How urgent it is when hunts have to wait for the budget; `INTERACTIVE` when left"
                  + " out.")
          @Nullable
          PriorityView priority) {
    Caller asking = caller.get();
    HuntRequest request =
        new HuntRequest(
            kql, timespan, HuntTerms.oldest(maxAge), terms.ofJob(asking, maxWait, priority), true);
    return jobs.start(request).map(HuntJobView::of);
  }

  @Query("huntJob")
  @Description(
      "How a job stands. Costs nothing. Jobs are kept for an hour after they ended, unless the"
          + " operator changed that; then, as for an unknown id, it fails with `NOT_FOUND`.")
  public @NonNull Uni<@NonNull HuntJobView> huntJob(
      @Name("id") @Id @NonNull @Description("The job's id, as `startHunt` returned it.")
          String id) {
    return jobs.find(caller.get(), id).map(HuntJobView::of);
  }

  @Subscription("huntJob")
  @Description(
      "Tells how a job stands: at once, about every second while that changes, and when it has"
          + " ended, which is the last. Costs nothing.")
  public Multi<@Nullable HuntJobView> watchHuntJob(
      @Name("id") @Id @NonNull @Description("The job's id, as `startHunt` returned it.")
          String id) {
    return jobs.watch(caller.get(), id).map(HuntJobView::of);
  }

  @Mutation("cancelHunt")
  @Description(
      "Cancels a job that you started, or as an administrator anybody's. One that waits leaves the"
          + " queue and costs nothing, unless an equal hunt waits, too; one that upstream runs"
          + " already goes on there, and its result is kept for the next who asks. A job that has"
          + " ended stays as it is.")
  public @NonNull Uni<@NonNull HuntJobView> cancelHunt(
      @Name("id") @Id @NonNull @Description("The job's id, as `startHunt` returned it.")
          String id) {
    return jobs.cancel(caller.get(), id).map(HuntJobView::of);
  }

  @Name("result")
  @Description(
      "What the hunt found; null unless the job `SUCCEEDED`. When the result is no longer kept, it"
          + " fails with `RESULT_GONE`.")
  public Uni<@Nullable HuntResultView> result(@Source HuntJobView job) {
    String id = job.resultId();
    if (id == null) {
      return Uni.createFrom().nullItem();
    }
    Caller asking = caller.get();
    RowRange rows = SelectedRows.of(asking.tenant(), context.unwrap(DataFetchingEnvironment.class));
    return hunts.reread(asking, id, "id", rows, stored -> {}).map(HuntResultView::of);
  }
}
