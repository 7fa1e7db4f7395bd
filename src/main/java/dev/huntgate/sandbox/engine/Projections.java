package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.tree.ParseTree;

/** The operators that only choose, make and name columns. */
final class Projections {

  private Projections() {}

  static Relation of(
      Translation translation,
      ExpressionTranslator expressions,
      Layer layer,
      KqlParser.ColumnsContext columns) {
    SelectList items = new SelectList(translation);
    for (KqlParser.ColumnContext column : columns.column()) {
      add(items, column, expressions.visit(column.expression()));
    }
    return items.over(layer.relation());
  }

  static void add(SelectList items, KqlParser.ColumnContext column, SqlValue value) {
    if (column.name() == null) {
      addUnnamed(items, column, value);
    } else {
      items.add(KqlNames.text(column.name()), value);
    }
  }

  static void addUnnamed(SelectList items, KqlParser.ColumnContext column, SqlValue value) {
    requireOneName(column);
    ColumnNames.of(column.expression())
        .ifPresentOrElse(name -> items.add(name, value), () -> items.addUnnamed(value));
  }

  static void requireOneName(KqlParser.ColumnContext column) {
    if (column.nameList() != null) {
      throw Rejections.semantic("The sandbox does not know several names for one value.");
    }
  }

  static Relation kept(
      Translation translation,
      String operator,
      Relation relation,
      KqlParser.ColumnPatternsContext patterns,
      boolean matching) {
    Predicate<String> named =
        patterns.columnPattern().stream()
            .map(pattern -> matcher(operator, relation, pattern))
            .reduce(name -> false, Predicate::or);
    SelectList items = new SelectList(translation);
    relation.columns().stream()
        .filter(column -> named.test(column.name()) == matching)
        .forEach(column -> items.add(column.name(), column.value()));
    if (matching) {
      relation.otherNames().keySet().stream()
          .filter(name -> relation.isOtherName(name) && named.test(name))
          .forEach(name -> items.add(name, relation.find(name).orElseThrow().value()));
    }
    return items.over(relation);
  }

  /** Returns which names a pattern means; one without a star must be that of a column. */
  static Predicate<String> matcher(
      String operator, Relation relation, KqlParser.ColumnPatternContext pattern) {
    if (pattern.STAR().isEmpty()) {
      String name = pattern.name().stream().map(KqlNames::text).collect(Collectors.joining());
      if (relation.find(name).isEmpty()) {
        throw Rejections.unresolved(operator, name);
      }
      return name::equals;
    }
    return wildcard(pattern.children);
  }

  /** Returns which names are meant by one in which a star stands for any letters. */
  static Predicate<String> wildcard(List<ParseTree> parts) {
    String regex =
        parts.stream()
            .map(
                part ->
                    part instanceof KqlParser.NameContext name
                        ? Pattern.quote(KqlNames.text(name))
                        : ".*")
            .collect(Collectors.joining());
    return Pattern.compile(regex).asMatchPredicate();
  }

  static Relation renamed(
      Translation translation, Relation relation, List<KqlParser.RenamingContext> renamings) {
    Map<String, String> names = new HashMap<>();
    for (KqlParser.RenamingContext renaming : renamings) {
      String old = KqlNames.text(renaming.oldName);
      if (relation.find(old).isEmpty()) {
        throw Rejections.unresolved("project-rename", old);
      }
      names.put(old, KqlNames.text(renaming.newName));
    }
    SelectList items = new SelectList(translation);
    for (Relation.Column column : relation.columns()) {
      items.add(names.getOrDefault(column.name(), column.name()), column.value());
    }
    names.keySet().stream()
        .filter(relation::isOtherName)
        .forEach(old -> add(items, names, old, relation));
    return items.over(relation);
  }

  private static void add(
      SelectList items, Map<String, String> names, String old, Relation relation) {
    relation.find(old).ifPresent(column -> items.add(names.getOrDefault(old, old), column.value()));
  }
}
