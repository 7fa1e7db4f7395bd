package dev.huntgate.sandbox.engine;

import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The regular expression that finds terms known beforehand, as the {@code kql_has} macros would.
 */
final class TermPattern {

  private static final String BEFORE = "(?:^|[^\\pL\\pN])";
  private static final String AFTER = "(?:$|[^\\pL\\pN])";

  private TermPattern() {}

  /** Returns SQL for a pattern that matches where any of the terms stands, whatever its case. */
  static String anyOf(List<String> terms) {
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
    boolean leads = !term.isEmpty() && Character.isLetterOrDigit(term.codePointAt(0));
    boolean trails =
        !term.isEmpty() && Character.isLetterOrDigit(term.codePointBefore(term.length()));
    return (leads ? BEFORE : "") + "%s" + (trails ? AFTER : "");
  }

  private static String quoted(String term) {
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
