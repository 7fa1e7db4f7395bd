package dev.huntgate.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.upstream.ErrorReader.Asked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:07:30Z");

  /** Read by tests of other packages, or requests, which are checked against what is sent. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "SOURCES.md",
          "graph-alerts_v2-list.json",
          "graph-incident-update-request.json",
          "graph-incident-update-response.json",
          "graph-incidents-expand-alerts.json",
          "graph-incidents-list.json",
          "graph-security-v1.0-excerpt.csdl.xml",
          "graph-hunting-request-timespan.json",
          "graph-hunting-request.json",
          "hunting-mde-request.json",
          "hunting-request.json",
          "hunting-schema.tsv",
          "incident-update-request.json",
          "incidents-list.json",
          "token-response.json");

  @ParameterizedTest
  @CsvSource({
    "error-400-invalid-request-body.json, HUNT, 400, KQL_REJECTED,",
    "error-400-result-size.ASSEMBLED.json, HUNT, 400, RESULT_TOO_LARGE,",
    "error-400-semantic.json, HUNT, 400, KQL_REJECTED,",
    "error-404.json, INCIDENT, 404, NOT_FOUND,",
    "error-429-cpu.ASSEMBLED.json, HUNT, 429, UPSTREAM_THROTTLED, 2026-03-01T10:15:00Z",
    "error-429-hour.json, HUNT, 429, UPSTREAM_THROTTLED, 2026-03-01T11:07:30Z",
    "error-429-with-seconds.json, HUNT, 429, UPSTREAM_THROTTLED, 2026-03-01T10:07:38Z",
    "error-429.json, HUNT, 429, UPSTREAM_THROTTLED, 2026-03-01T10:08:30Z",
    "graph-error-400-exceeded-limits.ASSEMBLED.json, HUNT, 400, LIMIT_EXCEEDED,",
    "graph-error-400-top-limit.json, INCIDENT_LIST, 400, UPSTREAM_UNAVAILABLE,",
    "graph-error-429-generic.json, INCIDENT_LIST, 429, UPSTREAM_THROTTLED, 2026-03-01T10:08:30Z",
    "graph-error-500.json, INCIDENT_LIST, 500, UPSTREAM_UNAVAILABLE,",
    "graph-error-504.json, HUNT, 504, UPSTREAM_TIMEOUT,",
  })
  void readsTheFailure_ofEachErrorSample(
      String sample, Asked asked, int status, FailureCode code, Instant retryAt)
      throws IOException {
    ErrorBody body = ErrorBody.read(ContractSamples.text(sample));

    Failure failure = ErrorReader.read(asked, status, null, body, NOW);

    assertEquals(code, failure.code());
    assertEquals(retryAt, failure.retryAt());
  }

  @ParameterizedTest
  @CsvSource({
    "graph-hunting-response.json, 3, 2",
    "graph-hunting-response-timespan.json, 3, 4",
    "graph-hunting-response-typed.SYNTHETIC.json, 10, 1",
    "hunting-response.json, 3, 2",
    "hunting-mde-response.json, 4, 2",
  })
  void readsTheResult_ofEachHuntingSample(String sample, int columns, int rows) throws IOException {
    HuntingBody reader = new HuntingBody();
    reader.feed(ContractSamples.text(sample).getBytes(StandardCharsets.UTF_8));

    HuntAnswer answer = reader.finish();

    assertEquals(columns, answer.result().columns().size());
    assertEquals(rows, answer.result().rowCount());
    assertEquals(sample.equals("hunting-response.json"), answer.runningTime() != null);
  }

  @Test
  void saysNothing_ofATokenError() throws IOException {
    assertTrue(ErrorBody.read(ContractSamples.text("token-error-400.json")).message().isEmpty());
  }

  @Test
  void looksAtEverySample() throws IOException {
    Set<String> all =
        ContractSamples.names().stream()
            .flatMap(java.util.List::stream)
            .collect(Collectors.toSet());
    Assumptions.assumeFalse(all.isEmpty(), "no contract samples here");
    Set<String> here =
        all.stream()
            .filter(name -> !ELSEWHERE.contains(name))
            .filter(name -> !name.contains("error") && !name.contains("hunting-"))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), here);
    assertFalse(all.isEmpty());
  }
}
