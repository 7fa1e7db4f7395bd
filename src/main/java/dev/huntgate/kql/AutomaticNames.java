package dev.huntgate.kql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;

/** The names that KQL gives to columns which a query leaves unnamed. */
final class AutomaticNames {

  private static final Set<String> BARE = Set.of("count", "countif");
  private static final Set<String> PREFIXED =
      Set.of(
          "dcount",
          "dcountif",
          "sum",
          "sumif",
          "avg",
          "avgif",
          "min",
          "max",
          "minif",
          "maxif",
          "stdev",
          "variance",
          "any");
  private static final Set<String> KEEPING =
      Set.of(
          "take_any",
          "bin",
          "tostring",
          "toint",
          "tolong",
          "todatetime",
          "todouble",
          "toreal",
          "tobool",
          "todynamic",
          "parse_json",
          "startofday",
          "tolower",
          "toupper");

  private AutomaticNames() {}

  /** Returns the name of an expression's column; empty where it is not known for sure. */
  static Optional<String> of(ParseTree expression) {
    ParseTree inner = Trees.inner(expression);
    if (inner instanceof KqlParser.NameContext name) {
      return Optional.of(KqlNames.text(name));
    }
    if (!(inner instanceof KqlParser.CallContext call) || call.name() == null) {
      return Optional.empty();
    }
    String function = KqlNames.text(call.name());
    List<KqlParser.ArgumentContext> arguments = call.argument();
    if (BARE.contains(function)) {
      return Optional.of(function + "_");
    }
    if (arguments.isEmpty() || arguments.get(0).pipeline() == null) {
      return Optional.empty();
    }
    Optional<String> first = Trees.name(arguments.get(0).pipeline());
    if (PREFIXED.contains(function)) {
      return first.map(name -> function + "_" + name);
    }
    return switch (function) {
      case "make_set", "makeset" -> first.map(name -> "set_" + name);
      case "make_list", "makelist" -> first.map(name -> "list_" + name);
      default -> KEEPING.contains(function) ? first : Optional.empty();
    };
  }
}
