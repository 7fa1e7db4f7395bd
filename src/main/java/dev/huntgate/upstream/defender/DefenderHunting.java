package dev.huntgate.upstream.defender;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.hunting.HuntQuery;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.upstream.HuntingRequests;
import dev.huntgate.upstream.Upstream;
import io.smallrye.mutiny.Uni;

/** One tenant's hunts at api.security.microsoft.com. */
public final class DefenderHunting implements HuntingSource {

  private final Upstream upstream;
  private final DefenderApi api;

  public DefenderHunting(Upstream upstream) {
    this.upstream = upstream;
    this.api = upstream.huntingClient(DefenderApi.class);
  }

  @Override
  public Uni<HuntAnswer> run(Tenant tenant, HuntQuery query) {
    if (query.timespan() != null) {
      return Uni.createFrom()
          .failure(
              new FailureException(
                  new InvalidArgument(
                      "timespan",
                      "timespan is only known to the graph family; this tenant uses defender."
                          + " Restrict the time in the query, such as: where Timestamp >"
                          + " ago(7d).")));
    }
    return upstream.hunt(() -> api.runHuntingQuery(HuntingRequests.body(query)));
  }
}
