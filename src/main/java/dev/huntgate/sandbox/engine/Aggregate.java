package dev.huntgate.sandbox.engine;

import java.util.List;
import java.util.function.Function;

/**
 * A function that takes in many rows and gives one value.
 *
 * @param name what KQL calls it
 * @param least the fewest arguments it takes
 * @param most the most arguments it takes
 * @param prefix what KQL puts before the argument's name to name the column, empty for nothing
 * @param body writes the call in SQL
 */
record Aggregate(
    String name, int least, int most, String prefix, Function<List<SqlValue>, SqlValue> body) {

  SqlValue apply(List<SqlValue> arguments) {
    if (arguments.size() < least || arguments.size() > most) {
      throw Rejections.arguments(name, arguments.size());
    }
    return body.apply(arguments);
  }
}
