package dev.huntgate.graphql;

import static io.restassured.RestAssured.get;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureException;
import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnFakeUpstream.class)
class QuotaTest {

  private static final String HUNT = "{ hunt(kql: \"T\") { rowCount } }";

  @Inject FakeUpstream upstream;
  @Inject FakeUpstreamBeans beans;
  @Inject Clock clock;

  @BeforeEach
  void fill() {
    upstream.reset();
    beans.pass(FakeUpstreamBeans.MAX_AGE.plusSeconds(1));
  }

  @Test
  void tellsEveryWindow() {
    GraphQl.post(
            """
            { quota { operation state pausedUntil queueLength
                windows { unit duration limit used reserved remaining nextAt resetsAt } } }
            """)
        .body("errors", nullValue())
        .body(
            "data.quota.operation",
            contains("INCIDENT_LIST", "INCIDENT_GET", "INCIDENT_UPDATE", "HUNTING"))
        .rootPath("data.quota[3]")
        .body("state", equalTo("OPEN"))
        .body("pausedUntil", nullValue())
        .body("queueLength", equalTo(0))
        .body("windows.unit", contains("CALLS", "MILLISECONDS", "MILLISECONDS"))
        .body("windows.duration", contains("PT1M", "PT1H", "PT24H"))
        .body("windows.limit", contains(15, 600_000, 14_400_000))
        .body("windows.remaining", contains(15, 597_000, 14_328_000))
        .body("windows[0].nextAt", notNullValue());
  }

  @Test
  void comesWithTheAnswer_whenUpstreamWasAsked_andNotWhenAResultWasKept() {
    GraphQl.post(HUNT)
        .body("extensions.quota.operation", contains("HUNTING"))
        .body("extensions.quota[0].state", equalTo("OPEN"))
        .body("extensions.quota[0].windows.limit", contains(15, 600_000, 14_400_000))
        .body("extensions.quota[0].windows[0].unit", equalTo("CALLS"));
    GraphQl.post(HUNT).body("data.hunt.rowCount", equalTo(0)).body("extensions", nullValue());
    GraphQl.post("{ incidents { nodes { id } } }")
        .body("extensions.quota.operation", contains("INCIDENT_LIST"));
    assertEquals(1, upstream.hunts());
  }

  @Test
  void staysAway_whenNothingWasAskedOfUpstream() {
    GraphQl.post("{ hunt(kql: \" \") { rowCount } }").body("extensions", nullValue());
    GraphQl.post("{ quota { operation } estimateHunt(kql: \"T\") { kept } }")
        .body("extensions", nullValue());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void comesWithARefusal_andTheHeaderSaysWhenToRetry(boolean throttled) {
    Instant retryAt = clock.instant().plusSeconds(90);
    upstream.failsWith(
        new FailureException(
            throttled
                ? new Failure.UpstreamThrottled("Wait.", retryAt, null)
                : new Failure.QuotaExhausted("Wait.", retryAt)));

    String after =
        GraphQl.post(HUNT)
            .body("errors[0].extensions.retryAt", equalTo(retryAt.toString()))
            .body("extensions.quota.operation", contains("HUNTING"))
            .extract()
            .header("Retry-After");

    assertThat(Integer.valueOf(after), both(greaterThan(30)).and(lessThanOrEqualTo(90)));
  }

  @Test
  void leavesRetryAfterOut_whenThereIsDataOrAnotherError() {
    upstream.failsWith(
        new FailureException(new Failure.QuotaExhausted("Wait.", clock.instant().plusSeconds(90))));
    GraphQl.post("{ incident(id: \"1\") { id } hunt(kql: \" \") { rowCount } }")
        .header("Retry-After", nullValue());
    GraphQl.post("{ quota { operation } }").header("Retry-After", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/graphql/schema.graphql", "/q/health", "/nowhere", "/q/metrics"})
  void standsInTheHeaders_ofEveryResponse(String path) {
    get(path)
        .then()
        .header(
            "RateLimit-Policy",
            "\"incidents-calls-1m\";q=50;w=60, \"incidents-calls-1h\";q=1500;w=3600,"
                + " \"hunting-calls\";q=15;w=60,"
                + " \"hunting-time-1h\";q=600000;qu=\"milliseconds\";w=3600,"
                + " \"hunting-time-1d\";q=14400000;qu=\"milliseconds\";w=86400")
        .header("RateLimit", matchesPattern("(\"[a-z0-9-]+\";r=\\d+;t=\\d+(, )?){5}"));
  }

  @Test
  void estimatesAHunt_withoutRunningIt() {
    String estimate =
        "{ estimateHunt(kql: \"T\", priority: BACKGROUND)"
            + " { p50 p95 samples admittedNow admittedAt kept } }";
    GraphQl.post(estimate)
        .rootPath("data.estimateHunt")
        .body("p50", equalTo("PT10S"))
        .body("p95", equalTo("PT10S"))
        .body("samples", equalTo(0))
        .body("admittedNow", equalTo(true))
        .body("admittedAt", notNullValue())
        .body("kept", equalTo(false));
    assertEquals(0, upstream.hunts());
    GraphQl.post(HUNT);
    GraphQl.post(estimate).body("data.estimateHunt.kept", equalTo(true));
  }

  @ParameterizedTest
  @CsvSource({"PT1.001S, 2", "PT1S, 1", "PT-5S, 1"})
  void roundsTheTimeToRetryUp(Duration away, long seconds) {
    Instant now = clock.instant();
    ExecutionResult refused =
        ExecutionResult.newExecutionResult()
            .addError(
                GraphqlErrorBuilder.newError()
                    .message("Wait.")
                    .extensions(Map.of("retryAt", now.plus(away).toString()))
                    .build())
            .build();

    assertEquals(Optional.of(seconds), RetryAfter.seconds(refused, now));
  }
}
