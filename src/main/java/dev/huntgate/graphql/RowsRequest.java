package dev.huntgate.graphql;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows that a caller asks for.
 *
 * @param first how many rows at most
 * @param after the cursor to go on from; null for the beginning
 */
record RowsRequest(int first, @Nullable String after) {

  static final int DEFAULT_FIRST = 100;
  static final int MAX_FIRST = 10_000;

  RowsRequest {
    if (first < 1) {
      throw new FailureException(
          new InvalidArgument("first", "first has to be at least 1, not " + first + "."));
    }
    if (first > MAX_FIRST) {
      throw new FailureException(
          new LimitExceeded(
              "first",
              "first may be at most " + MAX_FIRST + ", not " + first + "; read on with after."));
    }
  }

  /** The pages of rows that are selected right under a hunt, in variables and fragments too. */
  static List<RowsRequest> selectedUnder(DataFetchingEnvironment hunt) {
    return SelectedFields.named("rows", hunt.getSelectionSet())
        .map(field -> of(field.getArguments()))
        .toList();
  }

  private static RowsRequest of(Map<String, Object> arguments) {
    Object first = arguments.get("first");
    return new RowsRequest(
        first == null ? DEFAULT_FIRST : size(first), (String) arguments.get("after"));
  }

  /* The engine lets other numbers of variables through to here, and complains too late. */
  private static int size(Object first) {
    try {
      return new BigDecimal(first.toString()).intValueExact();
    } catch (ArithmeticException | NumberFormatException other) {
      throw new FailureException(
          new InvalidArgument("first", "first has to be a whole number, of at most 32 bits."));
    }
  }
}
