package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;

/** The tables that pipelines start from, and those that stand in brackets. */
final class Sources {

  private Sources() {}

  /** Tells whether a pipeline gives a table and not a value. */
  static boolean isTable(Translation translation, KqlParser.PipelineContext pipeline) {
    if (!pipeline.operator().isEmpty()
        || pipeline.source() instanceof KqlParser.OperatorSourceContext) {
      return true;
    }
    ParseTree inner = innermost(pipeline.source());
    if (inner instanceof KqlParser.NestedPrimaryContext nested) {
      return isTable(translation, nested.pipeline());
    }
    if (inner instanceof KqlParser.CallContext call) {
      return isTable(translation, call);
    }
    return inner instanceof KqlParser.NameContext name && isTable(translation, KqlNames.text(name));
  }

  private static boolean isTable(Translation translation, KqlParser.CallContext call) {
    String name = KqlNames.text(call.name());
    Optional<UserFunction> function = translation.function(name);
    return function.isPresent()
        ? function.get().isTabular()
        : name.equals("materialize") || name.equals("table");
  }

  private static boolean isTable(Translation translation, String name) {
    return translation.isTable(name)
        || translation.function(name).filter(UserFunction::isTabular).isPresent();
  }

  private static ParseTree innermost(ParseTree tree) {
    ParseTree inner = tree;
    while (inner.getChildCount() == 1
        && !(inner instanceof KqlParser.NameContext)
        && !(inner instanceof KqlParser.CallContext)) {
      inner = inner.getChild(0);
    }
    return inner;
  }

  static Relation relation(
      Translation translation, String operator, KqlParser.SourceContext source) {
    if (source instanceof KqlParser.OperatorSourceContext started) {
      return new SourceTranslator(translation).visit(started.sourceOperator().getChild(0));
    }
    return table(translation, operator, source);
  }

  /** Returns the table that a name, a call or a query in brackets stands for. */
  static Relation table(Translation translation, String operator, ParseTree tree) {
    ParseTree inner = innermost(tree);
    if (inner instanceof KqlParser.NestedPrimaryContext nested) {
      return new OperatorTranslator(translation).relation(nested.pipeline());
    }
    if (inner instanceof KqlParser.CallContext call) {
      return called(translation, operator, call);
    }
    if (!(inner instanceof KqlParser.NameContext)) {
      throw inner instanceof KqlParser.PathContext path && path.getStart() != null
          ? Rejections.semantic(
              "'" + path.getStart().getText() + "' of another database is not supported.")
          : Rejections.unresolved(operator, tree.getText());
    }
    String name = KqlNames.text((KqlParser.NameContext) inner);
    return translation
        .table(name)
        .or(() -> translation.function(name).map(f -> called(translation, f)))
        .orElseThrow(() -> Rejections.unresolved(operator, name));
  }

  private static Relation called(Translation translation, UserFunction function) {
    return function.table(translation, null, List.of(), argument -> SqlValue.string(""));
  }

  private static Relation called(
      Translation translation, String operator, KqlParser.CallContext call) {
    String name = KqlNames.text(call.name());
    Optional<UserFunction> function = translation.function(name);
    if (function.isPresent()) {
      ExpressionTranslator expressions = new ExpressionTranslator(translation, Scope.CONSTANT);
      return function.get().table(translation, null, call.argument(), expressions::visit);
    }
    if (name.equals("materialize") && call.argument().size() == 1) {
      Relation once = new OperatorTranslator(translation).relation(call.argument(0).pipeline());
      return translation.shared(once);
    }
    if (name.equals("table") && !call.argument().isEmpty()) {
      SqlValue table =
          new ExpressionTranslator(translation, Scope.CONSTANT).visit(call.argument(0));
      return table
          .literal()
          .flatMap(translation::table)
          .orElseThrow(() -> Rejections.unresolved(operator, table.literal().orElse("")));
    }
    throw TableFunctions.isRefused(name)
        ? Rejections.unsupported("function", name)
        : Rejections.unknownFunction(name);
  }
}
