package dev.huntgate.graphql.view;

import dev.huntgate.budget.Spending.Hunted;
import dev.huntgate.budget.Spending.Spent;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code Spending}. */
@Type("Spending")
@Description("What one caller or one hunt spent of the tenant's hunting since Huntgate started.")
@DefaultNonNull
public record SpendingView(
    @Description("Who asked; null in spending by hunt.") @Nullable String caller,
    @Description(
            "The first 200 characters of the query, without comments and with single spaces; null"
                + " in spending by caller.")
        @Nullable
        String kql,
    @Description(
            "What tells the query from others with the same beginning, opaque; null in spending by"
                + " caller.")
        @Nullable
        String kqlHash,
    @Description("The running time used upstream, as ISO 8601 such as `PT1M3.5S`.")
        String runningTime,
    @Description("How many hunts upstream ran, failed ones included.") long calls,
    @Description("How many hunts a kept result answered.") long hits,
    @Description("The running time that those results had cost, as ISO 8601: what was saved.")
        String savedRunningTime) {

  /** The view of what a caller spent. */
  public static SpendingView ofCaller(Spent<String> spent) {
    return of(spent.by(), null, null, spent);
  }

  /** The view of what a hunt spent. */
  public static SpendingView ofHunt(Spent<Hunted> spent) {
    return of(null, spent.by().text(), spent.by().hash(), spent);
  }

  private static SpendingView of(
      @org.jspecify.annotations.Nullable String caller,
      @org.jspecify.annotations.Nullable String kql,
      @org.jspecify.annotations.Nullable String hash,
      Spent<?> spent) {
    return new SpendingView(
        caller,
        kql,
        hash,
        spent.runningTime().toString(),
        spent.calls(),
        spent.hits(),
        spent.saved().toString());
  }
}
