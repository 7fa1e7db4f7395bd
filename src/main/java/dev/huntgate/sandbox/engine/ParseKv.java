package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.HashMap;
import java.util.Map;

/** The operator {@code parse-kv}: columns from text such as {@code a=1;b=2}. */
final class ParseKv {

  private ParseKv() {}

  static Relation of(
      Translation translation, Relation input, KqlParser.ParseKvOperatorContext parse) {
    Map<String, String> properties = new HashMap<>();
    for (KqlParser.PropertyContext property : parse.property()) {
      String name = property.name() == null ? "" : KqlNames.text(property.name());
      SqlValue value =
          new ExpressionTranslator(translation, Scope.CONSTANT).visit(property.expression());
      properties.put(name, value.literal().orElse(""));
    }
    String pairs = properties.remove("pair_delimiter");
    String between = properties.remove("kv_delimiter");
    String quote = properties.remove("quote");
    if (pairs == null || between == null || !properties.isEmpty()) {
      throw Rejections.semantic(
          "The sandbox supports 'parse-kv' with a pair_delimiter, a kv_delimiter and a quote.");
    }
    SqlValue text =
        Conversions.text(
            new ExpressionTranslator(translation, Scope.of("parse-kv", input))
                .visit(parse.expression()));
    SelectList items = SelectList.all(translation, input);
    for (HuntingColumn column : TypeNames.columns(parse.schema())) {
      String pattern = pattern(column.name(), pairs, between, quote == null ? "" : quote);
      SqlValue value =
          SqlValue.of(
              KqlType.STRING,
              "coalesce(concat(%s), '')",
              "regexp_extract("
                  + text
                  + ", "
                  + SqlText.literal(pattern)
                  + ", 1)"
                  + (quote == null
                      ? ""
                      : ", regexp_extract(" + text + ", " + SqlText.literal(pattern) + ", 2)"));
      items.replace(
          column.name(),
          column.type() == KqlType.STRING ? value : Conversions.to(column.type(), value));
    }
    return items.over(input);
  }

  private static String pattern(String key, String pairs, String between, String quote) {
    String end = TermPattern.quoted(pairs);
    String start =
        "(?s)(?:^|" + end + ")\\s*" + TermPattern.quoted(key) + TermPattern.quoted(between);
    String bare = "(.*?)(?:" + end + "|$)";
    if (quote.isEmpty()) {
      return start + bare;
    }
    String mark = TermPattern.quoted(quote);
    return start + "(?:" + mark + "(.*?)" + mark + "|" + bare + ")";
  }
}
