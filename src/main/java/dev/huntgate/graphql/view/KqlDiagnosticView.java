package dev.huntgate.graphql.view;

import dev.huntgate.kql.KqlDiagnostic;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code KqlDiagnostic}. */
@Type("KqlDiagnostic")
@Description("Something that the writer of a query should know about it.")
@DefaultNonNull
public record KqlDiagnosticView(
    @Description("How much it matters.") KqlSeverityView severity,
    @Description("What it is, and what to do.") String message,
    @Description("The line it is on, from 1.") int line,
    @Description("The character of that line it starts at, from 1.") int column) {

  /** The view of a diagnostic. */
  public static KqlDiagnosticView of(KqlDiagnostic diagnostic) {
    return new KqlDiagnosticView(
        KqlSeverityView.of(diagnostic.severity()),
        diagnostic.message(),
        diagnostic.line(),
        diagnostic.column());
  }
}
