package dev.huntgate.kql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is told the writer of a query before anything is spent on it.
 *
 * @param reading what can be told of the query
 * @param diagnostics what is wrong with it or could be better, in its own order
 */
public record KqlCheck(KqlReading reading, List<KqlDiagnostic> diagnostics) {

  /** How far back upstream keeps data. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final long MOST_ROWS = 100_000;

  public KqlCheck {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Checks any text.
   *
   * <p>Names and advice are only looked into when all of it could be parsed: what is read off the
   * rest of a broken query would mislead.
   *
   * @param now what the query means by {@code now()}
   */
  public static KqlCheck of(String kql, Instant now) {
    KqlSyntax syntax = KqlSyntax.parse(kql);
    KqlReading reading = KqlReading.of(syntax, now);
    if (!syntax.errors().isEmpty()) {
      return new KqlCheck(reading, syntax.errors());
    }
    Findings findings = new Findings();
    KqlParser.QueryContext query = syntax.tree();
    UnknownNames.find(query, HuntingSchema.documented(), findings);
    query.accept(
        new TimeAdvice(query, HuntingSchema.documented(), Constants.in(query, now), findings));
    query.accept(new OperatorAdvice(HuntingSchema.documented(), findings));
    query.accept(new TextAdvice(findings));
    query.accept(new UnusedLets(syntax.names(), findings));
    result(query, reading, findings);
    return new KqlCheck(reading, findings.inOrder());
  }

  private static void result(KqlParser.QueryContext query, KqlReading reading, Findings findings) {
    List<KqlParser.QueryStatementContext> results =
        query.statements().statement().stream()
            .filter(KqlParser.QueryStatementContext.class::isInstance)
            .map(KqlParser.QueryStatementContext.class::cast)
            .toList();
    if (results.isEmpty()) {
      findings.error(
          query.getStop() == null ? query.getStart() : query.getStop(),
          "There is nothing to run: a query ends with a table, such as DeviceInfo | take 10.");
      return;
    }
    if (results.size() > 1) {
      findings.warning(results.get(1).getStart(), "Only one of the query's results comes back.");
    }
    KqlParser.QueryStatementContext last = results.get(results.size() - 1);
    reading
        .lookBack()
        .filter(reached -> reached.toDays() > KEPT.toDays())
        .ifPresent(
            reached ->
                findings.warning(
                    last.getStart(),
                    "The query looks back "
                        + reached.toDays()
                        + " days; upstream holds data of the past 30 days."));
    Optional<Long> limit = reading.shape().limit();
    if (limit.filter(rows -> rows > MOST_ROWS).isPresent()) {
      findings.warning(last.getStart(), "Upstream returns at most 100,000 rows.");
    } else if (limit.isEmpty() && !reading.shape().aggregate()) {
      findings.advice(
          "limit",
          last.getStart(),
          "Nothing limits the rows, of which upstream returns 100,000 at most: end with take or"
              + " top, or summarize.");
    }
  }
}
