package dev.huntgate.graphql;

import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Adds what is our own to the execution of GraphQL. */
@ApplicationScoped
public class ExecutionSetup {

  void addErrorCoding(@Observes GraphQL.Builder builder) {
    /* The builder does not tell what it holds, and setting an instrumentation replaces it. */
    builder.instrumentation(
        new ChainedInstrumentation(builder.build().getInstrumentation(), new ErrorCoding()));
  }
}
