package dev.huntgate.kql;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Advice on comparing text.
 *
 * <p>Whole terms are found by an index, parts of them only by reading; a comparison that minds case
 * is cheaper than one that does not, and that than one of changed text. So say the documentation of
 * advanced hunting and Kusto.
 */
final class TextAdvice extends KqlParserBaseVisitor<Void> {

  private static final int SHORTEST_TERM = 3;
  private static final int CHAIN = 3;

  /** Columns whose values are always written alike. */
  private static final Set<String> FIXED =
      Set.of("SHA1", "SHA256", "MD5", "DeviceId", "AlertId", "NetworkMessageId", "AccountObjectId");

  private final Findings findings;

  TextAdvice(Findings findings) {
    this.findings = findings;
  }

  @Override
  public Void visitComparison(KqlParser.ComparisonContext comparison) {
    if (comparison.test() instanceof KqlParser.StringTestContext text) {
      contains(text);
    } else if (comparison.test() instanceof KqlParser.RegexTestContext regex) {
      regex(regex);
    } else if (comparison.test() instanceof KqlParser.EqualityTestContext equality) {
      equality(comparison.relation(), equality);
    } else if (comparison.test() instanceof KqlParser.InTestContext in) {
      fixed(comparison.relation(), in.IN().getText(), in.getStart());
    }
    return super.visitComparison(comparison);
  }

  private void contains(KqlParser.StringTestContext test) {
    String operator = test.STRING_OPERATOR().getText();
    Optional<String> literal = Trees.text(test.relation()).filter(TextAdvice::isTerms);
    if (literal.isPresent() && operator.matches("!?contains(_cs)?")) {
      findings.advice(
          "has",
          test.getStart(),
          "If '"
              + shortened(literal.get())
              + "' stands there as a whole word, "
              + operator.replace("contains", "has")
              + " finds it faster, by the index.");
    }
  }

  private static boolean isTerms(String text) {
    return text.length() >= SHORTEST_TERM
        && Character.isLetterOrDigit(text.charAt(0))
        && Character.isLetterOrDigit(text.charAt(text.length() - 1));
  }

  private void regex(KqlParser.RegexTestContext test) {
    String regex = Trees.text(test.relation()).orElse("");
    if (regex.matches("(\\(\\?i\\))?\\^?\\.[*+].*")) {
      findings.advice(
          "regex", test.getStart(), "Leave the leading .* out: a regex is looked for anywhere.");
    } else if (!regex.isEmpty() && regex.matches("[\\w ]+")) {
      findings.advice(
          "regex", test.getStart(), "This regex is plain text: has or contains find it faster.");
    }
  }

  private void equality(ParseTree left, KqlParser.EqualityTestContext test) {
    Optional<String> changed =
        Trees.call(left)
            .or(() -> Trees.call(test.relation()))
            .map(call -> KqlNames.text(call.name()))
            .filter(name -> name.equals("tolower") || name.equals("toupper"));
    if (changed.isPresent() && test.EQUALS_TILDE() == null && test.NOT_EQUALS_TILDE() == null) {
      findings.advice(
          "case",
          test.getStart(),
          "Instead of " + changed.get() + "(), compare with =~, which does not mind case.");
    }
    fixed(left, test.operation.getText(), test.getStart());
  }

  private void fixed(ParseTree left, String operator, Token where) {
    if (operator.endsWith("~") && Trees.name(left).filter(FIXED::contains).isPresent()) {
      String exact =
          operator.startsWith("in") || operator.startsWith("!in")
              ? operator.replace("~", "")
              : operator.equals("=~") ? "==" : "!=";
      findings.advice(
          "fixed case",
          where,
          "Values of this column are always written alike: " + exact + " finds them faster.");
    }
  }

  @Override
  public Void visitExpression(KqlParser.ExpressionContext expression) {
    List<KqlParser.ConjunctionContext> branches = expression.conjunction();
    if (branches.size() >= CHAIN) {
      Set<String> kinds =
          branches.stream().map(TextAdvice::kind).collect(Collectors.toCollection(HashSet::new));
      String kind = kinds.size() == 1 ? kinds.iterator().next() : "";
      if (!kind.isEmpty()) {
        boolean has = kind.startsWith("has ");
        findings.advice(
            "chain",
            expression.getStart(),
            "One test does for all of these: "
                + kind.substring(kind.indexOf(' ') + 1)
                + (has ? " has_any (...)." : " in (...)."));
      }
    }
    return super.visitExpression(expression);
  }

  /** Returns how one branch tests which value, if it does so against a literal. */
  private static String kind(KqlParser.ConjunctionContext branch) {
    if (branch.comparison().size() != 1) {
      return "";
    }
    KqlParser.ComparisonContext comparison = branch.comparison(0);
    String value = comparison.relation().getText();
    if (comparison.test() instanceof KqlParser.StringTestContext text
        && text.STRING_OPERATOR().getText().equals("has")
        && Trees.text(text.relation()).isPresent()) {
      return "has " + value;
    }
    return comparison.test() instanceof KqlParser.EqualityTestContext equality
            && equality.EQUALS() != null
            && Trees.text(equality.relation()).isPresent()
        ? "is " + value
        : "";
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
