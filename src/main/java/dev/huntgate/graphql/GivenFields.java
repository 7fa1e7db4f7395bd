package dev.huntgate.graphql;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;

/**
 * Which fields of an input a caller wrote: the records that inputs are read into do not tell a
 * field that is null from one that is left out.
 */
record GivenFields(Map<String, Object> input) {

  static GivenFields in(DataFetchingEnvironment environment, String argument) {
    Map<String, Object> input = environment.getArgument(argument);
    return new GivenFields(input == null ? Map.of() : input);
  }

  /** Whether a field is there and null. */
  boolean isNull(String field) {
    return input.containsKey(field) && input.get(field) == null;
  }

  /** Lets a field pass unless it is there and null. */
  void refuseNull(String field, String instead) {
    if (isNull(field)) {
      throw new FailureException(
          new InvalidArgument(
              field,
              field + " cannot be null; leave it out to keep what is there" + instead + "."));
    }
  }
}
