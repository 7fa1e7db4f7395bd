package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.BOOL;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The regular expression that finds terms known beforehand, as the {@code kql_has} macros would.
 */
final class TermPattern {

  /**
   * The letters and digits of which terms are made, by the blocks of Unicode that hold them. The
   * classes of Unicode itself take a hundred times as long to compile, for each test of a query.
   */
  private static final String TERM =
      "0-9A-Za-z\\x{AA}\\x{B2}\\x{B3}\\x{B5}\\x{B9}\\x{BA}\\x{BC}-\\x{BE}"
          + "\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2C1}\\x{370}-\\x{1FFE}"
          + "\\x{2070}-\\x{209C}\\x{2C00}-\\x{2DFF}\\x{3041}-\\x{D7FF}"
          + "\\x{F900}-\\x{FDFB}\\x{FE70}-\\x{FEFC}\\x{FF10}-\\x{FF19}"
          + "\\x{FF21}-\\x{FF3A}\\x{FF41}-\\x{FF5A}\\x{FF66}-\\x{FFDC}"
          + "\\x{10000}-\\x{1EFFF}\\x{20000}-\\x{3FFFF}";

  private static final String BEFORE = "(?:^|[^" + TERM + "])";
  private static final String AFTER = "(?:$|[^" + TERM + "])";

  /** How many terms are looked for one by one before a pattern is tried. */
  private static final int FEW = 24;

  private TermPattern() {}

  /** Tells whether a text has a term, by the rules of an operator such as {@code hasprefix_cs}. */
  static SqlValue test(SqlValue text, String operator, String term) {
    boolean cased = operator.endsWith("_cs");
    boolean before = leads(term) && !operator.startsWith("hassuffix");
    boolean after = trails(term) && !operator.startsWith("hasprefix");
    SqlValue holds = holds(text, term, cased);
    if (!before && !after) {
      return holds;
    }
    String pattern =
        (cased ? "(?s)" : "(?is)") + (before ? BEFORE : "") + quoted(term) + (after ? AFTER : "");
    return SqlValue.of(
        BOOL, "(%s AND regexp_matches(%s, %s))", holds, text, SqlText.literal(pattern));
  }

  /** Tells whether a text has any of the terms, whatever their case. */
  static SqlValue testAny(SqlValue text, List<String> terms) {
    SqlValue found = SqlValue.of(BOOL, "regexp_matches(%s, %s)", text, anyOf(terms));
    if (terms.size() > FEW) {
      return found;
    }
    // Most rows have none of the terms, and plain search tells that faster than a pattern.
    SqlValue holds = Comparisons.any(terms.stream().map(term -> holds(text, term, false)).toList());
    return SqlValue.of(BOOL, "(%s AND %s)", holds, found);
  }

  private static SqlValue holds(SqlValue text, String term, boolean cased) {
    String wanted = SqlText.literal(term);
    return cased
        ? SqlValue.of(BOOL, "contains(%s, %s)", text, wanted)
        : SqlValue.of(BOOL, "contains(lower(%s), lower(%s))", text, wanted);
  }

  /** Returns SQL for a pattern that matches where any of the terms stands, whatever its case. */
  private static String anyOf(List<String> terms) {
    // Terms share their edges: a pattern with edges for each of thousands is too big to compile.
    Map<String, List<String>> byEdges =
        terms.stream().collect(Collectors.groupingBy(TermPattern::edges, TreeMap::new, toList()));
    StringBuilder pattern = new StringBuilder("(?is)(?:");
    String next = "";
    for (Map.Entry<String, List<String>> group : byEdges.entrySet()) {
      String words =
          group.getValue().stream()
              .distinct()
              .map(TermPattern::quoted)
              .collect(Collectors.joining("|", "(?:", ")"));
      pattern.append(next).append(group.getKey().replace("%s", words));
      next = "|";
    }
    return SqlText.literal(pattern.append(")").toString());
  }

  private static String edges(String term) {
    return (leads(term) ? BEFORE : "") + "%s" + (trails(term) ? AFTER : "");
  }

  private static boolean leads(String term) {
    return !term.isEmpty() && Character.isLetterOrDigit(term.codePointAt(0));
  }

  private static boolean trails(String term) {
    return !term.isEmpty() && Character.isLetterOrDigit(term.codePointBefore(term.length()));
  }

  /** Returns the regular expression that matches a text and nothing else. */
  static String quoted(String term) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < term.length(); i++) {
      char c = term.charAt(i);
      if (c == 0) {
        quoted.append("\\x00");
      } else if (c < 128 && !Character.isLetterOrDigit(c) && c != '_') {
        quoted.append('\\').append(c);
      } else {
        quoted.append(c);
      }
    }
    return quoted.toString();
  }
}
