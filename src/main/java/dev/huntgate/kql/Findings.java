package dev.huntgate.kql;

import dev.huntgate.kql.KqlDiagnostic.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Collects what a query's writer should know, no more of it than anybody reads. */
final class Findings {

  private static final int MOST = 100;
  private static final int MOST_ALIKE = 5;

  private final Set<KqlDiagnostic> found = new LinkedHashSet<>();
  private final Map<String, Integer> alike = new HashMap<>();

  /** The query cannot be run as it is. */
  void error(Token where, String message) {
    add(Severity.ERROR, where, message);
  }

  /** The query probably does not do what was meant. */
  void warning(Token where, String message) {
    add(Severity.WARNING, where, message);
  }

  /**
   * The query can be made better.
   *
   * @param kind the advice, which is given a few times at most
   */
  void advice(String kind, Token where, String message) {
    if (alike.merge(kind, 1, Integer::sum) <= MOST_ALIKE) {
      add(Severity.INFO, where, message);
    }
  }

  private void add(Severity severity, Token where, String message) {
    if (found.size() < MOST) {
      found.add(
          new KqlDiagnostic(
              severity,
              message,
              Math.max(1, where.getLine()),
              Math.max(1, where.getCharPositionInLine() + 1)));
    }
  }

  /** Returns them in the order of the query. */
  List<KqlDiagnostic> inOrder() {
    List<KqlDiagnostic> ordered = new ArrayList<>(found);
    ordered.sort(
        Comparator.comparingInt(KqlDiagnostic::line)
            .thenComparingInt(KqlDiagnostic::column)
            .thenComparing(KqlDiagnostic::severity));
    return ordered;
  }
}
