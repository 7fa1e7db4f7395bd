package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function that the query itself defines by {@code let}. It is written out where it is called.
 *
 * @param name what it is called by
 * @param definition its parameters and body
 * @param home the names known where it was defined
 */
record UserFunction(String name, KqlParser.FunctionDefinitionContext definition, Translation home) {

  /** Tells whether a call gives a table and not a value. */
  boolean isTabular() {
    Translation inside = home.inner();
    for (KqlParser.ParameterDeclarationContext parameter : definition.parameterDeclaration()) {
      if (parameter.schema() != null) {
        inside.letSomeTable(KqlNames.text(parameter.name()));
      } else {
        inside.let(KqlNames.text(parameter.name()), SqlValue.nothing(KqlType.DYNAMIC));
      }
    }
    for (KqlParser.StatementContext statement : statements()) {
      if (statement instanceof KqlParser.LetStatementContext let) {
        String local = KqlNames.text(let.name());
        if (let.functionDefinition() != null) {
          inside.let(local, new UserFunction(local, let.functionDefinition(), inside.snapshot()));
        } else if (Sources.isTable(inside, let.pipeline())) {
          inside.letSomeTable(local);
        } else {
          inside.let(local, SqlValue.nothing(KqlType.DYNAMIC));
        }
      } else if (statement instanceof KqlParser.QueryStatementContext query) {
        return Sources.isTable(inside, query.pipeline());
      }
    }
    return false;
  }

  boolean takesATable() {
    List<KqlParser.ParameterDeclarationContext> parameters = definition.parameterDeclaration();
    return !parameters.isEmpty() && parameters.get(0).schema() != null;
  }

  /**
   * Returns what a call gives that gives a value.
   *
   * @param caller the names known where it is called
   * @param arguments what it is called with
   * @param expressions translates arguments that are values
   */
  SqlValue value(
      Translation caller,
      List<KqlParser.ArgumentContext> arguments,
      Function<KqlParser.ArgumentContext, SqlValue> expressions) {
    Translation inside = bound(caller, null, arguments, expressions);
    KqlParser.PipelineContext body = QueryTranslator.lets(inside, statements());
    return new ExpressionTranslator(inside, Scope.CONSTANT).visit(body);
  }

  /** Returns the table that a call gives, whose first argument may stand before it already. */
  Relation table(
      Translation caller,
      @Nullable Relation first,
      List<KqlParser.ArgumentContext> arguments,
      Function<KqlParser.ArgumentContext, SqlValue> expressions) {
    Translation inside = bound(caller, first, arguments, expressions);
    return new OperatorTranslator(inside).relation(QueryTranslator.lets(inside, statements()));
  }

  private List<KqlParser.StatementContext> statements() {
    return definition.functionBody().statements().statement();
  }

  private Translation bound(
      Translation caller,
      @Nullable Relation first,
      List<KqlParser.ArgumentContext> arguments,
      Function<KqlParser.ArgumentContext, SqlValue> expressions) {
    caller.countCall(name);
    Translation inside = home.inner();
    List<KqlParser.ParameterDeclarationContext> parameters =
        new ArrayList<>(definition.parameterDeclaration());
    if (first != null && !parameters.isEmpty()) {
      inside.let(KqlNames.text(parameters.remove(0).name()), first);
    }
    if (arguments.size() > parameters.size()) {
      throw Rejections.arguments(name, arguments.size());
    }
    for (int i = 0; i < parameters.size(); i++) {
      KqlParser.ParameterDeclarationContext parameter = parameters.get(i);
      KqlParser.ArgumentContext argument = argument(parameter, i, arguments);
      String local = KqlNames.text(parameter.name());
      if (parameter.schema() != null) {
        if (argument == null) {
          throw Rejections.arguments(name, arguments.size());
        }
        inside.let(local, new OperatorTranslator(caller).relation(argument.pipeline()));
      } else if (argument != null) {
        inside.let(local, typed(parameter, expressions.apply(argument)));
      } else if (parameter.signed() != null) {
        SqlValue byDefault =
            new ExpressionTranslator(home, Scope.CONSTANT).visit(parameter.signed());
        inside.let(local, typed(parameter, byDefault));
      } else {
        throw Rejections.arguments(name, arguments.size());
      }
    }
    return inside;
  }

  private static KqlParser.@Nullable ArgumentContext argument(
      KqlParser.ParameterDeclarationContext parameter,
      int place,
      List<KqlParser.ArgumentContext> arguments) {
    String local = KqlNames.text(parameter.name());
    for (KqlParser.ArgumentContext argument : arguments) {
      if (argument.name() != null && KqlNames.text(argument.name()).equals(local)) {
        return argument;
      }
    }
    return place < arguments.size() && arguments.get(place).name() == null
        ? arguments.get(place)
        : null;
  }

  private static SqlValue typed(
      KqlParser.ParameterDeclarationContext parameter, SqlValue argument) {
    KqlType type = TypeNames.of(parameter.type());
    return argument.type() == type ? argument : Conversions.to(type, argument);
  }
}
