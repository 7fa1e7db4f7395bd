package dev.huntgate.graphql.view;

import dev.huntgate.incident.Classification;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code Classification}. */
@Enum("Classification")
@Description("Whether it was a real threat, as an analyst decided.")
public enum ClassificationView {
  @Description("Nobody has decided yet.")
  UNKNOWN,
  @Description("It was a real threat.")
  TRUE_POSITIVE,
  @Description("It was a false alarm.")
  FALSE_POSITIVE,
  @Description("It happened, but was expected, such as a security test.")
  INFORMATIONAL_EXPECTED_ACTIVITY,
  @Description(
      "A value newer than this version of Huntgate; `unrecognized` has it as upstream spelled it.")
  UNRECOGNIZED;

  /** The view of a value. */
  public static ClassificationView of(Classification value) {
    return valueOf(value.name());
  }

  /** The value that this is the view of. */
  public Classification value() {
    return Classification.valueOf(name());
  }
}
