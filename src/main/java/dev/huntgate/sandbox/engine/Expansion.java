package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns dynamic arrays and bags into a row for each of their elements. */
final class Expansion {

  private final Translation translation;
  private final String operator;
  private final Relation input;

  Expansion(Translation translation, String operator, Relation input) {
    this.translation = translation;
    this.operator = operator;
    this.input = input;
  }

  Relation expanded(
      List<KqlParser.ExpandParameterContext> parameters,
      List<KqlParser.ExpandColumnContext> columns,
      KqlParser.@Nullable ExpressionContext limit) {
    String elements =
        parameter(parameters, "array").equals("array") ? "kql_elements_array" : "kql_elements";
    ExpressionTranslator expressions =
        new ExpressionTranslator(translation, Scope.of(operator, input));
    Layer layer = new Layer(translation, input);
    List<String> lists = new ArrayList<>();
    for (KqlParser.ExpandColumnContext column : columns) {
      SqlValue value = expressions.visit(column.expression());
      if (value.type() != KqlType.DYNAMIC) {
        throw Rejections.types(operator, value);
      }
      lists.add(layer.add(KqlType.DYNAMIC, elements + "(" + value + ")").sql());
    }
    String longest = lists.size() == 1 ? length(lists.get(0)) : longest(lists);
    if (limit != null) {
      longest = "least(" + longest + ", " + expressions.visit(limit) + ")";
    }
    SqlValue index = layer.add(KqlType.LONG, "unnest(range(" + longest + "))");

    SelectList items = SelectList.all(translation, input);
    for (int i = 0; i < columns.size(); i++) {
      KqlParser.ExpandColumnContext column = columns.get(i);
      SqlValue element = SqlValue.of(KqlType.DYNAMIC, "kql_some(%s[%s + 1])", lists.get(i), index);
      if (column.type() != null) {
        element = typed(TypeNames.of(column.type()), element);
      }
      items.replace(name(column, i), element);
    }
    for (KqlParser.ExpandParameterContext parameter : parameters) {
      if (parameter.WITH_ITEMINDEX() != null) {
        items.replace(KqlNames.text(parameter.name()), index);
      }
    }
    return items.over(layer.relation());
  }

  static String name(KqlParser.ExpandColumnContext column, int place) {
    return column.name() == null
        ? ColumnNames.of(column.expression()).orElse("Column" + (place + 1))
        : KqlNames.text(column.name());
  }

  /** An element that is not of the type asked for is lost: nothing is parsed. */
  private static SqlValue typed(KqlType type, SqlValue element) {
    return type == KqlType.DYNAMIC ? element : Conversions.to(type, element);
  }

  private String parameter(List<KqlParser.ExpandParameterContext> parameters, String wanted) {
    for (KqlParser.ExpandParameterContext parameter : parameters) {
      if (parameter.KIND() != null || parameter.BAGEXPANSION() != null) {
        String kind = parameter.name().getText();
        if (!kind.equals("bag") && !kind.equals("array")) {
          throw Rejections.semantic(
              "'" + operator + "' operator: '" + kind + "' is no kind of it.");
        }
        return kind.equals(wanted) ? kind : "bag";
      }
    }
    return "bag";
  }

  private static String length(String list) {
    return "len(" + list + ")";
  }

  private static String longest(List<String> lists) {
    return "greatest(" + String.join(", ", lists.stream().map(Expansion::length).toList()) + ")";
  }
}
