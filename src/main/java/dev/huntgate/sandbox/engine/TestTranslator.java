package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlParserBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a value is tested for into SQL. */
final class TestTranslator extends KqlParserBaseVisitor<SqlValue> {

  private final Translation translation;
  private final ExpressionTranslator expressions;
  private final Scope scope;
  private final SqlValue value;

  TestTranslator(
      Translation translation, ExpressionTranslator expressions, Scope scope, SqlValue value) {
    this.translation = translation;
    this.expressions = expressions;
    this.scope = scope;
    this.value = value;
  }

  @Override
  public SqlValue visitEqualityTest(KqlParser.EqualityTestContext test) {
    SqlValue other = expressions.visit(test.relation());
    return switch (test.operation.getText()) {
      case "==" -> Comparisons.equal(value, other);
      case "=~" -> TextTests.equalIgnoringCase(value, other);
      case "!~" -> Comparisons.not(TextTests.equalIgnoringCase(value, other));
      default -> Comparisons.notEqual(value, other);
    };
  }

  @Override
  public SqlValue visitStringTest(KqlParser.StringTestContext test) {
    return TextTests.apply(
        test.STRING_OPERATOR().getText(), value, expressions.visit(test.relation()));
  }

  @Override
  public SqlValue visitRegexTest(KqlParser.RegexTestContext test) {
    return TextTests.matches(value, expressions.visit(test.relation()));
  }

  @Override
  public SqlValue visitInTest(KqlParser.InTestContext test) {
    String operator = test.IN().getText();
    SqlValue found = found(test.members(), operator.endsWith("~"));
    return operator.startsWith("!") ? Comparisons.not(found) : found;
  }

  @Override
  public SqlValue visitHasListTest(KqlParser.HasListTestContext test) {
    KqlParser.PipelineContext query = table(test.members());
    List<SqlValue> terms =
        query == null ? members(test.members()) : List.of(Subqueries.list(translation, query));
    return test.HAS_LIST().getText().equals("has_any")
        ? TextTests.hasAny(value, terms)
        : TextTests.hasAll(value, terms);
  }

  @Override
  public SqlValue visitBetweenTest(KqlParser.BetweenTestContext test) {
    SqlValue inside =
        Comparisons.between(value, expressions.visit(test.from), expressions.visit(test.to));
    return test.BETWEEN().getText().startsWith("!") ? Comparisons.not(inside) : inside;
  }

  @Override
  public SqlValue visitTermTest(KqlParser.TermTestContext test) {
    if (!scope.operator().startsWith("search")) {
      throw Rejections.unknownOperator(":");
    }
    return AnyColumn.term(scope, value, expressions.visit(test.relation()));
  }

  private SqlValue found(KqlParser.MembersContext members, boolean folds) {
    KqlParser.PipelineContext query = table(members);
    if (query != null) {
      return Subqueries.contains(translation, value, query, folds);
    }
    return folds
        ? TextTests.isInIgnoringCase(value, members(members))
        : TextTests.isIn(value, members(members));
  }

  private List<SqlValue> members(KqlParser.MembersContext members) {
    List<SqlValue> values = new ArrayList<>();
    if (members instanceof KqlParser.MemberNameContext name) {
      values.add(expressions.visit(name.name()));
    } else if (members instanceof KqlParser.MemberValueContext value) {
      values.add(expressions.visit(value.getChild(0)));
    } else {
      KqlParser.MemberListContext list = (KqlParser.MemberListContext) members;
      values.add(expressions.visit(list.pipeline()));
      list.expression().forEach(member -> values.add(expressions.visit(member)));
    }
    return values.stream().flatMap(TestTranslator::spread).toList();
  }

  /** Takes a literal array apart, so that its elements are known while the query is planned. */
  private static Stream<SqlValue> spread(SqlValue member) {
    return member.elements().isPresent()
        ? member.elements().get().stream().map(SqlValue::string)
        : Stream.of(member);
  }

  /** Returns the query that stands there, if it gives a table and not values. */
  private KqlParser.@Nullable PipelineContext table(KqlParser.MembersContext members) {
    if (!(members instanceof KqlParser.MemberListContext list) || !list.expression().isEmpty()) {
      return null;
    }
    return isTable(list.pipeline()) ? list.pipeline() : null;
  }

  private boolean isTable(KqlParser.PipelineContext pipeline) {
    boolean isColumn =
        KqlNames.only(pipeline).flatMap(name -> scope.relation().find(name)).isPresent();
    return !isColumn && Sources.isTable(translation, pipeline);
  }
}
