package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlParserBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what a value is tested for into SQL. */
final class TestTranslator extends KqlParserBaseVisitor<SqlValue> {

  private final Translation translation;
  private final ExpressionTranslator expressions;
  private final SqlValue value;

  TestTranslator(Translation translation, ExpressionTranslator expressions, SqlValue value) {
    this.translation = translation;
    this.expressions = expressions;
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
    List<SqlValue> terms = members(test.members());
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
    throw Rejections.unknownOperator(":");
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
    if (members instanceof KqlParser.MemberNameContext name) {
      return List.of(expressions.visit(name.name()));
    }
    if (members instanceof KqlParser.MemberValueContext value) {
      return List.of(expressions.visit(value.getChild(0)));
    }
    KqlParser.MemberListContext list = (KqlParser.MemberListContext) members;
    List<SqlValue> values = new ArrayList<>();
    values.add(expressions.visit(list.pipeline()));
    list.expression().forEach(member -> values.add(expressions.visit(member)));
    return values;
  }

  /** Returns the query in the brackets, if they hold a table and not values. */
  private KqlParser.@Nullable PipelineContext table(KqlParser.MembersContext members) {
    if (!(members instanceof KqlParser.MemberListContext list) || !list.expression().isEmpty()) {
      return null;
    }
    KqlParser.PipelineContext pipeline = list.pipeline();
    boolean isNamed =
        KqlNames.only(pipeline)
            .filter(name -> translation.scalar(name).isEmpty())
            .flatMap(translation::table)
            .isPresent();
    return isNamed || Subqueries.isQuery(pipeline) ? pipeline : null;
  }
}
