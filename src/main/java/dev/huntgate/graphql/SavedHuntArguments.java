package dev.huntgate.graphql;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses parameters of a saved hunt that are no JSON object.
 *
 * <p>The scalar {@code JSON} takes anything, and the engine cannot hand over anything else: it
 * would fail before the field is reached.
 */
final class SavedHuntArguments extends SimplePerformantInstrumentation {

  private static final String FIELD = "runSavedHunt";
  private static final String ARGUMENT = "parameters";

  @Override
  public DataFetcher<?> instrumentDataFetcher(
      DataFetcher<?> fetcher,
      InstrumentationFieldFetchParameters parameters,
      @Nullable InstrumentationState state) {
    return parameters.getEnvironment().getField().getName().equals(FIELD)
        ? environment -> checked(environment, fetcher)
        : fetcher;
  }

  private static @Nullable Object checked(
      DataFetchingEnvironment environment, DataFetcher<?> fetcher) throws Exception {
    Object given = environment.getArgument(ARGUMENT);
    if (given != null && !(given instanceof Map)) {
      throw new FailureException(
          new InvalidArgument(
              ARGUMENT,
              ARGUMENT
                  + " has to be a JSON object with a value by parameter, such as {lookBack:"
                  + " \"P7D\"}."));
    }
    return fetcher.get(environment);
  }
}
