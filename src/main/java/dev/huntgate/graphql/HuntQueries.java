package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.budget.Operation;
import dev.huntgate.cache.Ready;
import dev.huntgate.cache.Served.Origin;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.graphql.view.HuntResultView;
import dev.huntgate.graphql.view.PriorityView;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.job.HuntJobs;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
  private final HuntJobs jobs;
  private final HuntTerms terms;
  private final CurrentCaller caller;
  private final Context context;

  HuntQueries(Hunts hunts, HuntJobs jobs, HuntTerms terms, CurrentCaller caller, Context context) {
    this.hunts = hunts;
    this.jobs = jobs;
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
    Caller asking = caller.get();
    HuntRequest request =
        new HuntRequest(
            kql,
            timespan,
            HuntTerms.oldest(maxAge),
            terms.of(asking, maxWait, priority),
            Readiness.maySpend(asked));
    List<RowCursor> cursors =
        RowsRequest.selectedUnder(asked).stream()
            .map(RowsRequest::after)
            .filter(Objects::nonNull)
            .map(after -> RowCursor.decode(asking.tenant(), after))
            .toList();
    return (cursors.isEmpty() ? run(request, asked) : reread(asking, request, cursors))
        .map(HuntResultView::of);
  }

  @Query("huntResult")
  @Description(
      "Reads the result of an earlier hunt again, as long as Huntgate keeps it. Costs nothing and"
          + " never runs the hunt: when the result is gone, it fails with `RESULT_GONE`.")
  public @NonNull Uni<@NonNull HuntResultView> huntResult(
      @Name("id") @Id @NonNull @Description("The result's id, as `hunt` returned it.") String id) {
    DataFetchingEnvironment asked = environment();
    return hunts
        .reread(caller.get(), id, "id")
        .onItem()
        .invoke(hunt -> Readiness.used(asked, reading(hunt)))
        .map(HuntResultView::of);
  }

  @Mutation("purgeHunt")
  @Description(
      "Drops what Huntgate keeps of a hunt, so that the next one runs anew, and returns how many"
          + " results that were. Cursors and ids of those results are gone, too.")
  public int purgeHunt(
      @Name("kql") @NonNull @Description("The query in KQL, as for `hunt`.") String kql,
      @Name("timespan") @Description("The stretch of time to look at, as for `hunt`.") @Nullable
          String timespan) {
    return hunts.purge(HuntRequest.of(kql, timespan, HuntTerms.free(caller.get())));
  }

  private Uni<Hunt> run(HuntRequest request, DataFetchingEnvironment asked) {
    return jobs.answer(request)
        .onItem()
        .invoke(
            hunt -> {
              if (hunt.served().origin() == Origin.KEPT) {
                Readiness.used(asked, answering(hunt, request));
              } else {
                Spent.mark(asked, Operation.HUNTING);
              }
            })
        .onFailure()
        .invoke(failure -> Spent.mark(asked, Operation.HUNTING, failure));
  }

  /* A cursor must never buy its result a second time. */
  private Uni<Hunt> reread(Caller asking, HuntRequest request, List<RowCursor> cursors) {
    DataFetchingEnvironment asked = environment();
    return hunts
        .reread(asking, cursors.get(0).resultId(), "after")
        .onItem()
        .invoke(
            hunt -> {
              if (!hunts.answers(hunt.stored(), request)) {
                throw SealedCursor.refusal();
              }
              Readiness.used(asked, reading(hunt));
            });
  }

  private static Ready.Use reading(Hunt hunt) {
    return new Ready.Use(hunt.stored(), false, hunt.stale() ? null : hunt.stored().freshUntil());
  }

  private static Ready.Use answering(Hunt hunt, HuntRequest request) {
    StoredResult stored = hunt.stored();
    Instant until =
        request.maxAge() == null ? stored.freshUntil() : stored.storedAt().plus(request.maxAge());
    return new Ready.Use(stored, true, until);
  }

  private DataFetchingEnvironment environment() {
    return context.unwrap(DataFetchingEnvironment.class);
  }
}
