package dev.huntgate.graphql;

import dev.huntgate.failure.Failure;
import dev.huntgate.graphql.limit.RequestLimits;
import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.validation.ValidationError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what asks for too much at once, before it is validated: validation itself takes long for
 * a document that was made to.
 */
final class LimitChecking extends SimplePerformantInstrumentation {

  private final RequestLimits limits;

  LimitChecking(RequestLimits limits) {
    this.limits = limits;
  }

  @Override
  public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
      InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
    ExecutionInput input = parameters.getExecutionInput();
    limits
        .refusal(
            parameters.getDocument(),
            input.getRawVariables().toMap(),
            CurrentCaller.in(input.getGraphQLContext()))
        .ifPresent(LimitChecking::abort);
    return super.beginValidation(parameters, state);
  }

  private static void abort(Failure failure) {
    throw new AbortExecutionException(
        List.of(
            CodedError.of(
                GraphqlErrorBuilder.newError().message(failure.message()).build(), failure)));
  }
}
