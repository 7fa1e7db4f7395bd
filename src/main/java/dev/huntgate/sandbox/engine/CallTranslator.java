package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.DYNAMIC;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns calls of functions into SQL, whoever defines them. */
final class CallTranslator {

  private final Translation translation;
  private final Scope scope;
  private final ExpressionTranslator expressions;

  CallTranslator(Translation translation, Scope scope, ExpressionTranslator expressions) {
    this.translation = translation;
    this.scope = scope;
    this.expressions = expressions;
  }

  SqlValue value(KqlParser.CallContext call) {
    String name = KqlNames.text(call.name());
    List<KqlParser.ArgumentContext> arguments = call.argument();
    Optional<UserFunction> own = translation.function(name);
    if (own.isPresent()) {
      return own.get().value(translation, arguments, expressions::visit);
    }
    if (name.equals("toscalar") && arguments.size() == 1) {
      return scalar(arguments.get(0).pipeline());
    }
    if (WindowFunctions.has(name)) {
      return WindowFunctions.apply(name, values(arguments), scope);
    }
    if (scope.aggregates() && Aggregates.find(name).isPresent()) {
      ExpressionTranslator inside = new ExpressionTranslator(translation, scope.inside());
      Layer layer = scope.layer();
      boolean ordered = layer != null && layer.relation().ordered() && name.startsWith("make");
      return Aggregates.find(name)
          .get()
          .apply(
              arguments.stream().map(inside::visit).toList(),
              ordered && layer != null ? " ORDER BY " + layer.position() : "");
    }
    return switch (name) {
      case "column_ifexists", "columnifexists" -> columnIfExists(arguments);
      case "ingestion_time" -> ingestionTime();
      case "pack_all" -> packAll(arguments);
      case "bag_pack_columns" -> packColumns(arguments);
      case "typeof" -> SqlValue.string(arguments.isEmpty() ? "" : arguments.get(0).getText());
      default -> scalarCall(name, arguments);
    };
  }

  /** The functions that this class knows itself, because they see more than their arguments. */
  static List<Support> all() {
    return List.of(
        Support.of("column_ifexists"),
        Support.of("columnifexists"),
        Support.of("ingestion_time", "the Timestamp of the event"),
        Support.of("pack_all"),
        Support.of("bag_pack_columns"));
  }

  private SqlValue scalarCall(String name, List<KqlParser.ArgumentContext> arguments) {
    Optional<ScalarFunction> function = ScalarFunctions.find(name);
    if (function.isPresent()) {
      return function.get().apply(values(arguments), translation.now());
    }
    if (RefusedFunctions.has(name)) {
      throw Rejections.unsupported("function", name);
    }
    throw Rejections.unknownFunction(name);
  }

  private List<SqlValue> values(List<KqlParser.ArgumentContext> arguments) {
    for (KqlParser.ArgumentContext argument : arguments) {
      if (argument.name() != null) {
        throw Rejections.semantic(
            "The argument '" + KqlNames.text(argument.name()) + "' is not known by name.");
      }
    }
    return arguments.stream().map(expressions::visit).toList();
  }

  private SqlValue scalar(KqlParser.PipelineContext query) {
    return Sources.isTable(translation, query)
        ? Subqueries.scalar(translation, query)
        : expressions.visit(query);
  }

  private SqlValue ingestionTime() {
    Relation relation = scope.aggregates() ? scope.grouped() : scope.relation();
    return relation
        .find("Timestamp")
        .filter(column -> column.type() == KqlType.DATETIME)
        .map(Relation.Column::value)
        .orElse(SqlValue.nothing(KqlType.DATETIME));
  }

  private SqlValue columnIfExists(List<KqlParser.ArgumentContext> arguments) {
    if (arguments.size() != 2) {
      throw Rejections.arguments("column_ifexists", arguments.size());
    }
    Relation relation = scope.aggregates() ? scope.grouped() : scope.relation();
    String name =
        KqlNames.only(arguments.get(0).pipeline())
            .orElseGet(() -> expressions.visit(arguments.get(0)).literal().orElse(""));
    return relation
        .find(name)
        .map(Relation.Column::value)
        .orElseGet(() -> expressions.visit(arguments.get(1)));
  }

  private SqlValue packColumns(List<KqlParser.ArgumentContext> arguments) {
    if (arguments.isEmpty()) {
      throw Rejections.arguments("bag_pack_columns", 0);
    }
    List<String> members = new ArrayList<>();
    for (KqlParser.ArgumentContext argument : arguments) {
      String name =
          KqlNames.only(argument.pipeline())
              .orElseThrow(() -> Rejections.semantic("bag_pack_columns(): columns are expected."));
      members.add(SqlText.literal(name));
      members.add(Conversions.dynamic(expressions.visit(argument)).sql());
    }
    return SqlValue.of(DYNAMIC, "json_object(" + String.join(", ", members) + ")");
  }

  private SqlValue packAll(List<KqlParser.ArgumentContext> arguments) {
    boolean dropsEmpty = arguments.size() == 1 && arguments.get(0).getText().equals("true");
    List<String> members = new ArrayList<>();
    for (Relation.Column column : scope.relation().columns()) {
      members.add(SqlText.literal(column.name()));
      members.add(Conversions.dynamic(column.value()).sql());
    }
    String bag = "json_object(" + String.join(", ", members) + ")";
    return SqlValue.of(DYNAMIC, dropsEmpty ? "kql_without_empty(" + bag + ")" : bag);
  }
}
