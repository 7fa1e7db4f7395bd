package dev.huntgate.kql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/**
 * The columns that one item of a list makes.
 *
 * @param made the names that the query gives
 * @param kept the names of columns that only pass through
 * @param sure whether these are all
 */
record MadeColumns(List<String> made, List<String> kept, boolean sure) {

  static MadeColumns of(KqlParser.ColumnContext column, Columns before) {
    if (column.nameList() != null) {
      return new MadeColumns(
          column.nameList().name().stream().map(KqlNames::text).toList(), List.of(), true);
    }
    if (column.name() != null) {
      List<String> more = new ArrayList<>(List.of(KqlNames.text(column.name())));
      more.addAll(extremes(column.expression(), 1));
      return new MadeColumns(more, List.of(), !hasStar(column.expression()));
    }
    Optional<String> bare = Trees.name(column.expression());
    if (bare.isPresent()) {
      boolean made = before.isMade(bare.get());
      return new MadeColumns(made ? List.of(bare.get()) : List.of(), List.of(bare.get()), true);
    }
    List<String> extremes = extremes(column.expression(), 0);
    if (!extremes.isEmpty()) {
      return new MadeColumns(extremes, List.of(), !hasStar(column.expression()));
    }
    return AutomaticNames.of(column.expression())
        .map(name -> new MadeColumns(List.of(name), List.of(), true))
        .orElse(new MadeColumns(List.of(), List.of(), false));
  }

  /* arg_max(Timestamp, DeviceName) makes a column for each argument. */
  private static List<String> extremes(@Nullable ParseTree expression, int from) {
    Optional<KqlParser.CallContext> call =
        Optional.ofNullable(expression)
            .flatMap(Trees::call)
            .filter(c -> KqlNames.text(c.name()).matches("arg_(max|min)|take_any|any"));
    return call.filter(c -> c.argument().size() > 1)
        .map(
            c ->
                c.argument().stream()
                    .skip(from)
                    .map(KqlParser.ArgumentContext::pipeline)
                    .filter(Trees::isScalar)
                    .flatMap(p -> AutomaticNames.of(p).stream())
                    .toList())
        .orElse(List.of());
  }

  static boolean hasStar(@Nullable ParseTree expression) {
    return expression != null && expression.getText().contains("*");
  }
}
