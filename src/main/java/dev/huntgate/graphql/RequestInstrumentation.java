package dev.huntgate.graphql;

import dev.huntgate.budget.Ledger;
import dev.huntgate.graphql.limit.RequestLimits;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What is done at the beginning and the end of each request: its limits are checked, its errors get
 * their codes, and what it spent is told of.
 *
 * <p>One for all three, since the engine asks a chain of several about each single field.
 */
final class RequestInstrumentation extends SimplePerformantInstrumentation {

  private final LimitChecking limits;
  private final ErrorCoding errors = new ErrorCoding();
  private final QuotaExtension quota;

  RequestInstrumentation(RequestLimits limits, Ledger ledger) {
    this.limits = new LimitChecking(limits);
    this.quota = new QuotaExtension(ledger);
  }

  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginExecution(
      InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
    Spent.begin(parameters.getGraphQLContext());
    return null;
  }

  @Override
  public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
      InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
    ExecutionInput input = parameters.getExecutionInput();
    limits.check(
        parameters.getDocument(),
        input.getRawVariables(),
        CurrentCaller.in(input.getGraphQLContext()));
    return super.beginValidation(parameters, state);
  }

  @Override
  public CompletableFuture<ExecutionResult> instrumentExecutionResult(
      ExecutionResult result,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    return quota.addTo(
        errors.coded(result, parameters.getVariables()), parameters.getGraphQLContext());
  }
}
