package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.LONG;
import static dev.huntgate.kql.KqlType.REAL;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlParserBaseVisitor;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.RuleNode;

/** The operators that a query can begin with. */
final class SourceTranslator extends KqlParserBaseVisitor<Relation> {

  private final Translation translation;
  private final ExpressionTranslator constants;

  SourceTranslator(Translation translation) {
    this.translation = translation;
    this.constants = new ExpressionTranslator(translation, Scope.CONSTANT);
  }

  @Override
  public Relation visitPrintOperator(KqlParser.PrintOperatorContext print) {
    SelectList items = new SelectList(translation);
    List<KqlParser.ColumnContext> columns = print.columns().column();
    for (int i = 0; i < columns.size(); i++) {
      KqlParser.ColumnContext column = columns.get(i);
      SqlValue value = constants.visit(column.expression());
      items.add(column.name() == null ? "print_" + i : KqlNames.text(column.name()), value);
    }
    return items.over(Relation.NONE);
  }

  @Override
  public Relation visitRangeOperator(KqlParser.RangeOperatorContext range) {
    SqlValue from = constants.visit(range.from);
    SqlValue to = constants.visit(range.to);
    SqlValue step = constants.visit(range.by);
    boolean counted = from.isNumber() && to.isNumber() && step.isNumber();
    String steps;
    SqlValue value;
    if (from.type() == KqlType.DATETIME
        && to.type() == KqlType.DATETIME
        && step.type() == KqlType.TIMESPAN) {
      steps = steps("(epoch_us(" + to + ") - epoch_us(" + from + "))", step + " // 10");
      value = SqlValue.of(KqlType.DATETIME, "kql_plus(%s, i * %s)", from, step);
    } else if (counted && from.isWhole() && step.isWhole()) {
      steps = steps("(" + to + " - " + from + ")", step.sql());
      value = SqlValue.of(LONG, "CAST(%s + i * %s AS BIGINT)", from, step);
    } else if (from.type() == KqlType.TIMESPAN
        && to.type() == KqlType.TIMESPAN
        && step.type() == KqlType.TIMESPAN) {
      steps = steps("(" + to + " - " + from + ")", step.sql());
      value = SqlValue.of(KqlType.TIMESPAN, "CAST(%s + i * %s AS BIGINT)", from, step);
    } else if (counted) {
      steps = steps("(" + to + " - " + from + ")", step.sql());
      value = SqlValue.of(REAL, "CAST(%s + i * %s AS DOUBLE)", from, step);
    } else {
      throw Rejections.types("range", from, to, step);
    }
    SelectList items = new SelectList(translation);
    items.add(KqlNames.text(range.name()), value);
    return items.from("range(" + steps + ") AS steps(i)").inOrder();
  }

  private static String steps(String distance, String step) {
    return "greatest(CAST(floor(CAST("
        + distance
        + " AS DOUBLE) / nullif("
        + step
        + ", 0)) AS BIGINT) + 1, 0)";
  }

  @Override
  public Relation visitDatatableOperator(KqlParser.DatatableOperatorContext datatable) {
    List<HuntingColumn> columns = TypeNames.columns(datatable.schema());
    List<KqlParser.ExpressionContext> cells = datatable.expression();
    if (columns.isEmpty() || cells.size() % columns.size() != 0) {
      throw Rejections.semantic("'datatable' operator: the values do not fill the rows.");
    }
    SelectList items = new SelectList(translation);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      names.add("d" + i);
      String cast = "CAST(d" + i + " AS " + SqlTypes.of(columns.get(i).type()) + ")";
      items.add(columns.get(i).name(), SqlValue.of(columns.get(i).type(), cast));
    }
    List<String> rows = new ArrayList<>();
    for (int at = 0; at < cells.size(); at += columns.size()) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        row.add(cell(columns.get(i).type(), cells.get(at + i)));
      }
      rows.add("(" + String.join(", ", row) + ")");
    }
    String alias = " AS data_rows(" + String.join(", ", names) + ")";
    if (rows.isEmpty()) {
      String nulls = names.stream().map(name -> "NULL").collect(Collectors.joining(", "));
      Relation empty = items.from("(VALUES (" + nulls + "))" + alias);
      return empty.with(empty.sql() + " WHERE false");
    }
    return items.from("(VALUES " + String.join(", ", rows) + ")" + alias);
  }

  private String cell(KqlType type, KqlParser.ExpressionContext expression) {
    SqlValue value = constants.visit(expression);
    if (value.type() == type) {
      return value.sql();
    }
    return value.type() == KqlType.DYNAMIC && value.sql().startsWith("CAST(NULL")
        ? SqlValue.nothing(type).sql()
        : Conversions.to(type, value).sql();
  }

  @Override
  public Relation visitUnionOperator(KqlParser.UnionOperatorContext union) {
    return UnionTranslator.of(translation, null, union);
  }

  @Override
  public Relation visitSearchOperator(KqlParser.SearchOperatorContext search) {
    return SearchTranslator.search(translation, null, search);
  }

  @Override
  public Relation visitFindOperator(KqlParser.FindOperatorContext find) {
    return SearchTranslator.find(translation, find);
  }

  /** Comes to every operator that has no translation above. */
  @Override
  public Relation visitChildren(RuleNode operator) {
    String name = ((ParserRuleContext) operator.getRuleContext()).getStart().getText();
    Operators.requireSupported(name);
    throw Rejections.semantic("The operator '" + name + "' needs a table before it.");
  }
}
