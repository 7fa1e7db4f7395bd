package dev.huntgate.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row's value in one column has to be.
 *
 * <p>Values are JSON scalars: strings, numbers of any Java class, booleans. They are read by the
 * column's type: a number may come as text, a time has to come as ISO 8601, a timespan as {@code
 * d.hh:mm:ss.fffffff} or an ISO 8601 duration. With a dynamic column, a string equals a JSON string
 * of that content as well as any value whose JSON it is.
 *
 * @param column the column, as {@link Rows} tells columns by name or place
 * @param values one; any number with {@link Operator#IN}; none with {@link Operator#IS_NULL}
 * @param ignoreCase whether case does not count; for strings and dynamic values only
 */
public record Condition(
    String column, Operator operator, List<@Nullable Object> values, boolean ignoreCase) {

  public Condition {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** A condition in which case counts. */
  public static Condition of(String column, Operator operator, @Nullable Object... values) {
    return new Condition(column, operator, Arrays.asList(values), false);
  }

  /** The same condition, in which case does not count. */
  public Condition ignoringCase() {
    return new Condition(column, operator, values, true);
  }
}
