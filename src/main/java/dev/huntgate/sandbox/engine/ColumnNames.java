package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlLiteral;
import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;

/** The names that KQL gives to columns which the query leaves unnamed. */
final class ColumnNames {

  /** Functions whose column is named as their first argument. */
  private static final Set<String> FIRST_ARGUMENT =
      Set.of(
          "abs",
          "acos",
          "asin",
          "atan",
          "atan2",
          "bin",
          "bin_at",
          "binary_and",
          "binary_not",
          "binary_or",
          "binary_shift_left",
          "binary_shift_right",
          "binary_xor",
          "bitset_count_ones",
          "ceiling",
          "cos",
          "exp",
          "exp10",
          "exp2",
          "floor",
          "format_datetime",
          "format_timespan",
          "log",
          "log10",
          "log2",
          "parse_csv",
          "parse_json",
          "parsejson",
          "pow",
          "rand",
          "round",
          "sin",
          "split",
          "sqrt",
          "startofday",
          "tan",
          "tobool",
          "toboolean",
          "todatetime",
          "todecimal",
          "todouble",
          "todynamic",
          "toguid",
          "tohex",
          "toint",
          "tolong",
          "toobject",
          "toreal",
          "tostring",
          "totime",
          "totimespan");

  /** What stands before the first argument's name in the names of other functions' columns. */
  private static final Map<String, String> PREFIXES =
      Map.of(
          "strlen", "strlen", "string_size", "string_size", "gettype", "type", "repeat", "repeat");

  private ColumnNames() {}

  /** Returns the name that an expression brings along, if it has one. */
  static Optional<String> of(ParseTree expression) {
    ParseTree inner = expression;
    while (inner.getChildCount() == 1
        && !(inner instanceof KqlParser.NameContext)
        && !(inner instanceof KqlParser.LiteralContext)) {
      inner = inner.getChild(0);
    }
    if (inner instanceof KqlParser.NameContext name) {
      return Optional.of(KqlNames.text(name));
    }
    if (inner instanceof KqlParser.NestedPrimaryContext nested) {
      return of(nested.pipeline());
    }
    if (inner instanceof KqlParser.PathContext path) {
      return path(path);
    }
    return inner instanceof KqlParser.CallContext call ? call(call) : Optional.empty();
  }

  private static Optional<String> path(KqlParser.PathContext path) {
    Optional<String> name = of(path.primary());
    for (KqlParser.StepContext step : path.step()) {
      boolean names = name.isPresent() || step instanceof KqlParser.MemberStepContext;
      name = names ? Optional.of(name.map(start -> start + "_").orElse("") + word(step)) : name;
    }
    return name;
  }

  private static String word(KqlParser.StepContext step) {
    if (step instanceof KqlParser.MemberStepContext member) {
      return KqlNames.text(member.name());
    }
    if (!(step instanceof KqlParser.IndexStepContext indexed)) {
      return step.getText();
    }
    String index = indexed.expression().getText();
    boolean quoted = index.startsWith("'") || index.startsWith("\"");
    return quoted ? KqlLiteral.text(index) : index;
  }

  private static Optional<String> call(KqlParser.CallContext call) {
    String function = KqlNames.text(call.name());
    Optional<String> argument = call.argument().isEmpty() ? Optional.empty() : of(call.argument(0));
    if (function.startsWith("percentile")) {
      return percentile(call, argument.orElse(""));
    }
    Optional<String> prefix =
        Aggregates.find(function)
            .map(Aggregate::prefix)
            .or(() -> Optional.ofNullable(PREFIXES.get(function)));
    if (prefix.isPresent() && !prefix.get().isEmpty()) {
      return Optional.of(prefix.get() + "_" + argument.orElse(""));
    }
    boolean single = function.startsWith("make_") && call.argument().size() == 1;
    if (function.equals("ingestion_time")) {
      return Optional.of("$IngestionTime");
    }
    return prefix.isPresent() || single || FIRST_ARGUMENT.contains(function)
        ? argument
        : Optional.empty();
  }

  private static Optional<String> percentile(KqlParser.CallContext call, String of) {
    StringBuilder name = new StringBuilder(KqlNames.text(call.name()).replace("_array", ""));
    name.append('_').append(of);
    for (int i = 1; i < call.argument().size() && name.charAt(10) != 's'; i++) {
      name.append('_').append(call.argument(i).getText().replace('.', '_'));
    }
    return Optional.of(name.toString());
  }
}
