package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.failure.Failure;
import dev.huntgate.graphql.limit.RequestLimits;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.RawVariables;
import graphql.language.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what asks for too much at once, before it is validated: validation itself takes long for
 * a document that was made to.
 */
final class LimitChecking {

  private final RequestLimits limits;

  LimitChecking(RequestLimits limits) {
    this.limits = limits;
  }

  /**
   * Lets a request pass.
   *
   * @throws AbortExecutionException when it asks for more than one may, with the coded error
   */
  void check(Document document, RawVariables variables, @Nullable Caller caller) {
    limits.refusal(document, variables.toMap(), caller).ifPresent(LimitChecking::abort);
  }

  private static void abort(Failure failure) {
    throw new AbortExecutionException(
        List.of(
            CodedError.of(
                GraphqlErrorBuilder.newError().message(failure.message()).build(), failure)));
  }
}
