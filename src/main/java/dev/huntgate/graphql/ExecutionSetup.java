package dev.huntgate.graphql;

import dev.huntgate.budget.Ledger;
import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Adds what is our own to the execution of GraphQL. */
@ApplicationScoped
public class ExecutionSetup {

  private final Ledger ledger;

  ExecutionSetup(Ledger ledger) {
    this.ledger = ledger;
  }

  void add(@Observes GraphQL.Builder builder) {
    /* The builder does not tell what it holds, and setting an instrumentation replaces it. */
    builder.instrumentation(
        new ChainedInstrumentation(
            builder.build().getInstrumentation(),
            new ErrorCoding(),
            new SavedHuntArguments(),
            new QuotaExtension(ledger)));
  }
}
