package dev.huntgate.graphql.view;

import dev.huntgate.budget.Standing;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code OperationQuota}. */
@Type("OperationQuota")
@Description("What is left of the tenant's budget for one kind of call to upstream.")
@DefaultNonNull
public record OperationQuotaView(
    @Description("The kind of call.") OperationView operation,
    @Description("Whether such calls may go.") QuotaStateView state,
    @Description("When the pause ends; null unless `PAUSED`.") @Nullable Instant pausedUntil,
    @Description("How many callers wait for this budget.") int queueLength,
    @Description("The windows, all of which need room for a call; none where nothing is limited.")
        List<@NonNull QuotaWindowView> windows) {

  /** The view of how an operation stands. */
  public static OperationQuotaView of(Standing standing) {
    return new OperationQuotaView(
        OperationView.of(standing.operation()),
        QuotaStateView.of(standing.state()),
        standing.pausedUntil(),
        standing.queueLength(),
        standing.windows().stream().map(QuotaWindowView::of).toList());
  }
}
