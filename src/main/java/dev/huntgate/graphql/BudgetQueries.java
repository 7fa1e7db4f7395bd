package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.QuotaWatch;
import dev.huntgate.budget.Spending;
import dev.huntgate.budget.Standing;
import dev.huntgate.graphql.view.HuntEstimateView;
import dev.huntgate.graphql.view.OperationQuotaView;
import dev.huntgate.graphql.view.PriorityView;
import dev.huntgate.graphql.view.SpendingByView;
import dev.huntgate.graphql.view.SpendingView;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.Hunts;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The queries that tell what is left of the budget and where it went; none of them spends any. */
@GraphQLApi
public class BudgetQueries {

  private final Ledger ledger;
  private final QuotaWatch watch;
  private final Hunts hunts;
  private final Spending spending;
  private final HuntTerms terms;
  private final CurrentCaller caller;
  private final Clock clock;

  BudgetQueries(
      Ledger ledger,
      QuotaWatch watch,
      Hunts hunts,
      Spending spending,
      HuntTerms terms,
      CurrentCaller caller,
      Clock clock) {
    this.ledger = ledger;
    this.watch = watch;
    this.hunts = hunts;
    this.spending = spending;
    this.terms = terms;
    this.caller = caller;
    this.clock = clock;
  }

  @Query("quota")
  @Description(
      "What is left of the tenant's budget, for each kind of call to upstream. Asking costs"
          + " nothing.")
  public @NonNull Uni<@NonNull List<@NonNull OperationQuotaView>> quota() {
    return ledger.standing(caller.get().tenant()).map(BudgetQueries::views);
  }

  @Subscription("quota")
  @Description(
      "Tells what is left of the tenant's budget: at once, and then at most once a second whenever"
          + " that has changed, for as long as you listen. Costs nothing.")
  public Multi<@Nullable List<@NonNull OperationQuotaView>> watchQuota() {
    return watch.watch(caller.get().tenant()).map(BudgetQueries::views);
  }

  @Query("estimateHunt")
  @Description(
      "What running a hunt would probably take, and whether it could go now. Nothing is run and"
          + " nothing spent.")
  public @NonNull Uni<@NonNull HuntEstimateView> estimateHunt(
      @Name("kql") @NonNull @Description("The query in KQL, as for `hunt`.") String kql,
      @Name("timespan") @Description("The stretch of time to look at, as for `hunt`.") @Nullable
          String timespan,
      @Name("priority")
          @DefaultValue("INTERACTIVE")
          @Description("How urgent it is; `INTERACTIVE` when left out.")
          @Nullable
          PriorityView priority) {
    return hunts
        .estimate(HuntRequest.of(kql, timespan, terms.of(caller.get(), null, priority)))
        .map(estimate -> HuntEstimateView.of(estimate, clock.instant()));
  }

  @Query("spending")
  @Description(
      "Where the tenant's hunting went since Huntgate started, the most running time first; at most"
          + " the 2000 callers or hunts met last. Needs the permission"
          + " `admin`. Where callers need no token, all are one, `anonymous`.")
  public @NonNull Uni<@NonNull List<@NonNull SpendingView>> spending(
      @Name("by") @NonNull @Description("How it is added up.") SpendingByView by) {
    Caller asking = caller.get();
    return Uni.createFrom().item(() -> spent(asking, by));
  }

  private static List<OperationQuotaView> views(List<Standing> standings) {
    return standings.stream().map(OperationQuotaView::of).toList();
  }

  private List<SpendingView> spent(Caller asking, SpendingByView by) {
    return switch (by) {
      case CALLER -> spending.byCaller(asking).stream().map(SpendingView::ofCaller).toList();
      case HUNT -> spending.byHunt(asking).stream().map(SpendingView::ofHunt).toList();
    };
  }
}
