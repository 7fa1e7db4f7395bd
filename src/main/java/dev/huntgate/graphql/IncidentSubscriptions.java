package dev.huntgate.graphql;

import dev.huntgate.graphql.view.IncidentFilterView;
import dev.huntgate.graphql.view.IncidentView;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentUpdates;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;

/** The subscription that tells of incidents as they change. */
@GraphQLApi
public class IncidentSubscriptions {

  private final IncidentUpdates updates;
  private final CurrentCaller caller;
  private final Context context;

  IncidentSubscriptions(IncidentUpdates updates, CurrentCaller caller, Context context) {
    this.updates = updates;
    this.caller = caller;
    this.context = context;
  }

  @Subscription("incidentUpdates")
  @Description(
      "Tells of each incident that is created or changed from now on, as it is then, within about"
          + " half a minute; read the list first by `incidents`, then keep it up to date by this. An"
          + " incident that no longer passes the filter is not told of, so filter by what does not"
          + " change if you want to see it go. While upstream cannot be asked, nothing comes, and"
          + " afterwards what changed meanwhile. Upstream is asked once for all who listen.")
  public Multi<@Nullable IncidentView> incidentUpdates(
      @Name("filter") @Description("Which incidents are wanted; all when left out.") @Nullable
          IncidentFilterView filter) {
    IncidentFilter wanted = filter == null ? IncidentFilter.ALL : filter.filter();
    boolean withAlerts = AlertSelection.in(context.unwrap(DataFetchingEnvironment.class));
    return updates.watch(caller.get(), wanted, withAlerts).map(IncidentView::of);
  }
}
