package dev.huntgate.kql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a query's result are.
 *
 * @param limit the most rows there can be, where the query says so
 * @param aggregate whether a row sums up rows of the tables rather than being one of them
 * @param render the chart that the query asks for
 */
public record ResultShape(Optional<Long> limit, boolean aggregate, Optional<String> render) {

  static final ResultShape ROWS = new ResultShape(Optional.empty(), false, Optional.empty());

  static ResultShape of(KqlParser.QueryContext query, Constants constants) {
    return of(query.statements(), constants, new HashMap<>());
  }

  private static ResultShape of(
      KqlParser.@Nullable StatementsContext statements,
      Constants constants,
      Map<String, ResultShape> named) {
    ResultShape last = ROWS;
    if (statements == null) {
      return last;
    }
    for (KqlParser.StatementContext statement : statements.statement()) {
      if (statement instanceof KqlParser.LetStatementContext let && let.name() != null) {
        KqlParser.FunctionDefinitionContext function = let.functionDefinition();
        if (function != null && function.functionBody() != null) {
          KqlParser.StatementsContext body = function.functionBody().statements();
          named.put(KqlNames.text(let.name()), of(body, constants, new HashMap<>(named)));
        } else if (let.pipeline() != null) {
          named.put(KqlNames.text(let.name()), of(let.pipeline(), constants, named));
        }
      } else if (statement instanceof KqlParser.QueryStatementContext result) {
        last = of(result.pipeline(), constants, named);
      }
    }
    return last;
  }

  private static ResultShape of(
      KqlParser.PipelineContext pipeline, Constants constants, Map<String, ResultShape> named) {
    ResultShape shape = source(pipeline, constants, named);
    for (KqlParser.OperatorContext operator : pipeline.operator()) {
      if (operator.getChildCount() > 0) {
        shape = new ShapeChange(shape, constants).visit(operator.getChild(0));
      }
    }
    return shape;
  }

  private static ResultShape source(
      KqlParser.PipelineContext pipeline, Constants constants, Map<String, ResultShape> named) {
    if (pipeline.source() instanceof KqlParser.OperatorSourceContext source) {
      return source.sourceOperator() == null
          ? ROWS
          : new ShapeChange(ROWS, constants).visit(source.sourceOperator());
    }
    if (pipeline.source() == null) {
      return ROWS;
    }
    KqlParser.PipelineContext inner = Trees.innerPipeline(pipeline.source());
    if (inner != null) {
      return of(inner, constants, named);
    }
    return Trees.name(pipeline.source())
        .or(() -> Trees.call(pipeline.source()).map(call -> KqlNames.text(call.name())))
        .map(name -> named.getOrDefault(name, ROWS))
        .orElse(ROWS);
  }

  ResultShape limited(Optional<Long> most) {
    boolean less = most.isPresent() && limit.filter(known -> known <= most.get()).isEmpty();
    return less ? new ResultShape(most.map(n -> Math.max(0, n)), aggregate, render) : this;
  }

  /** Any number of rows, made from these. */
  ResultShape more() {
    return new ResultShape(Optional.empty(), aggregate, Optional.empty());
  }

  /** Any number of rows, with those of others among them. */
  ResultShape unlimited() {
    return new ResultShape(Optional.empty(), false, Optional.empty());
  }

  ResultShape aggregated() {
    return new ResultShape(limit, true, render);
  }

  ResultShape one() {
    return new ResultShape(Optional.of(1L), true, render);
  }

  ResultShape rendered(String chart) {
    return new ResultShape(limit, aggregate, Optional.of(chart));
  }
}
