package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.DYNAMIC;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.tree.ParseTree;

/** The ways into a dynamic value: {@code a.b}, {@code a["b"]} and {@code a[0]}. */
final class DynamicPath {

  /** A step that is not constant doubles the SQL around it. */
  private static final int MOST_COMPUTED_STEPS = 4;

  private DynamicPath() {}

  static SqlValue into(
      SqlValue start,
      List<KqlParser.StepContext> steps,
      Function<ParseTree, SqlValue> expressions) {
    if (start.type() != DYNAMIC) {
      throw Rejections.types("path access", start);
    }
    SqlValue value = start;
    StringBuilder pointer = new StringBuilder();
    int computed = 0;
    for (KqlParser.StepContext step : steps) {
      if (step instanceof KqlParser.MemberStepContext member) {
        pointer.append(key(KqlNames.text(member.name())));
        continue;
      }
      if (!(step instanceof KqlParser.IndexStepContext indexed)) {
        throw Rejections.semantic("A function cannot be called on a value.");
      }
      ParseTree tree = indexed.expression();
      SqlValue index = expressions.apply(tree);
      if (index.literal().isPresent()) {
        pointer.append(key(index.literal().get()));
      } else if (tree.getText().matches("\\d+")) {
        pointer.append('/').append(tree.getText());
      } else if (index.isWhole() && ++computed <= MOST_COMPUTED_STEPS) {
        value = element(at(value, pointer), index);
        pointer.setLength(0);
      } else {
        throw Rejections.semantic("The sandbox knows only constant keys in path access.");
      }
    }
    return at(value, pointer);
  }

  private static SqlValue element(SqlValue value, SqlValue index) {
    return SqlValue.of(
        DYNAMIC,
        "kql_get(%s, '$[' || CASE WHEN %s < 0 THEN '#' ELSE '' END || %s || ']')",
        value,
        index,
        index);
  }

  private static SqlValue at(SqlValue value, CharSequence pointer) {
    return pointer.isEmpty()
        ? value
        : SqlValue.of(DYNAMIC, "kql_get(%s, %s)", value, SqlText.literal(pointer.toString()));
  }

  /** Returns a step of a JSON pointer; unlike a JSON path it can name any key. */
  private static String key(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
