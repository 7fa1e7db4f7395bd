package dev.huntgate.graphql.view;

import dev.huntgate.incident.Severity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code Severity}. */
@Enum("Severity")
@Description(
    "How much harm is to be expected: from `INFORMATIONAL` over `LOW` and `MEDIUM` to `HIGH`.")
public enum SeverityView {
  @Description("Upstream states no severity.")
  UNKNOWN,
  @Description("Nothing harmful by itself; worth knowing when looking into something else.")
  INFORMATIONAL,
  @Description("Little harm, such as unwanted software or a blocked attempt of common malware.")
  LOW,
  @Description("Suspicious behaviour that may be part of an attack.")
  MEDIUM,
  @Description("Behaviour of targeted or hands-on attacks; look at these first.")
  HIGH,
  @Description(
      "A value newer than this version of Huntgate; `unrecognized` has it as upstream spelled it.")
  UNRECOGNIZED;

  /** The view of a value. */
  public static SeverityView of(Severity value) {
    return valueOf(value.name());
  }

  /** The value that this is the view of. */
  public Severity value() {
    return Severity.valueOf(name());
  }
}
