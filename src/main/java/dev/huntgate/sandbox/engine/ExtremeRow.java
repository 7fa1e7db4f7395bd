package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The aggregates {@code arg_max} and {@code arg_min}: several columns of one and the same row. */
final class ExtremeRow {

  private final Relation input;
  private final List<String> keyNames;
  private final ExpressionTranslator expressions;

  ExtremeRow(Translation translation, Relation input, List<String> keyNames) {
    this.input = input;
    this.keyNames = keyNames;
    this.expressions = new ExpressionTranslator(translation, Scope.of("summarize", input));
  }

  void add(SelectList items, KqlParser.CallContext call, Optional<String> firstName) {
    String function = KqlNames.text(call.name());
    if (call.argument().size() < 2) {
      throw Rejections.arguments(function, call.argument().size());
    }
    SqlValue by = expressions.visit(call.argument(0));
    SummarizeTranslator.requireGroupable(by);
    Map<String, SqlValue> wanted = new LinkedHashMap<>();
    String byName =
        ColumnNames.of(call.argument(0)).orElse(function.equals("arg_max") ? "max_" : "min_");
    wanted.put(byName, by);
    call.argument().subList(1, call.argument().size()).forEach(each -> want(each, wanted));

    // One aggregate over the whole row, so that two rows that tie are never mixed.
    StringBuilder row = new StringBuilder();
    int field = 0;
    for (SqlValue value : wanted.values()) {
      row.append(field == 0 ? "" : ", ").append("v").append(field++).append(" := ").append(value);
    }
    String picked = function + "(struct_pack(" + row + "), " + by + ")";
    field = 0;
    for (Map.Entry<String, SqlValue> each : wanted.entrySet()) {
      String name = field == 0 ? firstName.orElse(byName) : each.getKey();
      items.add(name, value(each.getValue().type(), picked, field++));
    }
  }

  private void want(KqlParser.ArgumentContext argument, Map<String, SqlValue> wanted) {
    if (argument.getText().equals("*")) {
      input.columns().stream()
          .filter(column -> !keyNames.contains(column.name()))
          .forEach(column -> wanted.putIfAbsent(column.name(), column.value()));
    } else {
      String name = ColumnNames.of(argument).orElse("Column" + wanted.size());
      wanted.putIfAbsent(name, expressions.visit(argument));
    }
  }

  private static SqlValue value(KqlType type, String picked, int field) {
    String sql = "struct_extract(" + picked + ", 'v" + field + "')";
    return SqlValue.of(type, type == KqlType.STRING ? "coalesce(" + sql + ", '')" : sql);
  }
}
