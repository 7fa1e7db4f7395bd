package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts the rows of several tables under each other, whatever columns they have. */
final class UnionTranslator {

  private UnionTranslator() {}

  /** One of the tables, with the name that tells where its rows come from. */
  record Leg(String source, Relation relation) {}

  /** A column of the whole: the name and type that the legs' columns have in common. */
  private record Shape(String name, KqlType type) {}

  static Relation of(
      Translation translation, @Nullable Relation first, KqlParser.UnionOperatorContext union) {
    boolean fuzzy = Parameters.value(union.parameter(), "isfuzzy", "false").equals("true");
    String kind = Parameters.value(union.parameter(), "kind", "outer");
    String source = Parameters.value(union.parameter(), "withsource", "");
    if (source.isEmpty()) {
      source = Parameters.value(union.parameter(), "with_source", "");
    }
    List<Leg> legs = new ArrayList<>();
    if (first != null) {
      legs.add(new Leg("union_arg0", first));
    }
    for (KqlParser.TableContext table : union.tables().table()) {
      add(legs, translation, "union", table, fuzzy);
    }
    if (legs.isEmpty()) {
      throw Rejections.semantic("'union' operator: none of its tables is known.");
    }
    return together(translation, legs, source, kind.equals("inner"));
  }

  /** Adds the tables that a name, a name with stars or a query stands for. */
  static void add(
      List<Leg> legs,
      Translation translation,
      String operator,
      KqlParser.TableContext table,
      boolean fuzzy) {
    if (table instanceof KqlParser.TablePatternContext pattern) {
      if (pattern.path() != null) {
        throw Rejections.semantic(
            "'" + pattern.getText() + "' of another database is not supported.");
      }
      Predicate<String> named = Projections.wildcard(pattern.tableWildcard().children);
      for (String name : translation.store().names()) {
        if (named.test(name)) {
          legs.add(new Leg(name, translation.table(name).orElseThrow()));
        }
      }
      return;
    }
    Optional<String> name = KqlNames.only(table);
    try {
      Relation relation = Sources.table(translation, operator, table);
      legs.add(new Leg(name.orElse("union_arg" + legs.size()), relation));
    } catch (UnresolvedNameException unknown) {
      if (!fuzzy) {
        throw unknown;
      }
    }
  }

  static Relation together(
      Translation translation, List<Leg> legs, String source, boolean onlyCommon) {
    Map<Shape, String> shapes = shapes(legs, onlyCommon);
    if (shapes.isEmpty()) {
      throw Rejections.semantic("'union' operator: the tables have no column in common.");
    }
    List<Relation.Column> columns = new ArrayList<>();
    if (!source.isEmpty()) {
      columns.add(translation.column(source, KqlType.STRING));
    }
    shapes.forEach((shape, name) -> columns.add(translation.column(name, shape.type())));
    List<String> selects = new ArrayList<>();
    for (Leg leg : legs) {
      List<String> items = new ArrayList<>();
      int at = 0;
      if (!source.isEmpty()) {
        items.add(SqlText.literal(leg.source()) + " AS " + columns.get(at++).id());
      }
      for (Shape shape : shapes.keySet()) {
        SqlValue value =
            leg.relation()
                .find(shape.name())
                .filter(column -> column.type() == shape.type())
                .map(Relation.Column::value)
                .orElse(SqlValue.nothing(shape.type()));
        items.add(value + " AS " + columns.get(at++).id());
      }
      selects.add(leg.relation().select(String.join(", ", items)));
    }
    return new Relation(String.join(" UNION ALL ", selects), columns)
        .alsoKnownBy(otherNames(legs, shapes.values()));
  }

  /** What is another name of the same column in each table is so in all of them together. */
  private static Map<String, String> otherNames(List<Leg> legs, Collection<String> columns) {
    Map<String, String> common = new HashMap<>(legs.get(0).relation().otherNames());
    legs.forEach(
        leg ->
            common
                .entrySet()
                .removeIf(
                    other ->
                        !other.getValue().equals(leg.relation().otherNames().get(other.getKey()))));
    common.values().retainAll(columns);
    return common;
  }

  private static Map<Shape, String> shapes(List<Leg> legs, boolean onlyCommon) {
    Map<String, Set<KqlType>> types = new LinkedHashMap<>();
    Map<Shape, Integer> counts = new LinkedHashMap<>();
    for (Leg leg : legs) {
      for (Relation.Column column : leg.relation().columns()) {
        types.computeIfAbsent(column.name(), name -> new LinkedHashSet<>()).add(column.type());
        counts.merge(new Shape(column.name(), column.type()), 1, Integer::sum);
      }
    }
    Map<Shape, String> shapes = new LinkedHashMap<>();
    types.forEach(
        (name, each) ->
            each.forEach(
                type -> {
                  Shape shape = new Shape(name, type);
                  if (!onlyCommon || counts.getOrDefault(shape, 0) == legs.size()) {
                    boolean alone = onlyCommon || each.size() == 1;
                    shapes.put(shape, alone ? name : name + "_" + TypeNames.kql(type));
                  }
                }));
    return shapes;
  }
}
