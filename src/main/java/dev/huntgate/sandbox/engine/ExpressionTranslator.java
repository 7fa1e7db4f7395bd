package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.BOOL;
import static dev.huntgate.kql.KqlType.DYNAMIC;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlParserBaseVisitor;
import java.util.List;
import org.antlr.v4.runtime.tree.ParseTree;

/** Turns the scalar expressions of one operator into typed SQL. */
final class ExpressionTranslator extends KqlParserBaseVisitor<SqlValue> {

  private static final int LONGEST_CHAIN = 400;

  private final Translation translation;
  private final Scope scope;

  ExpressionTranslator(Translation translation, Scope scope) {
    this.translation = translation;
    this.scope = scope;
  }

  /** Returns an expression that must be true or false. */
  SqlValue condition(ParseTree tree) {
    SqlValue value = visit(tree);
    if (value.type() != BOOL && value.type() != DYNAMIC) {
      throw Rejections.types(scope.operator().isEmpty() ? "and" : scope.operator(), value);
    }
    return Conversions.bool(value);
  }

  @Override
  public SqlValue visitExpression(KqlParser.ExpressionContext or) {
    return or.conjunction().size() == 1
        ? visit(or.conjunction(0))
        : Comparisons.any(or.conjunction().stream().map(this::condition).toList());
  }

  @Override
  public SqlValue visitConjunction(KqlParser.ConjunctionContext and) {
    return and.comparison().size() == 1
        ? visit(and.comparison(0))
        : Comparisons.all(and.comparison().stream().map(this::condition).toList());
  }

  @Override
  public SqlValue visitComparison(KqlParser.ComparisonContext comparison) {
    SqlValue value = visit(comparison.relation());
    return comparison.test() == null
        ? value
        : new TestTranslator(translation, this, value).visit(comparison.test());
  }

  @Override
  public SqlValue visitRelation(KqlParser.RelationContext relation) {
    SqlValue left = visit(relation.sum(0));
    return relation.operation == null
        ? left
        : Comparisons.ordered(relation.operation.getText(), left, visit(relation.sum(1)));
  }

  @Override
  public SqlValue visitSum(KqlParser.SumContext sum) {
    return chain(sum);
  }

  @Override
  public SqlValue visitProduct(KqlParser.ProductContext product) {
    return chain(product);
  }

  private SqlValue chain(ParseTree terms) {
    if (terms.getChildCount() > LONGEST_CHAIN) {
      throw Rejections.semantic("An expression has too many terms.");
    }
    SqlValue value = visit(terms.getChild(0));
    for (int i = 1; i + 1 < terms.getChildCount(); i += 2) {
      value = Arithmetic.apply(terms.getChild(i).getText(), value, visit(terms.getChild(i + 1)));
    }
    return value;
  }

  @Override
  public SqlValue visitSigned(KqlParser.SignedContext signed) {
    SqlValue value = visit(signed.path());
    return signed.MINUS().size() % 2 == 0 ? value : Arithmetic.negated(value);
  }

  @Override
  public SqlValue visitPath(KqlParser.PathContext path) {
    SqlValue value = visit(path.primary());
    return path.step().isEmpty() ? value : DynamicPath.into(value, path.step(), this::visit);
  }

  @Override
  public SqlValue visitLiteralPrimary(KqlParser.LiteralPrimaryContext literal) {
    return new LiteralTranslator().visit(literal.literal());
  }

  @Override
  public SqlValue visitName(KqlParser.NameContext tree) {
    String name = KqlNames.text(tree);
    return scope
        .relation()
        .find(name)
        .map(Relation.Column::value)
        .or(() -> translation.scalar(name))
        .orElseThrow(() -> Rejections.unresolved(scope.operator(), name));
  }

  @Override
  public SqlValue visitStarPrimary(KqlParser.StarPrimaryContext star) {
    throw Rejections.semantic("The sandbox does not know '*' as an expression.");
  }

  @Override
  public SqlValue visitSidePrimary(KqlParser.SidePrimaryContext side) {
    throw Rejections.unresolved(scope.operator(), side.getText());
  }

  @Override
  public SqlValue visitPipeline(KqlParser.PipelineContext pipeline) {
    if (!pipeline.operator().isEmpty()) {
      throw Rejections.semantic("A table cannot stand where a scalar is expected.");
    }
    return visit(pipeline.source());
  }

  @Override
  public SqlValue visitNestedPrimary(KqlParser.NestedPrimaryContext nested) {
    return visit(nested.pipeline());
  }

  @Override
  public SqlValue visitOperatorSource(KqlParser.OperatorSourceContext source) {
    throw Rejections.unknownOperator(source.getStart().getText());
  }

  @Override
  public SqlValue visitCall(KqlParser.CallContext call) {
    String name = KqlNames.text(call.name());
    List<KqlParser.ArgumentContext> arguments = call.argument();
    if (name.equals("toscalar") && arguments.size() == 1) {
      return Subqueries.scalar(translation, arguments.get(0).pipeline());
    }
    if (scope.aggregates() && Aggregates.find(name).isPresent()) {
      ExpressionTranslator inside = new ExpressionTranslator(translation, scope.inside());
      return Aggregates.find(name).get().apply(arguments.stream().map(inside::visit).toList());
    }
    ScalarFunction function =
        ScalarFunctions.find(name).orElseThrow(() -> Rejections.unknownFunction(name));
    return function.apply(arguments.stream().map(this::visit).toList(), translation.now());
  }

  @Override
  public SqlValue visitArgument(KqlParser.ArgumentContext argument) {
    if (argument.name() != null) {
      throw Rejections.semantic("The sandbox does not know arguments by name.");
    }
    return visit(argument.pipeline());
  }

  @Override
  public SqlValue visitPlainSource(KqlParser.PlainSourceContext source) {
    return visit(source.expression());
  }

  @Override
  public SqlValue visitCallPrimary(KqlParser.CallPrimaryContext call) {
    return visit(call.call());
  }

  @Override
  public SqlValue visitNamePrimary(KqlParser.NamePrimaryContext name) {
    return visit(name.name());
  }
}
