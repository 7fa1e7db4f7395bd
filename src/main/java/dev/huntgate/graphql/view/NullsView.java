package dev.huntgate.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code Nulls}. */
@Enum("Nulls")
@Description("Where rows without a value go.")
public enum NullsView {
  @Description("Before all others.")
  FIRST,
  @Description("After all others.")
  LAST
}
