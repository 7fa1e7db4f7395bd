package dev.huntgate.graphql;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator who executes only what their front ends were built with, and nothing for long. */
@QuarkusTest
@TestProfile(RestrictedRequestsTest.Restricted.class)
class RestrictedRequestsTest {

  private static final String QUOTA = "{ quota { operation } }";
  private static final String HUNT = "{ hunt(kql: \"T\") { rowCount } }";
  private static final String SCHEMA = "{ __schema { queryType { name } } }";
  private static final String WATCH = "subscription { quota { state } }";

  /** Trusted documents, half a second each, and no introspection. */
  public static class Restricted extends OnFakeUpstream {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "huntgate.documents.manifest",
          manifest().toString(),
          "huntgate.documents.only",
          "true",
          "huntgate.graphql.introspection",
          "nobody",
          "huntgate.graphql.timeout",
          "PT0.5S");
    }

    private static Path manifest() {
      try {
        Path file = Files.createTempFile("documents", ".json");
        file.toFile().deleteOnExit();
        StringBuilder json = new StringBuilder();
        for (String document : new String[] {QUOTA, HUNT, SCHEMA, WATCH}) {
          json.append(json.isEmpty() ? '{' : ',')
              .append('"')
              .append(hash(document))
              .append("\":\"")
              .append(document.replace("\"", "\\\""))
              .append('"');
        }
        return Files.writeString(file, json.append('}'));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Inject FakeUpstream upstream;

  @BeforeEach
  void fill() {
    upstream.reset();
    upstream.finds(Samples.rows(5));
  }

  @Test
  void executesWhatIsTrusted_byItsHashOrItsText() {
    named(hash(QUOTA)).statusCode(200).body("data.quota", notNullValue());
    post(Map.of("query", QUOTA)).statusCode(200).body("data.quota", notNullValue());
    given()
        .queryParam("extensions", "{\"persistedQuery\":{\"sha256Hash\":\"" + hash(QUOTA) + "\"}}")
        .get("/graphql")
        .then()
        .statusCode(200)
        .body("data.quota", notNullValue());
  }

  @Test
  void refusesEverythingElse() {
    post(Map.of("query", "{ quota { state } }"))
        .statusCode(403)
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    named("0".repeat(64))
        .statusCode(200)
        .body("errors[0].message", equalTo("PersistedQueryNotFound"))
        .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
    given().queryParam("query", "{ quota { state } }").get("/graphql").then().statusCode(403);
  }

  @Test
  void holdsForWebSockets_too() {
    try (SocketClient client = SocketClient.open(Map.of())) {
      client.init(null);
      assertThat(client.next(), containsString("connection_ack"));
      client.subscribe("1", "subscription { quota { operation } }");
      assertThat(client.next(), containsString("FORBIDDEN"));
      client.send(
          "{\"id\":\"2\",\"type\":\"subscribe\",\"payload\":{\"extensions\":{\"persistedQuery\":"
              + "{\"version\":1,\"sha256Hash\":\""
              + hash(WATCH)
              + "\"}}}}");
      assertThat(client.next(), containsString("\"state\""));
      client.send("{\"id\":\"3\",\"type\":\"subscribe\",\"payload\":{}}");
      assertThat(client.next(), containsString("PersistedQueryNotFound"));
    }
  }

  @Test
  void doesNotTellTheSchema_whenNobodyMayAsk() {
    named(hash(SCHEMA))
        .body("data", nullValue())
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
  }

  @Test
  void givesUp_whatTakesTooLong() {
    upstream.holdHunts();
    named(hash(HUNT))
        .statusCode(504)
        .body("errors[0].extensions.code", equalTo("UPSTREAM_TIMEOUT"))
        .body("errors[0].message", containsString("PT0.5S"));

    upstream.answerHunts();
    named(hash(HUNT)).statusCode(200).body("data.hunt.rowCount", equalTo(5));
  }

  private static ValidatableResponse named(String hash) {
    return post(
        Map.of("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash))));
  }

  private static ValidatableResponse post(Map<String, Object> request) {
    return given().contentType(ContentType.JSON).body(request).post("/graphql").then();
  }

  private static String hash(String document) {
    return HexFormat.of().formatHex(Sha256.digest().digest(document.getBytes(UTF_8)));
  }
}
