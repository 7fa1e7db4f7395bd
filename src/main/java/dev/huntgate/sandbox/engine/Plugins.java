package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The plugins behind {@code evaluate}, whose columns the data decides. */
final class Plugins {

  private static final int MOST_COLUMNS = 500;

  private static final Map<String, Support> ALL = new LinkedHashMap<>();

  static {
    ALL.put("bag_unpack", Support.of("bag_unpack"));
    ALL.put("pivot", Support.of("pivot"));
    for (String name :
        List.of(
            "activity_counts_metrics",
            "activity_engagement",
            "activity_metrics",
            "autocluster",
            "basket",
            "cosmosdb_sql_request",
            "dcount_intersect",
            "diffpatterns",
            "http_request",
            "http_request_post",
            "infer_storage_schema",
            "ipv4_lookup",
            "ipv6_lookup",
            "mysql_request",
            "narrow",
            "new_activity_metrics",
            "preview",
            "python",
            "r",
            "rolling_percentile",
            "rows_near",
            "schema_merge",
            "sequence_detect",
            "session_count",
            "sliding_window_counts",
            "sql_request")) {
      ALL.put(name, Support.refused(name, ""));
    }
  }

  private Plugins() {}

  static Collection<Support> all() {
    return Collections.unmodifiableCollection(ALL.values());
  }

  static Relation evaluated(
      Translation translation, Relation input, KqlParser.EvaluateOperatorContext evaluate) {
    String name = KqlNames.text(evaluate.call().name());
    List<KqlParser.ArgumentContext> arguments = evaluate.call().argument();
    return switch (name) {
      case "bag_unpack" -> unpacked(translation, input, arguments, evaluate.schema());
      case "pivot" -> Pivot.of(translation, input, arguments);
      default -> throw Rejections.unsupported("plugin", name);
    };
  }

  private static Relation unpacked(
      Translation translation,
      Relation input,
      List<KqlParser.ArgumentContext> arguments,
      KqlParser.SchemaContext schema) {
    if (arguments.isEmpty() || arguments.size() > 4) {
      throw Rejections.arguments("bag_unpack", arguments.size());
    }
    ExpressionTranslator expressions =
        new ExpressionTranslator(translation, Scope.of("evaluate", input));
    Relation.Column bag = column(input, arguments.get(0));
    if (bag.type() != KqlType.DYNAMIC) {
      throw Rejections.types("bag_unpack", bag.value());
    }
    String prefix = "";
    Set<String> ignored = new HashSet<>();
    String conflict = "error";
    for (int i = 1; i < arguments.size(); i++) {
      KqlParser.ArgumentContext argument = arguments.get(i);
      SqlValue value = expressions.visit(argument.pipeline());
      String name = argument.name() == null ? "" : KqlNames.text(argument.name());
      if (name.equals("ignoredProperties") || value.type() == KqlType.DYNAMIC) {
        ignored.addAll(value.elements().orElse(List.of()));
      } else if (name.equals("columnsConflict") || i == 2) {
        conflict = value.literal().orElse("");
      } else {
        prefix = value.literal().orElse("");
      }
    }
    Map<String, KqlType> keys =
        schema == null ? keys(translation, input, bag) : declared(schema, prefix);
    keys.keySet().removeAll(ignored);

    SelectList items = new SelectList(translation);
    List<String> names = new ArrayList<>();
    input.columns().stream()
        .filter(column -> !column.equals(bag))
        .forEach(
            column -> {
              names.add(column.name());
              items.add(column.name(), column.value());
            });
    for (Map.Entry<String, KqlType> key : keys.entrySet()) {
      String name = prefix + key.getKey();
      SqlValue found = DynamicPath.member(bag.value(), key.getKey());
      SqlValue value =
          key.getValue() == KqlType.DYNAMIC ? found : Conversions.to(key.getValue(), found);
      if (!names.contains(name)) {
        items.add(name, value);
      } else if (conflict.equals("replace_source")) {
        items.replace(name, value);
      } else if (!conflict.equals("keep_source")) {
        throw Rejections.semantic(
            "evaluate bag_unpack(): the column '" + name + "' exists already.");
      }
    }
    return items.over(input);
  }

  private static Map<String, KqlType> declared(KqlParser.SchemaContext schema, String prefix) {
    Map<String, KqlType> keys = new LinkedHashMap<>();
    for (KqlParser.SchemaColumnContext column : schema.schemaColumn()) {
      if (column.STAR() == null) {
        String name = KqlNames.text(column.name());
        keys.put(
            name.startsWith(prefix) ? name.substring(prefix.length()) : name,
            TypeNames.of(column.type()));
      }
    }
    return keys;
  }

  private static Map<String, KqlType> keys(
      Translation translation, Relation input, Relation.Column bag) {
    Relation look =
        translation.finished(
            input.with(
                "SELECT e.k, string_agg(DISTINCT e.t, ',' ORDER BY e.t) FROM (SELECT"
                    + " unnest(kql_key_types("
                    + bag.id()
                    + ")) AS e FROM ("
                    + input.sql()
                    + ")) GROUP BY e.k ORDER BY e.k LIMIT "
                    + (MOST_COLUMNS + 1)));
    Map<String, KqlType> keys = new LinkedHashMap<>();
    for (List<String> row : translation.store().look(look.sql())) {
      keys.put(row.get(0), type(row.get(1)));
    }
    requireFew("bag_unpack", keys.size());
    return keys;
  }

  static void requireFew(String plugin, int columns) {
    if (columns > MOST_COLUMNS) {
      throw Rejections.semantic(
          "evaluate " + plugin + "(): more than " + MOST_COLUMNS + " columns would be made.");
    }
  }

  private static KqlType type(String jsonTypes) {
    return switch (jsonTypes.replace("UBIGINT", "BIGINT").replace("BIGINT,BIGINT", "BIGINT")) {
      case "VARCHAR" -> KqlType.STRING;
      case "BIGINT" -> KqlType.LONG;
      case "DOUBLE", "BIGINT,DOUBLE", "DOUBLE,BIGINT", "BIGINT,DOUBLE,BIGINT" -> KqlType.REAL;
      case "BOOLEAN" -> KqlType.BOOL;
      default -> KqlType.DYNAMIC;
    };
  }

  /** Returns the column that an argument is the name of. */
  static Relation.Column column(Relation input, KqlParser.ArgumentContext argument) {
    String name = KqlNames.only(argument.pipeline()).orElse(argument.getText());
    return input.find(name).orElseThrow(() -> Rejections.unresolved("evaluate", name));
  }
}
