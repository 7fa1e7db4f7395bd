package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlSyntax;
import dev.huntgate.kql.KqlType;
import java.util.List;

/** Turns a whole query, with the names it gives by {@code let}, into SQL. */
final class QueryTranslator {

  private final Translation translation;

  QueryTranslator(Translation translation) {
    this.translation = translation;
  }

  Relation translate(String kql) {
    KqlSyntax syntax = KqlSyntax.parse(kql);
    if (!syntax.errors().isEmpty()) {
      throw Rejections.syntax(syntax.errors().get(0));
    }
    KqlParser.PipelineContext query = lets(translation, syntax.tree().statements().statement());
    if (!Sources.isTable(translation, query) && KqlNames.only(query).isEmpty()) {
      // A bare value is answered as print would answer it.
      SqlValue value = new ExpressionTranslator(translation, Scope.CONSTANT).visit(query);
      SelectList items = new SelectList(translation);
      items.add("print_0", value);
      return translation.finished(items.over(Relation.NONE));
    }
    return translation.finished(new OperatorTranslator(translation).relation(query));
  }

  /** Takes in the statements that give names, and returns the one that is the query. */
  static KqlParser.PipelineContext lets(
      Translation translation, List<KqlParser.StatementContext> statements) {
    KqlParser.PipelineContext query = null;
    for (KqlParser.StatementContext statement : statements) {
      if (statement instanceof KqlParser.LetStatementContext let) {
        let(translation, let);
      } else if (statement instanceof KqlParser.DeclareStatementContext declared) {
        declared.parameterDeclaration().forEach(each -> declare(translation, each));
      } else if (!(statement instanceof KqlParser.QueryStatementContext found)) {
        if (!(statement instanceof KqlParser.SetStatementContext)) {
          throw Rejections.unknownOperator(statement.getStart().getText());
        }
      } else if (query == null) {
        query = found.pipeline();
      } else {
        throw Rejections.semantic("A query has one result, and this one has more.");
      }
    }
    if (query == null) {
      throw Rejections.semantic("The query is empty.");
    }
    return query;
  }

  private static void let(Translation translation, KqlParser.LetStatementContext let) {
    String name = KqlNames.text(let.name());
    if (let.functionDefinition() != null) {
      Translation home = translation.snapshot();
      translation.let(name, new UserFunction(name, let.functionDefinition(), home));
    } else if (Sources.isTable(translation, let.pipeline())) {
      translation.let(name, new OperatorTranslator(translation).relation(let.pipeline()));
    } else {
      translation.let(
          name, new ExpressionTranslator(translation, Scope.CONSTANT).visit(let.pipeline()));
    }
  }

  private static void declare(
      Translation translation, KqlParser.ParameterDeclarationContext parameter) {
    String name = KqlNames.text(parameter.name());
    if (parameter.signed() == null || parameter.type() == null) {
      throw Rejections.semantic("The query parameter '" + name + "' has no value.");
    }
    KqlType type = TypeNames.of(parameter.type());
    SqlValue value =
        new ExpressionTranslator(translation, Scope.CONSTANT).visit(parameter.signed());
    translation.let(name, value.type() == type ? value : Conversions.to(type, value));
  }
}
