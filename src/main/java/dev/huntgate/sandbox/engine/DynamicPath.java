package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.DYNAMIC;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import java.util.function.Function;
import org.antlr.v4.runtime.tree.ParseTree;

/** The ways into a dynamic value: {@code a.b}, {@code a["b"]} and {@code a[0]}. */
final class DynamicPath {

  private DynamicPath() {}

  static SqlValue step(
      SqlValue value, KqlParser.StepContext step, Function<ParseTree, SqlValue> expressions) {
    if (value.type() != DYNAMIC) {
      throw Rejections.types("path access", value);
    }
    if (step instanceof KqlParser.MemberStepContext member) {
      return at(value, pointer(KqlNames.text(member.name())));
    }
    SqlValue index = expressions.apply(((KqlParser.IndexStepContext) step).expression());
    if (index.literal().isPresent()) {
      return at(value, pointer(index.literal().get()));
    }
    if (index.isWhole()) {
      return SqlValue.of(
          DYNAMIC,
          "kql_get(%s, '$[' || CASE WHEN %s < 0 THEN '#' ELSE '' END || %s || ']')",
          value,
          index,
          index);
    }
    throw Rejections.semantic("The sandbox knows only constant keys in path access.");
  }

  static SqlValue at(SqlValue value, String path) {
    return SqlValue.of(DYNAMIC, "kql_get(%s, %s)", value, SqlText.literal(path));
  }

  /** Returns the JSON pointer to a key; unlike a JSON path it can name any key. */
  private static String pointer(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
