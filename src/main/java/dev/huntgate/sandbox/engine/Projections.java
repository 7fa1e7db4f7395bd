package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The operators that only choose, make and name columns. */
final class Projections {

  private Projections() {}

  static Relation of(
      Translation translation,
      ExpressionTranslator expressions,
      Relation relation,
      KqlParser.ColumnsContext columns) {
    SelectList items = new SelectList(translation);
    for (KqlParser.ColumnContext column : columns.column()) {
      add(items, column, expressions.visit(column.expression()));
    }
    return items.over(relation);
  }

  static void add(SelectList items, KqlParser.ColumnContext column, SqlValue value) {
    if (column.name() == null) {
      addUnnamed(items, column, value);
    } else {
      items.add(KqlNames.text(column.name()), value);
    }
  }

  static void addUnnamed(SelectList items, KqlParser.ColumnContext column, SqlValue value) {
    if (column.nameList() != null) {
      throw Rejections.semantic("The sandbox does not know several names for one value.");
    }
    ColumnNames.of(column.expression())
        .ifPresentOrElse(name -> items.add(name, value), () -> items.addUnnamed(value));
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
    return items.over(relation);
  }

  private static Predicate<String> matcher(
      String operator, Relation relation, KqlParser.ColumnPatternContext pattern) {
    if (pattern.STAR().isEmpty()) {
      String name = pattern.name().stream().map(KqlNames::text).collect(Collectors.joining());
      if (relation.find(name).isEmpty()) {
        throw Rejections.unresolved(operator, name);
      }
      return name::equals;
    }
    String regex =
        pattern.children.stream()
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
    return items.over(relation);
  }
}
