package dev.huntgate.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureException;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ErrorCodingTest {

  private static final ResultPath PATH = ResultPath.parse("/hunt/rows");

  @Test
  void carriesEverythingAFailureSays() {
    Map<String, Object> throttled =
        coded(
            thrown(
                new FailureException(
                    new Failure.UpstreamThrottled(
                        "Wait.", Instant.parse("2026-03-01T09:30:08Z"), "req-1"))));
    assertEquals("Wait.", throttled.get("message"));
    assertEquals(PATH.toList(), throttled.get("path"));
    assertEquals(
        Map.of(
            "code", "UPSTREAM_THROTTLED",
            "retryAt", "2026-03-01T09:30:08Z",
            "upstreamRequestId", "req-1"),
        throttled.get("extensions"));
    Map<String, Object> gone =
        coded(thrown(new FailureException(new Failure.ResultGone("after", "Gone."))));
    assertEquals(Map.of("code", "RESULT_GONE", "argument", "after"), gone.get("extensions"));
  }

  @Test
  void findsTheFailure_whenItIsWrapped() {
    FailureException failure =
        new FailureException(new Failure.KqlRejected("No such table.", null));
    Map<String, Object> error =
        coded(thrown(new CompletionException(new IllegalStateException("wrapped", failure))));
    assertEquals("No such table.", error.get("message"));
    assertEquals(Map.of("code", "KQL_REJECTED"), error.get("extensions"));
  }

  @Test
  void tellsNothingOfADefect_butAnIdOfItsOwn() {
    GraphQLError defect = thrown(new IllegalStateException("secret at db.internal:5432"));
    Map<String, Object> error = coded(defect);
    assertFalse(error.toString().contains("secret"));
    assertFalse(error.toString().contains("IllegalState"));
    assertEquals("INTERNAL", extension(error, "code"));
    assertNotEquals(extension(error, "errorId"), extension(coded(defect), "errorId"));
  }

  @Test
  void codesRefusalsOfTheEngine() {
    assertEquals("LIMIT_EXCEEDED", extension(coded(new AbortExecutionException("deep")), "code"));
    assertEquals(
        "INTERNAL",
        extension(coded(GraphqlErrorBuilder.newError().message("odd").build()), "code"));
  }

  @Test
  void leavesAnAnswerWithoutErrorsAlone() {
    ExecutionResult answer = ExecutionResultImpl.newExecutionResult().data(Map.of()).build();
    assertSame(answer, new ErrorCoding().coded(answer, Map.of()));
  }

  private static GraphQLError thrown(Throwable exception) {
    return new ExceptionWhileDataFetching(PATH, exception, new SourceLocation(1, 3));
  }

  private static Map<String, Object> coded(GraphQLError error) {
    ExecutionResult answer = ExecutionResultImpl.newExecutionResult().addError(error).build();
    ExecutionResult result = new ErrorCoding().coded(answer, Map.of());
    return result.getErrors().get(0).toSpecification();
  }

  private static Object extension(Map<String, Object> error, String key) {
    return ((Map<?, ?>) error.get("extensions")).get(key);
  }
}
