package dev.huntgate.graphql;

import dev.huntgate.failure.Failure.NotFound;
import dev.huntgate.failure.FailureException;
import dev.huntgate.graphql.view.HuntingTableView;
import dev.huntgate.graphql.view.KqlCheckView;
import dev.huntgate.hunting.HuntQuery;
import dev.huntgate.kql.CanonicalKql;
import dev.huntgate.kql.HuntingSchema;
import dev.huntgate.kql.KqlCheck;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The queries that help to write KQL; none of them calls upstream or spends anything. */
@GraphQLApi
public class KqlQueries {

  private final CurrentCaller caller;
  private final Clock clock;

  KqlQueries(CurrentCaller caller, Clock clock) {
    this.caller = caller;
    this.clock = clock;
  }

  @Query("checkKql")
  @Description(
      "Reads a query without running it: what is wrong with it, what would make it cheaper, and what"
          + " it reads. Costs nothing. Upstream has the last word: a query with errors here may run,"
          + " and one without may be rejected. Needs the permission `hunting.adhoc` or"
          + " `hunting.saved`.")
  public @NonNull Uni<@NonNull KqlCheckView> checkKql(
      @Name("kql") @NonNull @Description("The query in KQL, as for `hunt`; at most 64 KiB.")
          String kql) {
    requireHunter();
    // A long query takes longer to read than an event loop may be kept busy.
    return Uni.createFrom()
        .item(() -> checked(kql))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  /* Reading a query takes processor time, which is for those who have a use for it. */
  private void requireHunter() {
    caller.get().requireHunting();
  }

  private KqlCheckView checked(String kql) {
    CanonicalKql canonical = HuntQuery.canonical(kql);
    return KqlCheckView.of(KqlCheck.of(kql, clock.instant()), canonical);
  }

  @Query("huntingSchema")
  @Description(
      "The documented tables of advanced hunting with their columns. A tenant may lack some, and may"
          + " have others, such as custom logs or those of Microsoft Sentinel. Needs the permission"
          + " `hunting.adhoc` or `hunting.saved`.")
  public @NonNull Uni<@NonNull List<@NonNull HuntingTableView>> huntingSchema(
      @Name("table")
          @Description("The table wanted, such as `DeviceInfo`; all of them when left out.")
          @Nullable
          String table) {
    requireHunter();
    return Uni.createFrom().item(() -> tables(table).stream().map(HuntingTableView::of).toList());
  }

  private static Collection<HuntingSchema.Table> tables(
      @org.jspecify.annotations.Nullable String name) {
    HuntingSchema schema = HuntingSchema.documented();
    return name == null
        ? schema.tables()
        : List.of(schema.table(name).orElseThrow(() -> unknown(schema, name)));
  }

  private static FailureException unknown(HuntingSchema schema, String name) {
    String meant = schema.nearest(name).map(near -> "; did you mean " + near + "?").orElse(".");
    return new FailureException(
        new NotFound("table", "No documented table of advanced hunting has this name" + meant));
  }
}
