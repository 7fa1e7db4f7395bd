package dev.huntgate.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code Freshness}. */
@Enum("Freshness")
@Description("Whether a result is as good as a new one.")
public enum FreshnessView {
  @Description("It is young enough, for the hunt or for the `maxAge` that you gave.")
  FRESH,
  @Description(
      "It is too old, but a newer one could not be had: the budget could not pay, or upstream could"
          + " not be reached. Or it was read again by its id.")
  STALE
}
