package dev.huntgate.sandbox.engine;

import java.time.Instant;
import java.util.List;

/**
 * A function on values, by how its call is written in SQL.
 *
 * @param name what KQL calls it
 * @param least the fewest arguments it takes
 * @param most the most arguments it takes
 * @param body writes the call
 */
record ScalarFunction(String name, int least, int most, Body body) {

  /** Writes a call of a function in SQL. */
  interface Body {
    SqlValue apply(List<SqlValue> arguments, Instant now);
  }

  SqlValue apply(List<SqlValue> arguments, Instant now) {
    if (arguments.size() < least || arguments.size() > most) {
      throw Rejections.arguments(name, arguments.size());
    }
    return body.apply(arguments, now);
  }
}
