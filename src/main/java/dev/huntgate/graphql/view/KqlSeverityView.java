package dev.huntgate.graphql.view;

import dev.huntgate.kql.KqlDiagnostic;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code KqlSeverity}. */
@Enum("KqlSeverity")
@Description("How much a diagnostic matters.")
public enum KqlSeverityView {
  @Description("Upstream will most likely reject the query.")
  ERROR,
  @Description("The query probably does not do what was meant.")
  WARNING,
  @Description("The query can be made better, mostly to take less running time.")
  INFO;

  /** The view of a value. */
  public static KqlSeverityView of(KqlDiagnostic.Severity value) {
    return valueOf(value.name());
  }
}
