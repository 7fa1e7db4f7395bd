package dev.huntgate.graphql;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.http.ContentType.TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnFakeUpstream.class)
class GraphQlOverHttpTest {

  private static final String SPEC = "application/graphql-response+json";
  private static final String HUNT =
      "{ hunt(kql: \"T\") { id cache { hit freshness } rows(first: 2) { nodes } } }";
  private static final int ASKS_UNTIL_READY = 4;

  @Inject FakeUpstream upstream;
  @Inject FakeUpstreamBeans beans;

  @BeforeEach
  void fill() {
    upstream.reset();
    beans.pass(FakeUpstreamBeans.MAX_AGE.plusSeconds(1));
    upstream.finds(Samples.rows(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/graphql"})
  void refusesAPost_thatABrowserSendsToOtherSitesUnasked(String type) {
    RequestSpecification request =
        given()
            .config(config().encoderConfig(encoderConfig().encodeContentTypeAs(type, TEXT)))
            .body("{\"query\":\"{ quota { operation } }\"}");
    request
        .contentType(type)
        .post("/graphql")
        .then()
        .statusCode(415)
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("", "The body is not JSON"),
        Arguments.of("{\"query\":", "The body is not JSON"),
        Arguments.of("[{\"query\":\"{ __typename }\"}]", "Batches"),
        Arguments.of("\"{ __typename }\"", "has to be a JSON object"),
        Arguments.of("{}", "query is missing"),
        Arguments.of("{\"query\":\" \"}", "query is missing"),
        Arguments.of("{\"query\":7}", "query has to be a string"),
        Arguments.of("{\"query\":\"{a}\",\"variables\":[]}", "variables has to be an object"),
        Arguments.of("{\"query\":\"{a}\",\"operationName\":{}}", "operationName has to be"),
        Arguments.of("{\"query\":\"{a}\",\"extensions\":\"x\"}", "extensions has to be"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void answers400_whenTheBodyIsNoRequest(String body, String said) {
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors", hasSize(1))
        .body("errors[0].message", containsString(said))
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
  }

  @Test
  void answers413_whenTheBodyIsTooLong() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"query\":\"{ __typename }\",\"x\":\"" + "x".repeat(2 << 20) + "\"}")
        .post("/graphql")
        .then()
        .statusCode(413)
        .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"));
  }

  @Test
  void answersInTheTypeThatIsAccepted() {
    accepting("*/*").then().statusCode(200).header("Content-Type", containsString("/json;"));
    accepting(SPEC + ", application/json;q=0.5")
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo(SPEC + "; charset=utf-8"));
    accepting("text/html").then().statusCode(406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{ nothing }", "{ hunt", "{ incident { id } }"})
  void tellsAnUnexecutedRequestByItsStatus_toWhoAcceptsTheSpecificationsType(String document) {
    Map<String, String> body = Map.of("query", document);
    given()
        .contentType(ContentType.JSON)
        .accept(SPEC)
        .body(body)
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("data", nullValue())
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"));
    given()
        .contentType(ContentType.JSON)
        .accept(ContentType.JSON)
        .body(body)
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("errors[0].locations[0].line", equalTo(1));
  }

  @Test
  void refusesAGet_thatIsNoQuery() {
    get("mutation { purgeHunt(kql: \"T\") }")
        .then()
        .statusCode(405)
        .header("Allow", equalTo("POST"));
    given()
        .queryParam("query", "query A { __typename } mutation B { purgeHunt(kql: \"T\") }")
        .queryParam("operationName", "B")
        .get("/graphql")
        .then()
        .statusCode(405);
  }

  @Test
  void buysNothing_whenABareGetAsks() {
    get(HUNT).then().statusCode(200).body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    get("{ incidents { nodes { id } } }")
        .then()
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    get("{ incident(id: \"1\") { id } }")
        .then()
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    assertEquals(0, upstream.hunts());
  }

  @Test
  void buys_whenAGetCannotComeFromAnotherSiteUnasked() {
    given()
        .header("GraphQL-Preflight", "1")
        .queryParam("query", HUNT)
        .get("/graphql")
        .then()
        .body("data.hunt.rows.nodes", hasSize(2));
    assertEquals(1, upstream.hunts());
    get(HUNT).then().body("data.hunt.cache.hit", equalTo(true));
    assertEquals(1, upstream.hunts());
  }

  @Test
  void readsVariablesOfAGet() {
    GraphQl.post(HUNT);
    given()
        .queryParam("query", "query ($kql: String!) { hunt(kql: $kql) { rowCount } }")
        .queryParam("variables", "{\"kql\":\"T\"}")
        .get("/graphql")
        .then()
        .body("data.hunt.rowCount", equalTo(5));
    given()
        .queryParam("query", "{ __typename }")
        .queryParam("variables", "{\"kql\"")
        .get("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].message", containsString("variables"));
  }

  @Test
  void servesReadyBytes_whenAReadIsRepeated() {
    Response ready = becomesReady(HUNT);
    assertEquals("private, no-cache", ready.header("Cache-Control"));
    ready
        .then()
        .body("data.hunt.cache.hit", equalTo(true))
        .body("data.hunt.cache.freshness", equalTo("FRESH"))
        .body("data.hunt.rows.nodes", hasSize(2));
    assertEquals(ready.asString(), post(HUNT).asString());
    assertEquals(1, upstream.hunts());
  }

  @Test
  void buysAnew_whenWhatReadyBytesCameFromIsStale() {
    String before = becomesReady(HUNT).path("data.hunt.id");
    beans.pass(FakeUpstreamBeans.MAX_AGE.minus(Duration.ofSeconds(1)));
    assertEquals(before, post(HUNT).path("data.hunt.id"));
    beans.pass(Duration.ofSeconds(2));
    Response after = post(HUNT);
    assertNull(after.header("ETag"));
    after.then().body("data.hunt.cache.hit", equalTo(false));
    assertEquals(2, upstream.hunts());
  }

  @Test
  void buysAnew_whenWhatReadyBytesCameFromIsPurged() {
    becomesReady(HUNT);
    GraphQl.post("mutation { purgeHunt(kql: \"T\") }").body("data.purgeHunt", equalTo(1));
    post(HUNT).then().body("data.hunt.cache.hit", equalTo(false));
    assertEquals(2, upstream.hunts());
  }

  @Test
  void saysThatAResultIsGone_whenItsPagesWereReady() {
    String id = post(HUNT).path("data.hunt.id");
    String page = "{ huntResult(id: \"" + id + "\") { rows { nodes } } }";
    becomesReady(page);
    GraphQl.post("mutation { purgeHunt(kql: \"T\") }");
    post(page).then().body("errors[0].extensions.code", equalTo("RESULT_GONE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ hunt(kql: \"T\", maxAge: \"PT0S\") { rowCount } }",
        "{ hunt(kql: \"T\") { rowCount } quota { operation } }",
        "{ hunt(kql: \"T\") { rowCount } other: hunt(kql: \" \") { rowCount } }"
      })
  void executesAnew_whatMayBeAnsweredOtherwise(String document) {
    for (int i = 0; i <= ASKS_UNTIL_READY; i++) {
      assertNull(post(document).header("ETag"));
    }
  }

  @Test
  void answers304_whenAGetKnowsTheAnswer() {
    GraphQl.post(HUNT);
    String tag = get(HUNT).then().statusCode(200).extract().header("ETag");
    for (int i = 0; i <= ASKS_UNTIL_READY; i++) {
      given()
          .header("If-None-Match", "\"other\", W/" + tag)
          .queryParam("query", HUNT)
          .get("/graphql")
          .then()
          .statusCode(304)
          .header("ETag", equalTo(tag))
          .body(equalTo(""));
    }
    given()
        .header("If-None-Match", "\"other\"")
        .queryParam("query", HUNT)
        .get("/graphql")
        .then()
        .statusCode(200)
        .header("ETag", equalTo(tag));
    given()
        .header("If-None-Match", tag)
        .contentType(ContentType.JSON)
        .body(Map.of("query", HUNT))
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("data.hunt.id", notNullValue());
  }

  @Test
  void learnsADocument_asApolloClientsSendIt() {
    String query = "{ quota { operation state } }";
    String hash = "6e6da8e5dfdc9f1d9b5e1f3c6ee0a8fd4a4ed2c0e5b8f4b3c9c3f4a7d0a1b2c3";
    hash(hash)
        .then()
        .statusCode(200)
        .body("errors[0].message", equalTo("PersistedQueryNotFound"))
        .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("query", query, "extensions", persisted(hash)))
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("INVALID_ARGUMENT"))
        .body("errors[0].message", containsString("sha256Hash"));

    String right = sha256(query);
    given()
        .contentType(ContentType.JSON)
        .body(Map.of("query", query, "extensions", persisted(right)))
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("data.quota", notNullValue());
    hash(right).then().statusCode(200).body("data.quota", notNullValue());
  }

  @Test
  void tellsBrowsers_notToTakeItForAPage() {
    post("{ __typename }")
        .then()
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("X-Frame-Options", equalTo("DENY"))
        .header("Referrer-Policy", equalTo("no-referrer"))
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Access-Control-Allow-Origin", nullValue());
    given()
        .header("Origin", "https://elsewhere.example")
        .header("Access-Control-Request-Method", "POST")
        .options("/graphql")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
    given()
        .get("/q/graphql-ui/")
        .then()
        .header("X-Frame-Options", equalTo("DENY"))
        .header("Content-Security-Policy", nullValue());
  }

  private static Response hash(String hash) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("extensions", persisted(hash)))
        .post("/graphql");
  }

  private static Map<String, Object> persisted(String hash) {
    return Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(Sha256.digest().digest(text.getBytes(UTF_8)));
  }

  static Stream<Arguments> waysToSend() {
    return Stream.of(
        Arguments.of("whole", false, false),
        Arguments.of("in chunks", true, false),
        Arguments.of("when told to go on", false, true),
        Arguments.of("in chunks when told to go on", true, true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToSend")
  void answersReadyOrNot_howeverTheBodyComes(String way, boolean chunks, boolean expect)
      throws IOException, InterruptedException {
    byte[] body = ("{\"query\":" + Json.createValue(HUNT) + "}").getBytes(UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/graphql"))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .expectContinue(expect)
            .POST(
                chunks
                    ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                    : BodyPublishers.ofByteArray(body))
            .build();
    HttpClient client = HttpClient.newHttpClient();
    for (int time = 0; time < ASKS_UNTIL_READY; time++) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      assertThat(answer.body(), containsString("\"rows\":{\"nodes\":[[0],[1]]}"));
    }
    assertEquals(1, upstream.hunts());
  }

  /* Bought, met once or twice, kept. */
  private static Response becomesReady(String document) {
    return Stream.generate(() -> post(document))
        .limit(ASKS_UNTIL_READY)
        .filter(answer -> answer.header("ETag") != null)
        .findFirst()
        .orElseThrow();
  }

  private static Response post(String document) {
    return given().contentType(ContentType.JSON).body(Map.of("query", document)).post("/graphql");
  }

  private static Response get(String document) {
    return given().queryParam("query", document).get("/graphql");
  }

  private static Response accepting(String types) {
    return given()
        .contentType(ContentType.JSON)
        .accept(types)
        .body(Map.of("query", "{ __typename }"))
        .post("/graphql");
  }
}
