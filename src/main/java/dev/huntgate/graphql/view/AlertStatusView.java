package dev.huntgate.graphql.view;

import dev.huntgate.incident.AlertStatus;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code AlertStatus}. */
@Enum("AlertStatus")
@Description("How far the work on an alert is.")
public enum AlertStatusView {
  @Description("Upstream states no status.")
  UNKNOWN,
  @Description("Nobody has begun to work on it.")
  NEW,
  @Description("Somebody, or an automated investigation, is working on it.")
  IN_PROGRESS,
  @Description("The work is done.")
  RESOLVED,
  @Description(
      "A value newer than this version of Huntgate; `unrecognized` has it as upstream spelled it.")
  UNRECOGNIZED;

  /** The view of a value. */
  public static AlertStatusView of(AlertStatus value) {
    return valueOf(value.name());
  }
}
