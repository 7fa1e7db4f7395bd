package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The aggregates that give several columns at once: {@code arg_max}, {@code take_any} and {@code
 * percentiles}.
 */
final class RowAggregates {

  private static final Set<String> ANY = Set.of("any", "take_any");

  private final Translation translation;
  private final Layer layer;
  private final Relation input;
  private final List<String> keyNames;
  private final ExpressionTranslator expressions;

  RowAggregates(Translation translation, Layer layer, List<String> keyNames) {
    this.translation = translation;
    this.layer = layer;
    this.input = layer.relation();
    this.keyNames = keyNames;
    this.expressions = new ExpressionTranslator(translation, Scope.of("summarize", input));
  }

  static Collection<Support> all() {
    return List.of(
        Support.of("arg_max"), Support.of("arg_min"), Support.of("percentiles", "exact"));
  }

  /** Tells whether a call gives columns, and not one value. */
  static boolean givesColumns(KqlParser.CallContext call) {
    String name = KqlNames.text(call.name());
    boolean several =
        call.argument().size() > 1
            || (call.argument().size() == 1 && call.argument(0).getText().equals("*"));
    return all().stream().anyMatch(each -> each.name().equals(name))
        || (ANY.contains(name) && several);
  }

  /** Tells whether a call takes its columns from the row with the largest or smallest value. */
  static boolean picksExtreme(KqlParser.CallContext call) {
    String name = KqlNames.text(call.name());
    return name.equals("arg_max") || name.equals("arg_min");
  }

  /** Returns the table with those rows that such a call may pick, and perhaps others. */
  Relation extremes(KqlParser.CallContext call, List<String> groups) {
    SqlValue by = expressions.visit(call.argument(0));
    int columns = wantedByExtreme(call, by).size();
    return ExtremeRows.of(translation, layer.relation(), groups, by, end(call), columns);
  }

  void add(SelectList items, KqlParser.CallContext call, List<String> names) {
    String function = KqlNames.text(call.name());
    switch (function) {
      case "percentiles" -> percentiles(items, call, names);
      case "any", "take_any" -> any(items, call, names, function.equals("any") ? "any_" : "");
      default -> extreme(items, call, names);
    }
  }

  private static String end(KqlParser.CallContext extreme) {
    return KqlNames.text(extreme.name()).endsWith("max") ? "max" : "min";
  }

  private void extreme(SelectList items, KqlParser.CallContext call, List<String> names) {
    String end = end(call);
    if (call.argument().isEmpty()) {
      throw Rejections.arguments("arg_" + end, 0);
    }
    SqlValue by = expressions.visit(call.argument(0));
    SummarizeTranslator.requireGroupable(by);
    addPicked(items, wantedByExtreme(call, by), names, "", "arg_" + end + "(%s, " + by + ")");
  }

  private Map<String, SqlValue> wantedByExtreme(KqlParser.CallContext call, SqlValue by) {
    Map<String, SqlValue> wanted = new LinkedHashMap<>();
    wanted.put(ColumnNames.of(call.argument(0)).orElse(end(call) + "_"), by);
    call.argument().subList(1, call.argument().size()).forEach(each -> want(each, wanted));
    return wanted;
  }

  private void any(
      SelectList items, KqlParser.CallContext call, List<String> names, String prefix) {
    Map<String, SqlValue> wanted = new LinkedHashMap<>();
    call.argument().forEach(each -> want(each, wanted));
    addPicked(items, wanted, names, prefix, "any_value(%s)");
  }

  /** One aggregate over the whole row, so that two rows that tie are never mixed. */
  private static void addPicked(
      SelectList items,
      Map<String, SqlValue> wanted,
      List<String> names,
      String prefix,
      String aggregate) {
    if (wanted.isEmpty()) {
      throw Rejections.semantic("'summarize' operator: no columns are left to take.");
    }
    StringBuilder row = new StringBuilder();
    int field = 0;
    for (SqlValue value : wanted.values()) {
      row.append(field == 0 ? "" : ", ").append("v").append(field++).append(" := ").append(value);
    }
    String picked = aggregate.replace("%s", "struct_pack(" + row + ")");
    field = 0;
    for (Map.Entry<String, SqlValue> each : wanted.entrySet()) {
      String name = field < names.size() ? names.get(field) : prefix + each.getKey();
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

  private void percentiles(SelectList items, KqlParser.CallContext call, List<String> names) {
    if (call.argument().size() < 2) {
      throw Rejections.arguments("percentiles", call.argument().size());
    }
    Scope scope = Scope.aggregating("summarize", layer);
    String of = ColumnNames.of(call.argument(0)).orElse("");
    for (int i = 1; i < call.argument().size(); i++) {
      SqlValue share =
          new ExpressionTranslator(translation, Scope.CONSTANT).visit(call.argument(i));
      SqlValue value =
          Aggregates.find("percentile")
              .orElseThrow()
              .apply(
                  List.of(
                      new ExpressionTranslator(translation, scope.inside()).visit(call.argument(0)),
                      share),
                  "");
      String name = "percentile_" + of + "_" + call.argument(i).getText().replace('.', '_');
      items.add(i - 1 < names.size() ? names.get(i - 1) : name, value);
    }
  }

  private static SqlValue value(KqlType type, String picked, int field) {
    String sql = "struct_extract(" + picked + ", 'v" + field + "')";
    return SqlValue.of(type, type == KqlType.STRING ? "coalesce(" + sql + ", '')" : sql);
  }
}
