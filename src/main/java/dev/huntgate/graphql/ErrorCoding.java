package dev.huntgate.graphql;

import dev.huntgate.failure.Failure.Internal;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.schema.CoercingParseLiteralException;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gives every error of an answer its code, and keeps what happened inside to the log. */
final class ErrorCoding {

  private static final Logger LOG = Logger.getLogger(ErrorCoding.class);
  private static final int MAX_CAUSES = 10;
  /* Without the place in a list: filter.severities, not filter.severities[0]. */
  private static final Pattern ARGUMENT = Pattern.compile("(?:argument|[Vv]ariable) '([^'\\[]+)");

  /**
   * The result with codes on all of its errors.
   *
   * @param variables as they were sent
   */
  ExecutionResult coded(ExecutionResult result, Map<String, Object> variables) {
    if (result.getErrors().isEmpty()) {
      return result;
    }
    List<GraphQLError> errors =
        withoutConsequences(result.getErrors()).stream()
            .<GraphQLError>map(error -> coded(error, variables))
            .toList();
    return result.transform(answer -> answer.errors(errors));
  }

  /* A refused argument leaves a null where there may be none, which is then an error of its own. */
  private static List<GraphQLError> withoutConsequences(List<GraphQLError> errors) {
    List<GraphQLError> causes =
        errors.stream()
            .filter(error -> error.getErrorType() != ErrorType.NullValueInNonNullableField)
            .filter(error -> !isSaidTwice(error, errors))
            .toList();
    return causes.isEmpty() ? errors : causes;
  }

  /* A null that is written out where there may be none is found by two rules of validation. */
  private static boolean isSaidTwice(GraphQLError error, List<GraphQLError> errors) {
    return error instanceof ValidationError wrong
        && wrong.getValidationErrorType() == ValidationErrorType.WrongType
        && errors.stream()
            .filter(ValidationError.class::isInstance)
            .map(ValidationError.class::cast)
            .filter(
                other ->
                    other.getValidationErrorType()
                        == ValidationErrorType.NullValueForNonNullArgument)
            .anyMatch(other -> Objects.equals(other.getQueryPath(), wrong.getQueryPath()));
  }

  private static CodedError coded(GraphQLError error, Map<String, Object> variables) {
    if (error instanceof CodedError coded) {
      return coded;
    }
    if (error instanceof ExceptionWhileDataFetching fetching) {
      Throwable thrown = fetching.getException();
      if (causeIn(thrown, CoercingParseLiteralException.class).isPresent()) {
        return noInteger(error, variables);
      }
      return causeIn(thrown, FailureException.class)
          .map(failure -> CodedError.of(error, failure.failure()))
          .orElseGet(() -> internal(error, thrown));
    }
    if (error.getErrorType() instanceof ErrorType type) {
      return switch (type) {
        case InvalidSyntax, ValidationError, OperationNotSupported -> invalid(error);
        case ExecutionAborted ->
            CodedError.of(error, FailureCode.LIMIT_EXCEEDED, error.getMessage(), null);
        case DataFetchingException, NullValueInNonNullableField -> internal(error, null);
      };
    }
    return internal(error, null);
  }

  private static CodedError invalid(GraphQLError error) {
    Matcher named = ARGUMENT.matcher(error.getMessage());
    return CodedError.of(
        error,
        FailureCode.INVALID_ARGUMENT,
        error.getMessage(),
        named.find() ? named.group(1) : null);
  }

  /* The validation of variables lets every number through where an integer is wanted. */
  private static CodedError noInteger(GraphQLError error, Map<String, Object> variables) {
    List<String> names =
        variables.entrySet().stream()
            .filter(given -> given.getValue() instanceof Number && !isInteger(given.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return CodedError.of(
        error,
        FailureCode.INVALID_ARGUMENT,
        String.join(", ", names) + " has to be a whole number of at most 32 bits.",
        names.size() == 1 ? names.get(0) : null);
  }

  private static boolean isInteger(Object value) {
    try {
      new BigDecimal(value.toString()).intValueExact();
      return true;
    } catch (ArithmeticException | NumberFormatException other) {
      return false;
    }
  }

  private static CodedError internal(GraphQLError error, @Nullable Throwable thrown) {
    String where = "at " + error.getPath() + ": " + error.getMessage();
    return CodedError.of(error, Internal.logged(LOG, thrown, where));
  }

  private static <T extends Throwable> Optional<T> causeIn(Throwable thrown, Class<T> type) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .limit(MAX_CAUSES)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
