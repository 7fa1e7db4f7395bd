package dev.huntgate.kql;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What can be told of a query without running it.
 *
 * @param tables the tables it reads, in the order they are first named
 * @param lookBack the furthest it reaches back from now, where it says so
 * @param diagnostics what its writer should know; upstream has the last word on all of it
 */
public record KqlReading(
    List<String> tables, Optional<Duration> lookBack, List<KqlDiagnostic> diagnostics) {

  public KqlReading {
    tables = List.copyOf(tables);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Reads any text, as far as it is KQL. */
  public static KqlReading read(String kql) {
    KqlSyntax syntax = KqlSyntax.parse(kql);
    return new KqlReading(
        TablesUsed.in(syntax.tree()), LookBack.of(syntax.tree()), syntax.errors());
  }
}
