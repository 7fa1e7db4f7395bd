package dev.huntgate.graphql;

import dev.huntgate.budget.Ledger;
import dev.huntgate.graphql.limit.GraphQlConfig;
import dev.huntgate.graphql.limit.RequestLimits;
import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import io.smallrye.graphql.execution.error.ExceptionHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Adds what is our own to the execution of GraphQL. */
@ApplicationScoped
public class ExecutionSetup {

  private final Ledger ledger;
  private final RequestLimits limits;

  ExecutionSetup(Ledger ledger, GraphQlConfig config) {
    this.ledger = ledger;
    this.limits = new RequestLimits(config);
  }

  void add(@Observes GraphQL.Builder builder) {
    /* The builder does not tell what it holds, and setting an instrumentation replaces it. */
    GraphQL sofar = builder.build();
    builder
        .schema(PropertyFetcher.in(sofar.getGraphQLSchema()))
        .queryExecutionStrategy(new PageExecution(new ExceptionHandler()))
        .instrumentation(
            new ChainedInstrumentation(
                sofar.getInstrumentation(),
                new SavedHuntArguments(),
                new PerRequest(
                    new ErrorCoding(), new LimitChecking(limits), new QuotaExtension(ledger))));
  }
}
