package dev.huntgate.graphql.view;

import dev.huntgate.budget.Unit;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code QuotaUnit}. */
@Enum("QuotaUnit")
@Description("What a window counts.")
public enum QuotaUnitView {
  @Description("Calls to upstream.")
  CALLS,
  @Description("The time for which upstream works on hunts, in milliseconds.")
  MILLISECONDS;

  static QuotaUnitView of(Unit value) {
    return valueOf(value.name());
  }
}
