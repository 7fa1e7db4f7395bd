package dev.huntgate.graphql;

import dev.huntgate.graphql.view.HuntResultView;
import dev.huntgate.graphql.view.PriorityView;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.Hunts;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The fields that hunt, read a result again, or drop it. */
@GraphQLApi
public class HuntQueries {

  private final Hunts hunts;
  private final HuntAnswers answers;
  private final HuntTerms terms;
  private final CurrentCaller caller;
  private final Context context;

  HuntQueries(
      Hunts hunts, HuntAnswers answers, HuntTerms terms, CurrentCaller caller, Context context) {
    this.hunts = hunts;
    this.answers = answers;
    this.terms = terms;
    this.caller = caller;
    this.context = context;
  }

  @Query("hunt")
  @Description(
      "Runs a KQL query over the tenant's advanced hunting tables, or takes the result of an equal"
          + " hunt that is still fresh. Running one spends the tenant's small hunting budget; paging"
          + " through `rows` costs nothing more. One that takes longer than 100 seconds, unless"
          + " the operator changed that, fails with `STILL_RUNNING` and goes on as the job in"
          + " `extensions.jobId`.")
  public @NonNull Uni<@NonNull HuntResultView> hunt(
      @Name("kql")
          @NonNull
          @Description(
              "The query in KQL, such as `DeviceProcessEvents | where FileName =~ 'powershell.exe'"
                  + " | take 10`; at most 64 KiB.")
          String kql,
      @Name("timespan")
          @Description(
              "The stretch of time to look at in ISO 8601, such as `P7D`, `PT12H` or"
                  + " `2026-03-01/2026-03-08`; the past 30 days when left out. The Defender API"
                  + " lacks it: use `where Timestamp > ago(7d)` there.")
          @Nullable
          String timespan,
      @Name("maxAge")
          @Description(
              "How old a kept result may be to answer this hunt, as ISO 8601 from `PT0S` to `P30D`,"
                  + " such as `PT10M`; `PT0S` buys a new one. When left out, a result is fresh for a"
                  + " part of the time that its query looks back. An older result than you allow"
                  + " comes only when a newer one cannot be had, and is marked `STALE`.")
          @Nullable
          String maxAge,
      @Name("maxWait")
          @Description(
              "How long to wait for the budget when it cannot pay at once, as ISO 8601 from `PT0S`"
                  + " to `PT10M`; then it fails with `QUOTA_EXHAUSTED`. The operator's setting when"
                  + " left out, `PT30S` unless changed. How long the hunt may run is not meant.")
          @Nullable
          String maxWait,
      @Name("priority")
          @DefaultValue("INTERACTIVE")
          @Description(
              "How urgent it is when hunts have to wait for the budget; `INTERACTIVE` when left"
                  + " out.")
          @Nullable
          PriorityView priority) {
    DataFetchingEnvironment asked = environment();
    HuntRequest request =
        new HuntRequest(
            kql,
            timespan,
            HuntTerms.oldest(maxAge),
            terms.of(caller.get(), maxWait, priority),
            Readiness.maySpend(asked));
    return answers.answer(request, asked).map(HuntResultView::of);
  }

  @Query("huntResult")
  @Description(
      "Reads the result of an earlier hunt again, as long as Huntgate keeps it. Costs nothing and"
          + " never runs the hunt: when the result is gone, it fails with `RESULT_GONE`.")
  public @NonNull Uni<@NonNull HuntResultView> huntResult(
      @Name("id") @Id @NonNull @Description("The result's id, as `hunt` returned it.") String id) {
    DataFetchingEnvironment asked = environment();
    return answers.reread(caller.get(), id, "id", stored -> {}, asked).map(HuntResultView::of);
  }

  @Mutation("purgeHunt")
  @Description(
      "Drops what Huntgate keeps of a hunt, so that the next one runs anew, and returns how many"
          + " results that were. Cursors and ids of those results are gone, too.")
  public @NonNull Uni<@NonNull Integer> purgeHunt(
      @Name("kql") @NonNull @Description("The query in KQL, as for `hunt`.") String kql,
      @Name("timespan") @Description("The stretch of time to look at, as for `hunt`.") @Nullable
          String timespan) {
    return hunts.purge(HuntRequest.of(kql, timespan, HuntTerms.free(caller.get())));
  }

  private DataFetchingEnvironment environment() {
    return context.unwrap(DataFetchingEnvironment.class);
  }
}
