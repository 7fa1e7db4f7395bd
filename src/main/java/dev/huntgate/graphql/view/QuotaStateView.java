package dev.huntgate.graphql.view;

import dev.huntgate.budget.Standing;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code QuotaState}. */
@Enum("QuotaState")
@Description("Whether calls to upstream may go.")
public enum QuotaStateView {
  @Description("Calls go as long as the windows have room.")
  OPEN,
  @Description(
      "Calls go, but Huntgate started lately and cannot know what was spent before: a part of each"
          + " window is held back, as `reserved`, until the window has passed.")
  WARMING,
  @Description(
      "Calls go, but the store that replicas share the budget by cannot be reached: this replica"
          + " spends only a part of each window, which the windows show, until it is there again.")
  DEGRADED,
  @Description("Upstream said that it is too much; nothing goes until `pausedUntil`.")
  PAUSED,
  @Description("The pause is over, and one call tries whether upstream accepts calls again.")
  PROBING;

  static QuotaStateView of(Standing.State value) {
    return valueOf(value.name());
  }
}
