package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlSyntax;
import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What of KQL a query uses, read off its tree. */
final class Features {

  private final Set<String> found = new HashSet<>();

  private Features() {}

  /** Returns names such as {@code operator where}, {@code function strcat} or {@code test has}. */
  static Set<String> of(String kql) {
    Features features = new Features();
    features.walk(KqlSyntax.parse(kql).tree());
    return features.found;
  }

  private void walk(ParseTree tree) {
    if (tree instanceof KqlParser.OperatorContext
        || tree instanceof KqlParser.SourceOperatorContext) {
      found.add("operator " + ((ParserRuleContext) tree).getStart().getText());
    }
    if (tree instanceof KqlParser.JoinOperatorContext join) {
      found.add("join " + Parameters.value(join.parameter(), "kind", "innerunique"));
    } else if (tree instanceof KqlParser.EvaluateOperatorContext evaluate) {
      found.add("plugin " + KqlNames.text(evaluate.call().name()));
    } else if (tree instanceof KqlParser.CallContext call) {
      found.add("function " + KqlNames.text(call.name()));
    } else if (tree instanceof KqlParser.RegexTestContext) {
      found.add("test matches regex");
    } else if (tree instanceof KqlParser.PathContext path && !path.step().isEmpty()) {
      found.add("test path access");
    } else if (tree instanceof TerminalNode leaf
        && !(leaf.getParent() instanceof KqlParser.LiteralContext)) {
      found.add("test " + leaf.getText());
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      walk(tree.getChild(i));
    }
  }
}
