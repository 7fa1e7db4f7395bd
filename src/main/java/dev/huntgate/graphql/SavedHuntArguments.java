package dev.huntgate.graphql;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses parameters of a saved hunt that are no JSON object.
 *
 * <p>The scalar {@code JSON} takes anything, and the engine cannot hand over anything else: it
 * would fail before the field is reached.
 */
final class SavedHuntArguments implements DataFetcher<Object> {

  private static final String FIELD = "runSavedHunt";
  private static final String ARGUMENT = "parameters";

  private final DataFetcher<?> checked;

  private SavedHuntArguments(DataFetcher<?> checked) {
    this.checked = checked;
  }

  /** Puts the check before the schema's field. */
  static void addTo(GraphQLCodeRegistry.Builder fetchers, GraphQLSchema schema) {
    FieldCoordinates field = FieldCoordinates.coordinates(schema.getQueryType().getName(), FIELD);
    fetchers.dataFetcher(
        field,
        new SavedHuntArguments(
            fetchers.getDataFetcher(field, schema.getQueryType().getField(FIELD))));
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
    Object given = environment.getArgument(ARGUMENT);
    if (given != null && !(given instanceof Map)) {
      throw new FailureException(
          new InvalidArgument(
              ARGUMENT,
              ARGUMENT
                  + " has to be a JSON object with a value by parameter, such as {lookBack:"
                  + " \"P7D\"}."));
    }
    return checked.get(environment);
  }
}
