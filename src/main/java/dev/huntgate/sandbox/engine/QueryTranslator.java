package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlSyntax;
import java.util.Optional;

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
    Relation answer = null;
    for (KqlParser.StatementContext statement : syntax.tree().statements().statement()) {
      if (statement instanceof KqlParser.LetStatementContext let) {
        let(let);
      } else if (!(statement instanceof KqlParser.QueryStatementContext query)) {
        throw Rejections.unknownOperator(statement.getStart().getText());
      } else if (answer == null) {
        answer = new OperatorTranslator(translation).relation(query.pipeline());
      } else {
        throw Rejections.semantic("A query has one result, and this one has more.");
      }
    }
    if (answer == null) {
      throw Rejections.semantic("The query is empty.");
    }
    return answer;
  }

  private void let(KqlParser.LetStatementContext let) {
    String name = KqlNames.text(let.name());
    KqlParser.PipelineContext value = let.pipeline();
    if (value == null) {
      throw Rejections.semantic("The sandbox does not know functions made by 'let'.");
    }
    Optional<String> only = KqlNames.only(value);
    boolean isTable =
        Subqueries.isQuery(value)
            || only.filter(other -> translation.scalar(other).isEmpty()).isPresent();
    if (isTable) {
      translation.let(name, new OperatorTranslator(translation).relation(value));
    } else {
      translation.let(name, new ExpressionTranslator(translation, Scope.CONSTANT).visit(value));
    }
  }
}
