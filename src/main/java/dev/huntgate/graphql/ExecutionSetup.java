package dev.huntgate.graphql;

import dev.huntgate.budget.Ledger;
import dev.huntgate.graphql.limit.GraphQlConfig;
import dev.huntgate.graphql.limit.RequestLimits;
import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.visibility.DefaultGraphqlFieldVisibility;
import io.quarkus.arc.Unremovable;
import io.smallrye.graphql.execution.datafetcher.AbstractDataFetcher;
import io.smallrye.graphql.execution.datafetcher.FieldDataFetcher;
import io.smallrye.graphql.execution.error.ExceptionHandler;
import io.smallrye.graphql.spi.config.Config;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds what is our own to the execution of GraphQL. */
@ApplicationScoped
@Unremovable
public class ExecutionSetup {

  /* SmallRye takes it for the name of a field to hide, which it looks for at each field. */
  private static final String ALL_FIELDS = "default";

  private final Ledger ledger;
  private final RequestLimits limits;

  ExecutionSetup(Ledger ledger, GraphQlConfig config) {
    this.ledger = ledger;
    this.limits = new RequestLimits(config);
  }

  void add(GraphQL.Builder builder) {
    /* The builder does not tell what it holds, and setting an instrumentation replaces it. */
    GraphQL sofar = builder.build();
    builder
        .schema(withOwnFetchers(sofar.getGraphQLSchema()))
        .queryExecutionStrategy(new PageExecution(new ExceptionHandler()))
        .instrumentation(
            behind(sofar.getInstrumentation(), new RequestInstrumentation(limits, ledger)));
  }

  /* A chain asks all of its links about each field; SmallRye's has none unless it is set to. */
  private static Instrumentation behind(Instrumentation smallRyes, Instrumentation own) {
    return smallRyes instanceof ChainedInstrumentation chain
            && chain.getInstrumentations().isEmpty()
        ? own
        : new ChainedInstrumentation(smallRyes, own);
  }

  private static GraphQLSchema withOwnFetchers(GraphQLSchema schema) {
    GraphQLCodeRegistry all =
        schema
            .getCodeRegistry()
            .transform(
                fetchers -> {
                  for (var type : schema.getAllTypesAsList()) {
                    if (type instanceof GraphQLObjectType object) {
                      replace(object, fetchers);
                    }
                  }
                  SavedHuntArguments.addTo(fetchers, schema);
                  if (Config.get().getFieldVisibility().equals(ALL_FIELDS)) {
                    fetchers.fieldVisibility(
                        DefaultGraphqlFieldVisibility.DEFAULT_FIELD_VISIBILITY);
                  }
                });
    return schema.transformWithoutTypes(changed -> changed.codeRegistry(all));
  }

  private static void replace(GraphQLObjectType type, GraphQLCodeRegistry.Builder fetchers) {
    for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
      FieldCoordinates place = FieldCoordinates.coordinates(type, field);
      DataFetcher<?> smallRyes = fetchers.getDataFetcher(place, field);
      if (smallRyes instanceof FieldDataFetcher<?>) {
        fetchers.dataFetcher(place, new PropertyFetcher(field.getName(), smallRyes));
      } else if (smallRyes instanceof AbstractDataFetcher<?, ?>) {
        fetchers.dataFetcher(place, new OperationFetcher(smallRyes));
      }
    }
  }
}
