package dev.huntgate.graphql.view;

import dev.huntgate.incident.IncidentStatus;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code IncidentStatus}. */
@Enum("IncidentStatus")
@Description("How far the work on an incident is.")
public enum IncidentStatusView {
  @Description("Nobody has begun to work on it.")
  ACTIVE,
  @Description("Somebody is working on it.")
  IN_PROGRESS,
  @Description("It waits for somebody to act. Only Microsoft Graph tells this apart.")
  AWAITING_ACTION,
  @Description("The work is done.")
  RESOLVED,
  @Description(
      "It was merged into the incident that `redirectIncidentId` names; read that one instead.")
  REDIRECTED,
  @Description(
      "A value newer than this version of Huntgate; `unrecognized` has it as upstream spelled it.")
  UNRECOGNIZED;

  /** The view of a value. */
  public static IncidentStatusView of(IncidentStatus value) {
    return valueOf(value.name());
  }

  /** The value that this is the view of. */
  public IncidentStatus value() {
    return IncidentStatus.valueOf(name());
  }
}
