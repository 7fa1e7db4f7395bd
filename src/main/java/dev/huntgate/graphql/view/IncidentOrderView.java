package dev.huntgate.graphql.view;

import dev.huntgate.incident.IncidentOrder;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.jspecify.annotations.Nullable;

/** The GraphQL enum {@code IncidentOrder}. */
@Enum("IncidentOrder")
@Description("The order of a list of incidents.")
public enum IncidentOrderView {
  @Description(
      "By `createdAt`, the newest first. It never changes: going from page to page meets every incident"
          + " exactly once.")
  CREATED,
  @Description(
      "By `updatedAt`, the latest first: going from page to page may repeat or miss incidents that"
          + " change meanwhile.")
  UPDATED,
  @Description(
      "By `severity`, the worst first, then by `createdAt`. Upstream has no such order, so it is made"
          + " of the incidents created since the filter's `createdFrom`, or in the last seven days;"
          + " the connection's `complete` tells whether these are all in it yet. Incidents whose"
          + " severity changes meanwhile may be repeated or missed.")
  SEVERITY;

  /** The order that this is the view of, when it is one of time; null when it is not. */
  public @Nullable IncidentOrder byTime() {
    return this == SEVERITY ? null : IncidentOrder.valueOf(name());
  }
}
