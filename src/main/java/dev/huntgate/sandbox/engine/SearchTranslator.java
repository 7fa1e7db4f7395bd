package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for rows in several tables at once: {@code search} and {@code find}. */
final class SearchTranslator {

  private SearchTranslator() {}

  static Relation search(
      Translation translation,
      UnionTranslator.@Nullable Leg first,
      KqlParser.SearchOperatorContext search) {
    String kind = Parameters.value(search.parameter(), "kind", "case_insensitive");
    String operator = kind.equals("case_sensitive") ? "search_cs" : "search";
    if (first != null) {
      Relation found = matching(translation, operator, first.relation(), search.expression());
      return UnionTranslator.together(
          translation, List.of(new UnionTranslator.Leg(first.source(), found)), "$table", false);
    }
    List<UnionTranslator.Leg> legs = new ArrayList<>();
    for (UnionTranslator.Leg leg : legs(translation, "search", search.tables())) {
      found(translation, operator, leg.relation(), search.expression())
          .ifPresent(found -> legs.add(new UnionTranslator.Leg(leg.source(), found)));
    }
    requireSome("search", legs);
    return UnionTranslator.together(translation, legs, "$table", false);
  }

  static Relation find(Translation translation, KqlParser.FindOperatorContext find) {
    String source = Parameters.value(find.parameter(), "withsource", "source_");
    if (find.PROJECT() == null || find.PROJECT_AWAY() != null) {
      throw Rejections.semantic("The sandbox supports 'find' only with 'project'.");
    }
    List<UnionTranslator.Leg> legs = new ArrayList<>();
    for (UnionTranslator.Leg leg : legs(translation, "find", find.tables())) {
      Optional<Relation> matching =
          find.expression() == null
              ? Optional.of(leg.relation())
              : found(translation, "search", leg.relation(), find.expression());
      if (matching.isEmpty()) {
        continue;
      }
      Relation found = matching.get();
      SelectList items = new SelectList(translation);
      for (KqlParser.ColumnContext column : find.columns().column()) {
        String name =
            KqlNames.only(column)
                .orElseThrow(
                    () -> Rejections.semantic("'find' operator: only columns can be projected."));
        found.find(name).ifPresent(each -> items.add(name, each.value()));
      }
      legs.add(new UnionTranslator.Leg(leg.source(), items.over(found)));
    }
    requireSome("find", legs);
    return UnionTranslator.together(translation, legs, source, false);
  }

  private static List<UnionTranslator.Leg> legs(
      Translation translation, String operator, KqlParser.@Nullable TablesContext tables) {
    List<UnionTranslator.Leg> legs = new ArrayList<>();
    if (tables == null) {
      for (String name : translation.store().names()) {
        legs.add(new UnionTranslator.Leg(name, translation.table(name).orElseThrow()));
      }
    } else {
      tables.table().forEach(t -> UnionTranslator.add(legs, translation, operator, t, false));
    }
    return legs;
  }

  private static void requireSome(String operator, List<UnionTranslator.Leg> legs) {
    if (legs.isEmpty()) {
      throw Rejections.semantic(
          "'" + operator + "' operator: no table has the columns that are looked at.");
    }
  }

  /** Returns nothing for a table without the columns that the predicate names. */
  private static Optional<Relation> found(
      Translation translation,
      String operator,
      Relation relation,
      KqlParser.ExpressionContext predicate) {
    try {
      return Optional.of(matching(translation, operator, relation, predicate));
    } catch (UnresolvedNameException missing) {
      return Optional.empty();
    }
  }

  private static Relation matching(
      Translation translation,
      String operator,
      Relation relation,
      KqlParser.ExpressionContext predicate) {
    SqlValue condition =
        new ExpressionTranslator(translation, Scope.of(operator, relation)).condition(predicate);
    return relation.narrowed("WHERE " + condition);
  }
}
