package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;

/** The plugin {@code pivot}: each value of a column becomes a column. */
final class Pivot {

  private Pivot() {}

  static Relation of(
      Translation translation, Relation start, List<KqlParser.ArgumentContext> arguments) {
    if (arguments.isEmpty()) {
      throw Rejections.arguments("pivot", 0);
    }
    Relation input = translation.shared(start);
    Relation.Column pivot = Plugins.column(input, arguments.get(0));
    SqlValue aggregate =
        arguments.size() < 2
            ? SqlValue.of(KqlType.LONG, "count(*)")
            : new ExpressionTranslator(
                    translation, Scope.aggregating("evaluate", new Layer(translation, input)))
                .visit(arguments.get(1).pipeline());
    List<Relation.Column> rest = rest(input, pivot, arguments);
    rest.forEach(column -> SummarizeTranslator.requireGroupable(column.value()));

    List<String> values = values(translation, input, pivot);
    String keys = String.join("", rest.stream().map(column -> column.id() + ", ").toList());
    String cells =
        "SELECT "
            + keys
            + text(pivot)
            + " AS pk, "
            + aggregate
            + " AS pv FROM ("
            + input.sql()
            + ") GROUP BY "
            + keys
            + "pk";
    SelectList items = new SelectList(translation);
    rest.forEach(column -> items.add(column.name(), column.value()));
    boolean counts = aggregate.sql().startsWith("count(");
    for (String value : values) {
      String cell = "any_value(pv) FILTER (WHERE pk = " + SqlText.literal(value) + ")";
      String filled =
          counts
              ? "coalesce(" + cell + ", 0)"
              : aggregate.type() == KqlType.STRING ? "coalesce(" + cell + ", '')" : cell;
      items.add(value, SqlValue.of(aggregate.type(), filled));
    }
    Relation wide = items.from("(" + cells + ")");
    String by = String.join(", ", rest.stream().map(Relation.Column::id).toList());
    return rest.isEmpty() ? wide : wide.with(wide.sql() + " GROUP BY " + by + " ORDER BY " + by);
  }

  private static String text(Relation.Column column) {
    return Conversions.text(column.value()).sql();
  }

  private static List<String> values(
      Translation translation, Relation input, Relation.Column pivot) {
    Relation look =
        translation.finished(
            input.with(
                "SELECT DISTINCT "
                    + text(pivot)
                    + " AS pk FROM ("
                    + input.sql()
                    + ") ORDER BY pk LIMIT 501"));
    List<String> values =
        translation.store().look(look.sql()).stream().map(row -> row.get(0)).toList();
    Plugins.requireFew("pivot", values.size());
    return values;
  }

  /** Returns the columns that stay: those named, or all that the others do not use. */
  private static List<Relation.Column> rest(
      Relation input, Relation.Column pivot, List<KqlParser.ArgumentContext> arguments) {
    if (arguments.size() > 2) {
      return arguments.subList(2, arguments.size()).stream()
          .map(argument -> Plugins.column(input, argument))
          .toList();
    }
    Set<String> used = new HashSet<>();
    used.add(pivot.name());
    if (arguments.size() == 2) {
      collect(arguments.get(1), used);
    }
    List<Relation.Column> rest = new ArrayList<>(input.columns());
    rest.removeIf(column -> used.contains(column.name()));
    return rest;
  }

  private static void collect(ParseTree tree, Set<String> names) {
    if (tree instanceof KqlParser.NameContext name) {
      names.add(KqlNames.text(name));
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      collect(tree.getChild(i), names);
    }
  }
}
