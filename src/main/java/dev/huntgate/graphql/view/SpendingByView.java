package dev.huntgate.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code SpendingBy}. */
@Enum("SpendingBy")
@Description("How spending is added up.")
public enum SpendingByView {
  @Description("One entry for each caller.")
  CALLER,
  @Description("One entry for each hunt; equal hunts are one.")
  HUNT
}
