package dev.huntgate.sandbox.engine;

import java.util.List;

/**
 * A function that takes in many rows and gives one value.
 *
 * @param name what KQL calls it
 * @param least the fewest arguments it takes
 * @param most the most arguments it takes
 * @param prefix what KQL puts before the argument's name to name the column, empty for nothing
 * @param body writes the call in SQL
 */
record Aggregate(String name, int least, int most, String prefix, Body body) {

  /** Writes a call of an aggregate in SQL. */
  interface Body {

    /**
     * @param arguments what it is called with
     * @param order the ORDER BY that gives the rows their order, empty where they have none
     */
    SqlValue apply(List<SqlValue> arguments, String order);
  }

  SqlValue apply(List<SqlValue> arguments, String order) {
    if (arguments.size() < least || arguments.size() > most) {
      throw Rejections.arguments(name, arguments.size());
    }
    return body.apply(arguments, order);
  }
}
