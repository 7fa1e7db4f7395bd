package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns {@code make-series} into SQL: a row for each group, with a value for each step. */
final class SeriesTranslator {

  private final Translation translation;
  private final Relation input;

  SeriesTranslator(Translation translation, Relation input) {
    this.translation = translation;
    this.input = translation.shared(input.inAnyOrder());
  }

  /** How the axis is counted: in microseconds for times, else in its own numbers. */
  private record Axis(SqlValue value, boolean time) {

    String number(SqlValue moment) {
      return time ? "epoch_us(" + moment + ")" : "CAST(" + moment + " AS DOUBLE)";
    }

    String size(SqlValue step) {
      return time ? "(" + step + " // 10)" : "CAST(" + step + " AS DOUBLE)";
    }

    String shown(String number) {
      return time
          ? "kql_time_text(kql_moment(" + number + "))"
          : value.isWhole() ? "CAST(" + number + " AS BIGINT)" : number;
    }
  }

  Relation series(KqlParser.MakeSeriesOperatorContext series) {
    Layer layer = new Layer(translation, input);
    ExpressionTranslator expressions =
        new ExpressionTranslator(translation, Scope.of("make-series", input));
    SqlValue along = expressions.visit(series.axis().sum());
    Axis axis = new Axis(along, along.type() == KqlType.DATETIME);
    KqlParser.SeriesRangeContext range = series.seriesRange();
    boolean inRange = range == null && series.expression().size() == 3;
    if (range == null && !inRange) {
      throw Rejections.semantic("'make-series' operator: a step is expected.");
    }
    SqlValue step = expressions.visit(inRange ? series.expression(2) : range.by);
    String size = axis.size(step);
    String low = bound(expressions, axis, size, inRange ? series.expression(0) : range.from, true);
    String high = bound(expressions, axis, size, inRange ? series.expression(1) : range.to, false);
    SqlValue start = layer.add(KqlType.REAL, low);
    SqlValue end = layer.add(KqlType.REAL, high);
    String place =
        "CAST(floor((" + axis.number(along) + " - " + start + ") / " + size + ") AS BIGINT)";
    SqlValue bin = layer.add(KqlType.LONG, place);
    String rounds = inRange ? "floor" : "ceil";
    String more = inRange ? " + 1" : "";
    SqlValue count =
        layer.add(
            KqlType.LONG,
            String.format(
                "greatest(CAST(%s(CAST(%s - %s AS DOUBLE) / %s) AS BIGINT)%s, 0)",
                rounds, end, start, size, more));

    List<Relation.Column> keys = new ArrayList<>();
    List<String> binned = new ArrayList<>();
    if (series.columns() != null) {
      for (KqlParser.ColumnContext column : series.columns().column()) {
        SqlValue key = expressions.visit(column.expression());
        SummarizeTranslator.requireGroupable(key);
        String name =
            column.name() == null
                ? ColumnNames.of(column.expression()).orElse("Column" + (keys.size() + 1))
                : KqlNames.text(column.name());
        Relation.Column kept = translation.column(name, key.type());
        keys.add(kept);
        binned.add("(" + key + ") AS " + kept.id());
      }
    }
    Scope scope = Scope.aggregating("make-series", layer);
    List<SqlValue> values = new ArrayList<>();
    for (int i = 0; i < series.seriesColumn().size(); i++) {
      SqlValue value =
          new ExpressionTranslator(translation, scope)
              .visit(series.seriesColumn(i).column().expression());
      values.add(value);
      binned.add(value + " AS v" + i);
    }
    String groups = String.join("", keys.stream().map(key -> key.id() + ", ").toList());
    String cells =
        "SELECT "
            + String.join(", ", binned)
            + ", "
            + bin
            + " AS b, "
            + start
            + " AS lo, "
            + count
            + " AS n FROM ("
            + layer.relation().sql()
            + ") WHERE "
            + bin
            + " >= 0 AND "
            + bin
            + " < "
            + count
            + " GROUP BY "
            + groups
            + "b, lo, n";

    SelectList items = new SelectList(translation);
    keys.forEach(key -> items.add(key.name(), key.value()));
    for (int i = 0; i < values.size(); i++) {
      KqlParser.SeriesColumnContext column = series.seriesColumn(i);
      SqlValue otherwise =
          column.signed() == null
              ? SqlValue.of(KqlType.LONG, "0")
              : expressions.visit(column.signed());
      String name =
          column.column().name() == null
              ? ColumnNames.of(column.column().expression()).orElse("Column" + (i + 1))
              : KqlNames.text(column.column().name());
      items.add(
          name,
          SqlValue.of(
              KqlType.DYNAMIC,
              "to_json(kql_series(map(list(b), list(v%s)), n, %s))",
              i,
              otherwise));
    }
    String axisName =
        series.axis().name() == null
            ? ColumnNames.of(series.axis().sum()).orElse("Column")
            : KqlNames.text(series.axis().name());
    String number = axis.time() ? "lo + i * " + size : "lo + i * " + size;
    items.add(
        axisName,
        SqlValue.of(
            KqlType.DYNAMIC,
            "to_json(list_transform(range(n), lambda i: %s))",
            axis.shown(number)));
    Relation wide = items.from("(" + cells + ")");
    return wide.with(wide.sql() + " GROUP BY " + groups + "lo, n ORDER BY ALL");
  }

  private String bound(
      ExpressionTranslator expressions,
      Axis axis,
      String size,
      KqlParser.@Nullable ExpressionContext given,
      boolean low) {
    if (given != null) {
      return axis.number(expressions.visit(given));
    }
    String extreme = axis.number(axis.value());
    String found = "(" + input.select((low ? "min(" : "max(") + extreme + ")") + ")";
    String binned = "(floor(" + found + " / " + size + ") * " + size + ")";
    return low ? binned : binned + " + " + size;
  }
}
