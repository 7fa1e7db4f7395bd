package dev.huntgate.graphql;

import dev.huntgate.failure.FailureCode;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be told of a GraphQL document without executing it. */
public final class Documents {

  private Documents() {}

  /**
   * An execution's result, with what is wrong with the document where it could not be parsed.
   *
   * <p>The extension answers such a document by itself, and says neither what nor where.
   */
  public static ExecutionResult explained(String document, ExecutionResult result) {
    boolean unparsed =
        !result.isDataPresent()
            && result.getErrors().stream().noneMatch(CodedError.class::isInstance);
    if (!unparsed) {
      return result;
    }
    ParseAndValidateResult parsed = parse(document);
    List<GraphQLError> errors =
        (parsed.isFailure() ? parsed.getErrors() : result.getErrors())
            .stream()
                .<GraphQLError>map(
                    error ->
                        CodedError.of(
                            error, FailureCode.INVALID_ARGUMENT, error.getMessage(), null))
                .toList();
    return ExecutionResult.newExecutionResult().errors(errors).build();
  }

  /** Whether the operation that is to be executed changes something, or subscribes. */
  public static boolean isNoQuery(String document, @Nullable String operationName) {
    ParseAndValidateResult parsed = parse(document);
    if (parsed.isFailure()) {
      return false;
    }
    List<OperationDefinition> operations =
        parsed.getDocument().getDefinitionsOfType(OperationDefinition.class);
    return operations.stream()
        .filter(
            operation ->
                operationName == null
                    || operationName.isEmpty()
                    || operationName.equals(operation.getName()))
        .anyMatch(operation -> operation.getOperation() != Operation.QUERY);
  }

  /** How a document reads pages of rows, if that is all it does. */
  static Optional<PageShape> pageShape(String document) {
    ParseAndValidateResult parsed = parse(document);
    return parsed.isFailure() ? Optional.empty() : PageShape.of(parsed.getDocument());
  }

  private static ParseAndValidateResult parse(String document) {
    return ParseAndValidate.parse(ExecutionInput.newExecutionInput(document).build());
  }
}
