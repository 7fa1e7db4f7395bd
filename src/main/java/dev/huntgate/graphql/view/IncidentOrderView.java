package dev.huntgate.graphql.view;

import dev.huntgate.incident.IncidentOrder;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code IncidentOrder}. */
@Enum("IncidentOrder")
@Description("The order of a list of incidents: newest first, then by id from the highest.")
public enum IncidentOrderView {
  @Description(
      "By `createdAt`, which never changes: going from page to page meets every incident exactly once.")
  CREATED,
  @Description(
      "By `updatedAt`: going from page to page may repeat or miss incidents that change meanwhile.")
  UPDATED;

  /** The order that this is the view of. */
  public IncidentOrder order() {
    return IncidentOrder.valueOf(name());
  }
}
