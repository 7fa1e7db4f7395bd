package dev.huntgate.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code SavedHuntOrigin}. */
@Enum("SavedHuntOrigin")
@Description("Where a saved hunt is from.")
public enum SavedHuntOriginView {
  @Description("It ships with Huntgate.")
  BUILT_IN,
  @Description("It is a file in the operator's folder.")
  FOLDER
}
