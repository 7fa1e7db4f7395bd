package dev.huntgate.tracing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The spans of requests over the sandbox. */
@QuarkusTest
@TestProfile(TracingTest.Collected.class)
class TracingTest {

  /** Nobody listens at the address; what is sent there is taken from the way to it. */
  public static class Collected implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "otel.exporter.otlp.endpoint", "http://127.0.0.1:9",
          "quarkus.otel.bsp.schedule.delay", "PT1H");
    }
  }

  @Inject CollectedSpans spans;

  @BeforeEach
  void forget() {
    spans.ended().clear();
  }

  @Test
  void tellsOfAHunt_itsRunAndItsCall() {
    ask("DeviceInfo | take 3 // secret-words", 1);

    SpanData hunt = only("hunt");
    SpanData run = only("hunt run");
    SpanData call = only("hunt call");
    assertEquals("bought", hunt.getAttributes().get(Spans.CACHE));
    assertEquals("OK", hunt.getAttributes().get(Spans.OUTCOME));
    assertEquals("default", hunt.getAttributes().get(Spans.TENANT));
    assertEquals(3, hunt.getAttributes().get(Spans.ROWS));
    assertTrue(hunt.getAttributes().get(Spans.RUNNING_TIME_MS) >= 0);
    assertEquals(3, run.getAttributes().get(Spans.ROWS));
    assertTrue(run.getAttributes().get(Spans.WAIT_MS) >= 0);
    assertEquals(hunt.getAttributes().get(Spans.HASH), run.getAttributes().get(Spans.HASH));
    assertEquals(run.getSpanId(), call.getParentSpanId());
    assertTrue(hunt.getParentSpanContext().isValid());
    assertEquals(hunt.getTraceId(), run.getTraceId());
    assertEquals(hunt.getTraceId(), call.getTraceId());
  }

  @Test
  void tellsThatAKeptResultAnswered() {
    ask("DeviceInfo | take 4", 1);
    ask("DeviceInfo |  take 4", 2);

    assertEquals("kept", spans.named("hunt").get(1).getAttributes().get(Spans.CACHE));
    assertEquals(1, spans.named("hunt run").size());
  }

  @Test
  void tellsTheCodeOfAFailure() {
    post("{ hunt(kql: \"DeviceInfo | evaluate nothing()\") { rowCount } }");

    await().until(() -> spans.named("hunt").size() == 1);
    SpanData hunt = only("hunt");
    assertEquals(StatusCode.ERROR, hunt.getStatus().getStatusCode());
    assertEquals("KQL_REJECTED", hunt.getAttributes().get(Spans.OUTCOME));
    assertEquals("KQL_REJECTED", only("hunt call").getAttributes().get(Spans.OUTCOME));
  }

  @Test
  void tellsOfIncidents() {
    post("{ incidents(first: 2) { nodes { id } } }").then().body("errors", nullValue());

    await().until(() -> !spans.named("incidents list").isEmpty());
    assertTrue(only("incidents list").getAttributes().get(Spans.INCIDENTS) > 0);
  }

  @Test
  void holdsNoTextOfAQuery_norOfAnAddress() {
    ask("DeviceInfo | where DeviceName == 'secret-words' | take 1", 1);
    given()
        .queryParam(
            "query", "{ hunt(kql: \"DeviceInfo | where DeviceName == 'secret-words'\") { id } }")
        .get("/graphql");
    given().get("/hunts/secret-words.csv?ticket=secret-words");

    await()
        .until(
            () ->
                spans.ended().stream().filter(span -> !span.getName().startsWith("hunt")).count()
                    >= 3);
    assertFalse(spans.ended().toString().contains("secret-words"), spans.ended()::toString);
    assertFalse(spans.ended().toString().contains("DeviceInfo"), spans.ended()::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "/graphql?query=x, /graphql",
    "/hunts/abc.csv, /hunts/{file}",
    "http://h/hunts/abc.csv?ticket=1, http://h/hunts/{file}",
    "/graphql, /graphql"
  })
  void tellsAddresses_withoutTheirSecrets(String address, String told) {
    assertEquals(told, SecretAddresses.told(address));
  }

  private SpanData only(String name) {
    assertEquals(1, spans.named(name).size(), () -> name + " of " + spans.ended());
    return spans.named(name).get(0);
  }

  private void ask(String kql, int hunts) {
    post("{ hunt(kql: \"" + kql + "\") { rowCount } }").then().body("errors", nullValue());
    await().until(() -> spans.named("hunt").size() == hunts);
  }

  private static io.restassured.response.Response post(String document) {
    return given().contentType("application/json").body(Map.of("query", document)).post("/graphql");
  }
}
