package dev.huntgate.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.upstream.ErrorReader.Asked;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorReaderTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:07:30Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          HUNT          | 400 | 'where' operator: cannot resolve 'X'.                     | KQL_REJECTED
          HUNT          | 400 |                                                           | KQL_REJECTED
          HUNT          | 400 | Query execution has exceeded the allowed result size. Do. | RESULT_TOO_LARGE
          HUNT          | 400 | The query execution was preempted. Optimize.              | LIMIT_EXCEEDED
          HUNT          | 400 | Query exceeded the timeout period.                        | UPSTREAM_TIMEOUT
          HUNT          | 401 | expired                                                   | UPSTREAM_DENIED
          HUNT          | 403 | missing role                                              | UPSTREAM_DENIED
          HUNT          | 404 | no such path                                              | UPSTREAM_UNAVAILABLE
          HUNT          | 408 |                                                           | UPSTREAM_TIMEOUT
          HUNT          | 413 |                                                           | RESULT_TOO_LARGE
          HUNT          | 429 | maximum allowed 45 per 00:01:00                           | UPSTREAM_THROTTLED
          HUNT          | 500 |                                                           | UPSTREAM_UNAVAILABLE
          HUNT          | 502 |                                                           | UPSTREAM_UNAVAILABLE
          HUNT          | 504 |                                                           | UPSTREAM_TIMEOUT
          HUNT          | 302 |                                                           | UPSTREAM_UNAVAILABLE
          INCIDENT      | 400 | id is malformed                                           | INVALID_ARGUMENT
          INCIDENT      | 404 | Incident 7 was not found                                  | NOT_FOUND
          INCIDENT_CHANGE | 400 | The property cannot be updated.                         | INVALID_ARGUMENT
          INCIDENT_CHANGE | 404 | Incident 7 was not found                                | NOT_FOUND
          INCIDENT_CHANGE | 409 | It was changed meanwhile                                | CONFLICT
          INCIDENT_CHANGE | 412 |                                                         | CONFLICT
          INCIDENT      | 409 |                                                           | UPSTREAM_UNAVAILABLE
          INCIDENT_LIST | 400 | The limit of '50' for Top query has been exceeded.        | UPSTREAM_UNAVAILABLE
          INCIDENT_LIST | 404 |                                                           | UPSTREAM_UNAVAILABLE
          """)
  void readsTheMeaning_whateverWasAsked(
      Asked asked, int status, String message, FailureCode expected) {
    ErrorBody body = new ErrorBody("any", message == null ? "" : message, "id-1");

    Failure failure = ErrorReader.read(asked, status, null, body, NOW);

    assertEquals(expected, failure.code());
    assertTrue(!failure.message().isBlank());
    if (message != null) {
      assertTrue(failure.message().contains(message), failure.message());
    }
  }

  @Test
  void namesTheTime_whenThrottled() {
    Failure failure =
        ErrorReader.read(Asked.HUNT, 429, "30", new ErrorBody("429", "quota", "id-1"), NOW);

    assertEquals(NOW.plusSeconds(30), failure.retryAt());
    assertEquals("id-1", failure.upstreamRequestId());
  }

  @Test
  void namesTheArgument_whenAnIncidentIsUnknown() {
    Failure failure = ErrorReader.read(Asked.INCIDENT, 404, null, new ErrorBody("", "", null), NOW);

    assertEquals("id", failure.argument());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"error":{"code":"429","message":"m","target":"t"}}                               | 429 | m | t
          {"error":{"code":"","message":"m","innerError":{"request-id":"r","date":"d"}}}    |     | m | r
          {"error":{"code":429,"message":"m"}}                                              | 429 | m |
          {"error":"invalid_client"}                                                        |     |   |
          {"error":{"code":"X","message":null}}                                             | X   |   |
          <html><body>Bad gateway</body></html>                                             |     |   |
          {"error":{"code":                                                                 |     |   |
          []                                                                                |     |   |
          """)
  void readsEitherShape_andNothingFromWhatIsNone(
      String body, String code, String message, String id) {
    ErrorBody read = ErrorBody.read(body);

    assertEquals(code == null ? "" : code, read.code());
    assertEquals(message == null ? "" : message, read.message());
    assertEquals(id, read.requestId());
  }
}
