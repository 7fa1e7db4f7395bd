package dev.huntgate.upstream.graph;

import dev.huntgate.access.Tenant;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.hunting.HuntQuery;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.upstream.HuntingRequests;
import dev.huntgate.upstream.Upstream;
import io.smallrye.mutiny.Uni;

/** One tenant's hunts in Microsoft Graph. */
public final class GraphHunting implements HuntingSource {

  private final Upstream upstream;
  private final GraphApi api;

  public GraphHunting(Upstream upstream) {
    this.upstream = upstream;
    this.api = upstream.huntingClient(GraphApi.class);
  }

  @Override
  public Uni<HuntAnswer> run(Tenant tenant, HuntQuery query) {
    return upstream.hunt(() -> api.runHuntingQuery(HuntingRequests.body(query)));
  }
}
