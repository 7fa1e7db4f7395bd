package dev.huntgate.sandbox.http;

import dev.huntgate.sandbox.company.Incident;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code $filter}: comparisons joined by {@code and}, {@code or} and parentheses, the part
 * of OData that upstream documents for incidents. One instance reads one filter.
 */
final class IncidentFilter {

  private static final Pattern TOKEN = Pattern.compile("\\s*([()]|'(?:[^']|'')*'|[^\\s()']+)");
  private static final int DEEPEST = 50;

  private final Map<String, FilterField> fields;
  private final Deque<String> tokens = new ArrayDeque<>();
  private int depth;

  private IncidentFilter(String text, Map<String, FilterField> fields) {
    this.fields = fields;
    String trimmed = text.strip();
    Matcher matcher = TOKEN.matcher(trimmed);
    int end = 0;
    while (end < trimmed.length() && matcher.find(end) && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (end < trimmed.length() || tokens.isEmpty()) {
      throw FilterField.invalid("syntax error at position " + end + ".");
    }
  }

  /** The condition that a filter states, or one that all meet when there is no filter. */
  static Predicate<Incident> parse(@Nullable String text, Map<String, FilterField> fields) {
    if (text == null) {
      return incident -> true;
    }
    IncidentFilter filter = new IncidentFilter(text, fields);
    Predicate<Incident> condition = filter.alternatives();
    if (!filter.tokens.isEmpty()) {
      throw FilterField.invalid("unexpected " + filter.tokens.peek() + ".");
    }
    return condition;
  }

  private Predicate<Incident> alternatives() {
    Predicate<Incident> condition = conjunction();
    while (accept("or")) {
      condition = condition.or(conjunction());
    }
    return condition;
  }

  private Predicate<Incident> conjunction() {
    Predicate<Incident> condition = term();
    while (accept("and")) {
      condition = condition.and(term());
    }
    return condition;
  }

  private Predicate<Incident> term() {
    if (!accept("(")) {
      return comparison();
    }
    if (++depth > DEEPEST) {
      throw FilterField.invalid("too deeply nested.");
    }
    Predicate<Incident> inner = alternatives();
    if (!accept(")")) {
      throw FilterField.invalid("a parenthesis is not closed.");
    }
    depth--;
    return inner;
  }

  private Predicate<Incident> comparison() {
    String name = next();
    FilterField field = fields.get(name);
    if (field == null) {
      throw FilterField.invalid("the property '" + name + "' cannot be filtered on.");
    }
    String operator = next();
    IntPredicate outcome = outcome(operator);
    String literal = next();
    if (literal.equals("null")) {
      boolean wanted = outcome.test(0);
      return incident -> (field.value().apply(incident) == null) == wanted;
    }
    Comparable<?> bound = field.literal().apply(literal);
    return incident -> {
      Comparable<?> value = field.value().apply(incident);
      // Nothing differs from everything, and is neither before nor after it.
      return value == null ? operator.equals("ne") : outcome.test(compare(value, bound));
    };
  }

  /** Both sides come from one field, so they are of one type. */
  @SuppressWarnings("unchecked")
  private static int compare(Comparable<?> value, Comparable<?> bound) {
    return ((Comparable<Object>) value).compareTo(bound);
  }

  private static IntPredicate outcome(String operator) {
    return switch (operator) {
      case "eq" -> order -> order == 0;
      case "ne" -> order -> order != 0;
      case "gt" -> order -> order > 0;
      case "ge" -> order -> order >= 0;
      case "lt" -> order -> order < 0;
      case "le" -> order -> order <= 0;
      default -> throw FilterField.invalid("unknown operator " + operator + ".");
    };
  }

  private boolean accept(String token) {
    if (token.equals(tokens.peek())) {
      tokens.remove();
      return true;
    }
    return false;
  }

  private String next() {
    String token = tokens.poll();
    if (token == null) {
      throw FilterField.invalid("it ends too early.");
    }
    return token;
  }
}
