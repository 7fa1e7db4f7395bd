package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlLiteral;
import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;

/** The names that KQL gives to columns which the query leaves unnamed. */
final class ColumnNames {

  private ColumnNames() {}

  /** Returns the name that an expression brings along, if it has one. */
  static Optional<String> of(ParseTree expression) {
    ParseTree inner = expression;
    while (inner.getChildCount() == 1
        && !(inner instanceof KqlParser.NameContext)
        && !(inner instanceof KqlParser.LiteralContext)) {
      inner = inner.getChild(0);
    }
    if (inner instanceof KqlParser.NameContext name) {
      return Optional.of(KqlNames.text(name));
    }
    if (inner instanceof KqlParser.NestedPrimaryContext nested) {
      return of(nested.pipeline());
    }
    if (inner instanceof KqlParser.PathContext path) {
      return path(path);
    }
    return inner instanceof KqlParser.CallContext call ? call(call) : Optional.empty();
  }

  private static Optional<String> path(KqlParser.PathContext path) {
    Optional<String> name = of(path.primary());
    for (KqlParser.StepContext step : path.step()) {
      name = name.map(start -> start + "_" + word(step));
    }
    return name;
  }

  private static String word(KqlParser.StepContext step) {
    if (step instanceof KqlParser.MemberStepContext member) {
      return KqlNames.text(member.name());
    }
    if (!(step instanceof KqlParser.IndexStepContext indexed)) {
      return step.getText();
    }
    String index = indexed.expression().getText();
    boolean quoted = index.startsWith("'") || index.startsWith("\"");
    return quoted ? KqlLiteral.text(index) : index;
  }

  private static Optional<String> call(KqlParser.CallContext call) {
    String function = KqlNames.text(call.name());
    Optional<String> argument = call.argument().isEmpty() ? Optional.empty() : of(call.argument(0));
    Optional<String> prefix = Aggregates.find(function).map(Aggregate::prefix);
    if (prefix.isPresent()) {
      return prefix.get().isEmpty()
          ? argument
          : Optional.of(
              prefix.get() + "_" + (prefix.get().startsWith("count") ? "" : argument.orElse("")));
    }
    return ScalarFunctions.find(function).filter(ScalarFunction::keepsName).flatMap(f -> argument);
  }
}
