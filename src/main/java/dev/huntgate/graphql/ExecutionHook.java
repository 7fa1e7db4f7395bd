package dev.huntgate.graphql;

import graphql.GraphQL;
import io.smallrye.graphql.spi.EventingService;
import jakarta.enterprise.inject.spi.CDI;

/**
 * The place at which SmallRye has what is our own added to the engine that it builds.
 *
 * <p>Its events of CDI would do so too; but those it then fires for each field that is fetched, and
 * looks for observers each time: a twentieth of what a hunt took of the processor.
 */
public final class ExecutionHook implements EventingService {

  /** A setting of this application's own, which is always on: the engine asks for one. */
  @Override
  public String getConfigKey() {
    return "execution-hook.enabled";
  }

  @Override
  public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
    CDI.current().select(ExecutionSetup.class).get().add(builder);
    return builder;
  }
}
