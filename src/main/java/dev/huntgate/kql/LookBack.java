package dev.huntgate.kql;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Finds how far a query reaches back: the greatest span that it takes from now. */
final class LookBack extends KqlParserBaseVisitor<Void> {

  private final Map<String, Duration> own = new HashMap<>();
  private Optional<Duration> greatest = Optional.empty();

  private LookBack() {}

  static Optional<Duration> of(KqlParser.QueryContext query) {
    LookBack lookBack = new LookBack();
    lookBack.visit(query);
    return lookBack.greatest;
  }

  @Override
  public Void visitLetStatement(KqlParser.LetStatementContext let) {
    if (let.name() != null && let.pipeline() != null) {
      span(let.pipeline()).ifPresent(span -> own.put(KqlNames.text(let.name()), span));
    }
    return super.visitLetStatement(let);
  }

  @Override
  public Void visitCall(KqlParser.CallContext call) {
    if (call.name() != null && call.argument().size() == 1) {
      switch (KqlNames.text(call.name())) {
        case "ago" -> span(call.argument(0)).ifPresent(this::reach);
        case "now" -> span(call.argument(0)).map(Duration::negated).ifPresent(this::reach);
        default -> {}
      }
    }
    return super.visitCall(call);
  }

  @Override
  public Void visitSum(KqlParser.SumContext sum) {
    if (sum.getChildCount() >= 3 && sum.getChild(0).getText().equals("now()")) {
      for (int i = 1; i + 1 < sum.getChildCount(); i += 2) {
        if (sum.getChild(i) instanceof TerminalNode sign
            && sign.getSymbol().getType() == KqlLexer.MINUS) {
          span(sum.getChild(i + 1)).ifPresent(this::reach);
        }
      }
    }
    return super.visitSum(sum);
  }

  private void reach(Duration span) {
    if (!span.isNegative() && greatest.filter(known -> known.compareTo(span) >= 0).isEmpty()) {
      greatest = Optional.of(span);
    }
  }

  private Optional<Duration> span(ParseTree tree) {
    if (tree instanceof KqlParser.SignedContext signed
        && signed.getChildCount() == 2
        && signed.MINUS().size() == 1) {
      return span(signed.path()).map(Duration::negated);
    }
    if (tree instanceof KqlParser.NestedPrimaryContext nested && nested.pipeline() != null) {
      return span(nested.pipeline());
    }
    if (tree instanceof KqlParser.NameContext name) {
      return Optional.ofNullable(own.get(KqlNames.text(name)));
    }
    if (tree instanceof KqlParser.TimespanLiteralContext literal) {
      return KqlTime.span(KqlTime.enclosed(literal.getText()));
    }
    return tree.getChildCount() == 1 ? span(tree.getChild(0)) : Optional.empty();
  }
}
