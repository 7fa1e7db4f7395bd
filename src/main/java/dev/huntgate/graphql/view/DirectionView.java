package dev.huntgate.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code Direction}. */
@Enum("Direction")
@Description("Which values come first.")
public enum DirectionView {
  @Description("Small before large, early before late, `a` before `b`, false before true.")
  ASC,
  @Description("The other way round.")
  DESC
}
