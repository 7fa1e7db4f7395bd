package dev.huntgate.graphql;

import static dev.huntgate.access.Permission.EXPORT;
import static dev.huntgate.access.Permission.HUNTING_ADHOC;
import static dev.huntgate.access.Permission.HUNTING_SAVED;
import static dev.huntgate.graphql.GraphQl.as;
import static dev.huntgate.graphql.GraphQl.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.huntgate.access.Caller;
import dev.huntgate.access.IssuerForTests;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import dev.huntgate.cache.ReadyAnswers;
import dev.huntgate.hunting.Hunts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept, as files and as ready bytes, with every permission and every kind of token. */
@QuarkusTest
@TestProfile(WithTokens.class)
class KeptAnswersMatrixTest {

  private static final IssuerForTests ISSUER = IssuerForTests.named(WithTokens.ISSUER);
  private static final String GRANTS = "dev.huntgate.graphql.TokenKind#grants";
  private static final String READY = "{ hunt(kql: \"Ready\") { rowCount } }";
  private static final String PAGE =
      "query ($after: String) { hunt(kql: \"Ready\") { rows(first: 2, after: $after) { nodes } } }";
  /* Within the half minute by which clocks may differ, five seconds are left. */
  private static final int EXPIRED_FOR = 25;

  @Inject FakeUpstream upstream;
  @Inject FakeUpstreamBeans beans;
  @Inject ReadyAnswers ready;
  @Inject Hunts hunts;

  @BeforeAll
  static void start() {
    ISSUER.start();
  }

  @AfterAll
  static void stop() {
    ISSUER.close();
  }

  @BeforeEach
  void fill() {
    upstream.reset();
    beans.pass(FakeUpstreamBeans.MAX_AGE.plusSeconds(1));
    upstream.finds(Samples.rows(5));
  }

  @ParameterizedTest(name = "file with {0}, token {1}")
  @MethodSource(GRANTS)
  void givesAFile_toWhoMayExport(Set<Permission> held, TokenKind kind) {
    String id = keptResult();
    String token = kind.token(ISSUER, held.toArray(Permission[]::new));
    for (String file : new String[] {"/hunts/" + id + ".csv", "/hunts/" + id + ".ndjson"}) {
      ValidatableResponse got = as(token).get(file).then();
      ValidatableResponse head = as(token).head(file).then();
      if (kind != TokenKind.RIGHT) {
        kind.assertFileRefused(got);
        kind.assertChallenged(head);
      } else if (held.contains(EXPORT)) {
        got.statusCode(200).header("RateLimit", notNullValue()).body(containsString("\n"));
        head.statusCode(200);
      } else {
        got.statusCode(403).body("code", equalTo("FORBIDDEN"));
        got.body("message", containsString("permission export"));
        head.statusCode(403);
      }
    }
  }

  @ParameterizedTest(name = "links with {0}, token {1}")
  @MethodSource(GRANTS)
  void makesLinks_forWhoMayExport(Set<Permission> held, TokenKind kind) {
    String document = "{ huntResult(id: \"%s\") { id exports { csv } } }".formatted(keptResult());
    Set<Permission> reading = new java.util.HashSet<>(held);
    reading.add(HUNTING_SAVED);
    ValidatableResponse answer =
        post(kind.token(ISSUER, reading.toArray(Permission[]::new)), document).then();
    if (kind != TokenKind.RIGHT) {
      kind.assertRefused(answer);
    } else if (held.contains(EXPORT)) {
      answer.body("errors", nullValue()).body("data.huntResult.exports.csv", notNullValue());
    } else {
      answer.body("errors[0].extensions.code", equalTo("FORBIDDEN"));
      answer.body("errors[0].path", equalTo(java.util.List.of("huntResult", "exports")));
      answer.body("data.huntResult.exports", nullValue());
      answer.body("data.huntResult.id", notNullValue());
    }
  }

  @Test
  void opensTheFileOfALink_onceAndWithoutAToken() {
    String link =
        post(ISSUER.token(HUNTING_ADHOC, EXPORT), "{ hunt(kql: \"Kept\") { exports { csv } } }")
            .path("data.hunt.exports.csv");
    given().head(link).then().statusCode(200);
    given()
        .get(link.replace(".csv", ".ndjson"))
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
    as(ISSUER.expired(EXPORT)).get(link).then().statusCode(401);
    given().get(link).then().statusCode(200);
    given().get(link).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/hunts/../graphql?ticket=x&query={__typename}",
        "/hunts/%2e%2e/graphql?ticket=x&query={__typename}",
        "/hunts/../q/metrics?ticket=x",
        "/graphql?ticket=x&query={__typename}",
        "/graphql/schema.graphql?ticket=x",
        "/q/metrics?ticket=x",
        "/hunts?ticketed=x",
        "/huntsmen?ticket=x"
      })
  void opensNothingElse_withATicket(String path) {
    given()
        .urlEncodingEnabled(false)
        .get(path.replace("{", "%7B").replace("}", "%7D"))
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x"})
  void refusesATicketThatIsNone(String ticket) {
    given()
        .get("/hunts/" + keptResult() + ".csv?ticket=" + ticket)
        .then()
        .statusCode(401)
        .body("code", equalTo("UNAUTHENTICATED"));
    given().get("/hunts/nothing?ticket=" + ticket).then().statusCode(404);
  }

  @ParameterizedTest(name = "ready bytes with {0}, token {1}")
  @MethodSource(GRANTS)
  void servesReadyBytes_toWhoMayHunt(Set<Permission> held, TokenKind kind) {
    String hunter = ISSUER.token(HUNTING_ADHOC);
    String tag = null;
    for (int time = 0; time < 4; time++) {
      tag = post(hunter, READY).header("ETag");
      get(hunter, READY);
    }
    assertNotNull(tag);
    String token = kind.token(ISSUER, held.toArray(Permission[]::new));
    for (int time = 0; time < 3; time++) {
      for (Response answer : new Response[] {post(token, READY), get(token, READY)}) {
        if (kind != TokenKind.RIGHT) {
          kind.assertRefused(answer.then().header("ETag", nullValue()));
        } else if (held.contains(HUNTING_ADHOC)) {
          answer.then().statusCode(200).header("ETag", equalTo(tag));
        } else {
          assertForbidden(answer);
        }
      }
    }
    assertEquals(1, upstream.hunts());
  }

  @ParameterizedTest(name = "ready pages with {0}, token {1}")
  @MethodSource(GRANTS)
  void writesReadyPages_forWhoMayHunt(Set<Permission> held, TokenKind kind) {
    String hunter = ISSUER.token(HUNTING_ADHOC);
    String after =
        post(hunter, "{ hunt(kql: \"Ready\") { rows(first: 2) { pageInfo { endCursor } } } }")
            .path("data.hunt.rows.pageInfo.endCursor");
    for (int time = 0; time < 4; time++) {
      page(hunter, after).then().body("errors", nullValue());
    }
    assertNotNull(readyPage(Set.of(HUNTING_ADHOC), after));

    String token = kind.token(ISSUER, held.toArray(Permission[]::new));
    Response answer = page(token, after);
    if (kind != TokenKind.RIGHT) {
      kind.assertRefused(answer.then());
    } else if (held.contains(HUNTING_ADHOC)) {
      answer.then().statusCode(200).body("errors", nullValue());
    } else {
      assertForbidden(answer);
      assertEquals(null, readyPage(held, after));
    }
  }

  @Test
  void servesNoReadyBytes_toATokenThatExpiredMeanwhile() {
    long now = Clock.systemUTC().instant().getEpochSecond();
    String token =
        ISSUER.sign(
            ISSUER.claims(HUNTING_ADHOC, EXPORT).issuedAt(now - 60).expiresAt(now - EXPIRED_FOR));
    String file = "/hunts/" + keptResult() + ".csv";
    String tag = null;
    for (int time = 0; time < 4; time++) {
      tag = post(token, READY).header("ETag");
    }
    assertNotNull(tag);
    as(token).get(file).then().statusCode(200);

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> post(token, READY).statusCode() != 200);

    TokenKind.EXPIRED.assertRefused(post(token, READY).then());
    TokenKind.EXPIRED.assertRefused(get(token, READY).then());
    TokenKind.EXPIRED.assertFileRefused(as(token).get(file).then());
    assertEquals(tag, post(ISSUER.token(HUNTING_ADHOC, EXPORT), READY).header("ETag"));
  }

  private byte @Nullable [] readyPage(Set<Permission> held, String after) {
    Caller caller = new Caller("somebody", Tenant.DEFAULT, held);
    return new PageReads(ready, hunts)
        .answer(
            new PageReads.Request(
                caller, PAGE, null, Json.createObjectBuilder().add("after", after).build()));
  }

  private static void assertForbidden(Response answer) {
    answer
        .then()
        .statusCode(200)
        .header("ETag", nullValue())
        .body("data", nullValue())
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
  }

  private static String keptResult() {
    return post(ISSUER.token(HUNTING_ADHOC), "{ hunt(kql: \"Kept\") { id } }").path("data.hunt.id");
  }

  private static Response page(@Nullable String token, String after) {
    return as(token)
        .contentType(ContentType.JSON)
        .body(Map.of("query", PAGE, "variables", Map.of("after", after)))
        .post("/graphql");
  }

  private static Response get(@Nullable String token, String document) {
    return as(token).queryParam("query", document).get("/graphql");
  }
}
