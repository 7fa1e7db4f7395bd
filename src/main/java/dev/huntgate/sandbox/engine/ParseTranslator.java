package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlLiteral;
import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Turns {@code parse} and {@code parse-where} into SQL: a pattern is a regular expression. */
final class ParseTranslator {

  /** What was caught for a column. */
  private record Caught(String name, KqlType type) {}

  private final Translation translation;
  private final Relation input;
  private final List<Caught> columns = new ArrayList<>();

  ParseTranslator(Translation translation, Relation input) {
    this.translation = translation;
    this.input = input;
  }

  Relation parsed(KqlParser.ParseOperatorContext parse) {
    String operator = parse.getStart().getText();
    String kind = Parameters.value(parse.parameter(), "kind", "simple");
    String flags = Parameters.value(parse.parameter(), "flags", "");
    if (!List.of("simple", "relaxed", "regex").contains(kind) || !flags.matches("[imsU]*")) {
      throw Rejections.semantic(
          "'"
              + operator
              + "' operator: kind '"
              + kind
              + "' with flags '"
              + flags
              + "' is unknown.");
    }
    String pattern = pattern(parse.parsePart(), kind.equals("regex"), flags);
    SqlValue value =
        new ExpressionTranslator(translation, Scope.of(operator, input)).visit(parse.expression());
    Layer layer = new Layer(translation, input);
    SqlValue text = layer.add(KqlType.STRING, Conversions.text(value).sql());
    SqlValue matches =
        layer.add(KqlType.BOOL, "regexp_matches(" + text + ", " + SqlText.literal(pattern) + ")");
    List<SqlValue> values = values(layer, text, matches, pattern);
    String all = matches.sql();
    if (!kind.equals("relaxed")) {
      all = allRead(values, matches);
    }
    SelectList items = SelectList.all(translation, input);
    for (int i = 0; i < columns.size(); i++) {
      SqlValue each = values.get(i);
      String nothing = SqlValue.nothing(each.type()).sql();
      items.replace(
          columns.get(i).name(),
          SqlValue.of(
              each.type(), "(CASE WHEN " + all + " THEN " + each + " ELSE " + nothing + " END)"));
    }
    Relation parsed = layer.relation();
    return items.over(operator.equals("parse-where") ? narrowed(parsed, all) : parsed);
  }

  private static Relation narrowed(Relation relation, String condition) {
    return relation.with("SELECT * FROM (" + relation.sql() + ") WHERE " + condition);
  }

  /** A text that one column cannot read is read by none, unless asked to be relaxed. */
  private static String allRead(List<SqlValue> values, SqlValue matches) {
    String read =
        values.stream()
            .filter(value -> value.type() != KqlType.STRING)
            .map(value -> " AND " + value + " IS NOT NULL")
            .collect(Collectors.joining());
    return "(" + matches + read + ")";
  }

  private List<SqlValue> values(Layer layer, SqlValue text, SqlValue matches, String pattern) {
    if (columns.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      names.add("'g" + i + "'");
    }
    SqlValue groups =
        layer.add(
            KqlType.DYNAMIC,
            String.format(
                "CASE WHEN %s THEN regexp_extract(%s, %s, [%s]) END",
                matches, text, SqlText.literal(pattern), String.join(", ", names)));
    List<SqlValue> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      SqlValue group = SqlValue.of(KqlType.STRING, "struct_extract(%s, 'g%s')", groups, i);
      KqlType type = columns.get(i).type();
      SqlValue value = type == KqlType.STRING ? group : read(type, group);
      values.add(layer.add(type, value.sql()));
    }
    return values;
  }

  private static SqlValue read(KqlType type, SqlValue group) {
    SqlValue bare = SqlValue.of(KqlType.STRING, "trim(%s)", group);
    return type == KqlType.DYNAMIC
        ? SqlValue.of(KqlType.DYNAMIC, "kql_parse(%s)", bare)
        : Conversions.to(type, bare);
  }

  private String pattern(List<KqlParser.ParsePartContext> parts, boolean regex, String flags) {
    StringBuilder pattern = new StringBuilder("(?s" + flags.replace("s", "") + ")");
    pattern.append(regex ? "" : "^");
    for (int i = 0; i < parts.size(); i++) {
      KqlParser.ParsePartContext part = parts.get(i);
      boolean last = i + 1 == parts.size();
      if (part.STAR() != null) {
        pattern.append(last ? ".*" : ".*?");
      } else if (part.STRING() != null) {
        String literal = KqlLiteral.text(part.STRING().getText());
        pattern.append(
            regex
                ? "(?:" + literal.replaceAll("\\((?![?])", "(?:") + ")"
                : TermPattern.quoted(literal));
      } else {
        KqlParser.ParseColumnContext column = part.parseColumn();
        KqlType type = column.type() == null ? KqlType.STRING : TypeNames.of(column.type());
        columns.add(new Caught(KqlNames.text(column.name()), type));
        pattern.append(group(type, last));
      }
    }
    return pattern.append(regex ? "" : "$").toString();
  }

  private static String group(KqlType type, boolean last) {
    return switch (type) {
      case INT, LONG -> "\\s*([+-]?\\d+)";
      case REAL, DECIMAL -> "\\s*([+-]?\\d*\\.?\\d+(?:[eE][+-]?\\d+)?)";
      default -> last ? "(.*)" : "(.*?)";
    };
  }
}
