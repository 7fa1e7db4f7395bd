package dev.huntgate.kql;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be told of a query without running it.
 *
 * <p>All of it is read as far as the query could be parsed, and may be wrong where it could not.
 *
 * @param tables the tables it reads, in the order they are first named; a name with a star stands
 *     for all that are named so
 * @param columns the columns of tables it uses by name, in the order they are first named; none
 *     where it could not be parsed
 * @param window the stretch of time it looks at, where it says so
 * @param lookBack how far that goes back from now
 * @param shape what the rows of its result are
 * @param errors where it could not be parsed; upstream has the last word on that
 */
public record KqlReading(
    List<String> tables,
    List<String> columns,
    TimeWindow window,
    Optional<Duration> lookBack,
    ResultShape shape,
    List<KqlDiagnostic> errors) {

  public KqlReading {
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
    errors = List.copyOf(errors);
  }

  /**
   * Reads any text, as far as it is KQL.
   *
   * @param now what the query means by {@code now()}
   */
  public static KqlReading read(String kql, Instant now) {
    return of(KqlSyntax.parse(kql), now);
  }

  static KqlReading of(KqlSyntax syntax, Instant now) {
    Constants constants = Constants.in(syntax.tree(), now);
    TimeWindow window = TimeReach.of(syntax.tree(), constants, now);
    return new KqlReading(
        new ArrayList<>(TablesUsed.in(syntax.tree()).keySet()),
        syntax.errors().isEmpty()
            ? ColumnFlow.of(syntax.tree(), HuntingSchema.documented()).used()
            : List.of(),
        window,
        window.lookBack(now),
        ResultShape.of(syntax.tree(), constants),
        syntax.errors());
  }
}
