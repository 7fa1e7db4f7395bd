package dev.huntgate.graphql;

import dev.huntgate.budget.Ledger;
import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Adds what is our own to the execution of GraphQL. */
@ApplicationScoped
public class ExecutionSetup {

  private final Ledger ledger;
  private final CurrentTenant tenant;
  private final CurrentVertxRequest request;
  private final Clock clock;

  ExecutionSetup(Ledger ledger, CurrentTenant tenant, CurrentVertxRequest request, Clock clock) {
    this.ledger = ledger;
    this.tenant = tenant;
    this.request = request;
    this.clock = clock;
  }

  void add(@Observes GraphQL.Builder builder) {
    /* The builder does not tell what it holds, and setting an instrumentation replaces it. */
    builder.instrumentation(
        new ChainedInstrumentation(
            builder.build().getInstrumentation(),
            new ErrorCoding(),
            new QuotaExtension(ledger, tenant),
            new RetryAfter(request, clock)));
  }
}
