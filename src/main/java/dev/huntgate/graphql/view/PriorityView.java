package dev.huntgate.graphql.view;

import dev.huntgate.budget.Priority;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code Priority}. */
@Enum("Priority")
@Description("How urgent a hunt is when hunts have to wait for the budget.")
public enum PriorityView {
  @Description("Somebody is looking at the screen.")
  INTERACTIVE,
  @Description(
      "Nobody is waiting: scripts, reports, prefetching. It comes after interactive hunts, may use"
          + " only a part of the running time (70% unless the operator says otherwise), and is"
          + " always left a small part (10%), so that it is never starved.")
  BACKGROUND;

  /** The value that this is the view of. */
  public Priority value() {
    return Priority.valueOf(name());
  }
}
