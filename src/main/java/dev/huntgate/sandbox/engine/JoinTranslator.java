package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.tree.ParseTree;

/** Turns {@code join} and {@code lookup} into SQL. */
final class JoinTranslator {

  /** The kinds of join by their names. */
  static final List<String> KINDS =
      List.of(
          "anti",
          "fullouter",
          "inner",
          "innerunique",
          "leftanti",
          "leftantisemi",
          "leftouter",
          "leftsemi",
          "rightanti",
          "rightantisemi",
          "rightouter",
          "rightsemi");

  private final Translation translation;
  private final String operator;
  private final Relation left;
  private Relation right = Relation.NONE;
  private final List<SqlValue> leftKeys = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final Set<String> rightKeyNames = new HashSet<>();

  JoinTranslator(Translation translation, String operator, Relation left) {
    this.translation = translation;
    this.operator = operator;
    this.left = left;
  }

  Relation join(
      List<KqlParser.ParameterContext> parameters,
      KqlParser.PathContext other,
      List<KqlParser.JoinConditionContext> on) {
    String kind = Parameters.value(parameters, "kind", "innerunique");
    prepare(other, on);
    return switch (kind) {
      case "innerunique" -> {
        String keys = leftKeys.stream().map(SqlValue::sql).collect(Collectors.joining(", "));
        Relation unique = left.with(left.select("DISTINCT ON (" + keys + ") " + left.ids()));
        yield sides(unique, "JOIN", false, false, true);
      }
      case "inner" -> sides(left, "JOIN", false, false, true);
      case "leftouter" -> sides(left, "LEFT JOIN", false, true, true);
      case "rightouter" -> sides(left, "RIGHT JOIN", true, false, true);
      case "fullouter" -> sides(left, "FULL JOIN", true, true, true);
      case "leftsemi" -> side(left, "SEMI JOIN", right);
      case "leftanti", "anti", "leftantisemi" -> side(left, "ANTI JOIN", right);
      case "rightsemi" -> side(right, "SEMI JOIN", left);
      case "rightanti", "rightantisemi" -> side(right, "ANTI JOIN", left);
      default -> throw Rejections.semantic("'join' operator: '" + kind + "' is no kind of join.");
    };
  }

  Relation lookup(
      List<KqlParser.ParameterContext> parameters,
      KqlParser.PathContext other,
      List<KqlParser.JoinConditionContext> on) {
    String kind = Parameters.value(parameters, "kind", "leftouter");
    prepare(other, on);
    return switch (kind) {
      case "leftouter" -> sides(left, "LEFT JOIN", false, true, false);
      case "inner" -> sides(left, "JOIN", false, false, false);
      default ->
          throw Rejections.semantic("'lookup' operator: '" + kind + "' is no kind of lookup.");
    };
  }

  private void prepare(KqlParser.PathContext other, List<KqlParser.JoinConditionContext> on) {
    right = Sources.table(translation, operator, other).inAnyOrder();
    on.forEach(condition -> condition(condition.expression()));
  }

  private void condition(ParseTree tree) {
    if (tree instanceof KqlParser.ConjunctionContext and && and.comparison().size() > 1) {
      and.comparison().forEach(this::condition);
      return;
    }
    if (tree instanceof KqlParser.ComparisonContext comparison
        && comparison.test() instanceof KqlParser.EqualityTestContext equality
        && equality.operation.getText().equals("==")) {
      pair(Side.of(comparison.relation()), Side.of(equality.relation()));
      return;
    }
    if (tree instanceof KqlParser.NestedPrimaryContext nested) {
      condition(nested.pipeline());
    } else if (KqlNames.only(tree).isPresent()) {
      String name = KqlNames.only(tree).get();
      pair(new Side("$left", name), new Side("$right", name));
    } else if (tree.getChildCount() == 1) {
      condition(tree.getChild(0));
    } else {
      throw Rejections.semantic(
          "'"
              + operator
              + "' operator: only column entities or equality expressions are allowed"
              + " in this context.");
    }
  }

  private void pair(Side one, Side two) {
    if (!one.side().equals("$left") || !two.side().equals("$right")) {
      throw Rejections.semantic(
          "'" + operator + "' operator: a condition must be $left.<column> == $right.<column>.");
    }
    String leftName = one.name();
    String rightName = two.name();
    SqlValue leftKey = key(left, leftName);
    SqlValue rightKey = key(right, rightName);
    leftKeys.add(leftKey);
    rightKeyNames.add(rightName);
    boolean ids = leftKey.type() == KqlType.GUID || rightKey.type() == KqlType.GUID;
    boolean alike =
        leftKey.type() == rightKey.type()
            || (leftKey.isNumber() && rightKey.isNumber())
            || (leftKey.isText() && rightKey.isText());
    if (!alike) {
      throw Rejections.semantic(
          String.format(
              "'%s' operator: the keys '%s' and '%s' are of different types, %s and %s.",
              operator,
              leftName,
              rightName,
              TypeNames.kql(leftKey.type()),
              TypeNames.kql(rightKey.type())));
    }
    conditions.add(
        ids ? "lower(" + leftKey + ") = lower(" + rightKey + ")" : leftKey + " = " + rightKey);
  }

  private SqlValue key(Relation relation, String name) {
    SqlValue key =
        relation
            .find(name)
            .map(Relation.Column::value)
            .orElseThrow(() -> Rejections.unresolved(operator, name));
    if (key.type() == KqlType.DYNAMIC) {
      throw Rejections.semantic(
          String.format(
              "%s key '%s' is of a 'dynamic' type. Please use an explicit cast"
                  + " (for example tostring()).",
              operator, name));
    }
    return key;
  }

  private Relation side(Relation kept, String join, Relation other) {
    Relation base = kept.with(kept.sql());
    return base.with(
        "SELECT "
            + base.ids()
            + " FROM ("
            + base.sql()
            + ") "
            + join
            + " ("
            + other.sql()
            + ") ON "
            + on());
  }

  private Relation sides(
      Relation leftSide, String join, boolean fillLeft, boolean fillRight, boolean withKeys) {
    SelectList items = new SelectList(translation);
    leftSide.columns().forEach(column -> items.add(column.name(), filled(column, fillLeft)));
    leftSide.otherNames().forEach(items::addOtherName);
    Map<String, String> renamed = new HashMap<>();
    right.columns().stream()
        .filter(column -> withKeys || !rightKeyNames.contains(column.name()))
        .forEach(
            column ->
                renamed.put(column.name(), items.add(column.name(), filled(column, fillRight))));
    right
        .otherNames()
        .forEach(
            (name, column) -> {
              if (renamed.containsKey(column)) {
                items.addOtherName(name, renamed.get(column));
              }
            });
    return items.from("(" + leftSide.sql() + ") " + join + " (" + right.sql() + ") ON " + on());
  }

  private String on() {
    return String.join(" AND ", conditions);
  }

  /** A row without a partner has empty text, not none. */
  private static SqlValue filled(Relation.Column column, boolean fill) {
    return fill && column.type() == KqlType.STRING
        ? SqlValue.of(KqlType.STRING, "coalesce(%s, '')", column.id())
        : column.value();
  }

  /** A column of one of the two tables, as a condition names it. */
  private record Side(String side, String name) {

    static Side of(ParseTree tree) {
      ParseTree inner = tree;
      while (inner.getChildCount() == 1) {
        inner = inner.getChild(0);
      }
      if (inner instanceof KqlParser.PathContext path
          && path.primary() instanceof KqlParser.SidePrimaryContext side
          && path.step().size() == 1) {
        KqlParser.StepContext step = path.step(0);
        if (step instanceof KqlParser.MemberStepContext member) {
          return new Side(side.getText(), KqlNames.text(member.name()));
        }
        if (step instanceof KqlParser.IndexStepContext index
            && index.getText().matches("\\[(\"[^\"]*\"|'[^']*')\\]")) {
          String quoted = index.getText();
          return new Side(side.getText(), quoted.substring(2, quoted.length() - 2));
        }
      }
      throw Rejections.semantic(
          "'join' operator: '" + tree.getText() + "' is not $left or $right with a column.");
    }
  }
}
