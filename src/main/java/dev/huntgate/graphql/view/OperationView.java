package dev.huntgate.graphql.view;

import dev.huntgate.budget.Operation;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code Operation}. */
@Enum("Operation")
@Description(
    "A kind of call to upstream that the budget counts. The three about incidents share their"
        + " windows.")
public enum OperationView {
  @Description("Reading a page of the list of incidents.")
  INCIDENT_LIST,
  @Description("Reading one incident.")
  INCIDENT_GET,
  @Description("Changing one incident.")
  INCIDENT_UPDATE,
  @Description("Running a hunt.")
  HUNTING;

  static OperationView of(Operation value) {
    return valueOf(value.name());
  }
}
