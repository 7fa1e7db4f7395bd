package dev.huntgate.graphql;

import static dev.huntgate.access.Permission.ADMIN;
import static dev.huntgate.access.Permission.HUNTING_ADHOC;
import static dev.huntgate.access.Permission.HUNTING_SAVED;
import static dev.huntgate.access.Permission.INCIDENTS_READ;
import static dev.huntgate.access.Permission.INCIDENTS_WRITE;
import static dev.huntgate.graphql.GraphQl.as;
import static dev.huntgate.graphql.GraphQl.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.access.IssuerForTests;
import dev.huntgate.access.Permission;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field and every end point, with every permission, and every kind of token. */
@QuarkusTest
@TestProfile(WithTokens.class)
class PermissionMatrixTest {

  private static final String UNKNOWN_ID = "nothing";

  private static final IssuerForTests ISSUER = IssuerForTests.named(WithTokens.ISSUER);

  /** A field, what asks for it, and the permissions of which any is enough; none: being known. */
  record Field(String name, String document, Set<Permission> anyOf) {
    @Override
    public String toString() {
      return document;
    }
  }

  private static final List<Field> FIELDS =
      List.of(
          field("incidents", "{ incidents { nodes { id alerts { id } } } }", INCIDENTS_READ),
          field("incident", "{ incident(id: \"1\") { id } }", INCIDENTS_READ),
          field(
              "incidentCounts",
              "{ incidentCounts(by: SEVERITY) { counts { value incidents } complete } }",
              INCIDENTS_READ),
          field(
              "updateIncident",
              "mutation { updateIncident(input: {id: \"1\", status: RESOLVED})"
                  + " { incident { id } warnings } }",
              INCIDENTS_WRITE),
          field(
              "addIncidentComment",
              "mutation { addIncidentComment(input: {id: \"1\", comment: \"Seen\"})"
                  + " { incident { id } } }",
              INCIDENTS_WRITE),
          field(
              "updateIncidents",
              "mutation { updateIncidents(input: {ids: [\"1\"], tags: []}) { results { id } } }",
              INCIDENTS_WRITE),
          field("hunt", "{ hunt(kql: \"T\") { id rows { nodes } } }", HUNTING_ADHOC),
          field("huntResult", "{ huntResult(id: \"%s\") { id } }", HUNTING_ADHOC, HUNTING_SAVED),
          field(
              "hunt",
              "{ hunt(kql: \"T\") { rows(first: 2, orderBy: [{column: \"n\"}], filter: [],"
                  + " columns: [\"n\"]) { nodes edges { cursor } } summary(column: \"n\") { rowCount } } }",
              HUNTING_ADHOC),
          field(
              "huntResult",
              "{ huntResult(id: \"%s\") { rows { nodes } summary(column: \"n\") { rowCount } } }",
              HUNTING_ADHOC,
              HUNTING_SAVED),
          field("checkKql", "{ checkKql(kql: \"T\") { canonical } }", HUNTING_ADHOC, HUNTING_SAVED),
          field("huntingSchema", "{ huntingSchema { name } }", HUNTING_ADHOC, HUNTING_SAVED),
          field(
              "huntingSchema",
              "{ huntingSchema(table: \"DeviceInfo\") { name } }",
              HUNTING_ADHOC,
              HUNTING_SAVED),
          field("estimateHunt", "{ estimateHunt(kql: \"T\") { p50 } }", HUNTING_ADHOC),
          field("purgeHunt", "mutation { purgeHunt(kql: \"Other\") }", HUNTING_ADHOC),
          field("startHunt", "mutation { startHunt(kql: \"T\") { id state } }", HUNTING_ADHOC),
          field(
              "huntJob",
              "{ huntJob(id: \"%2$s\") { id result { id } } }",
              HUNTING_ADHOC,
              HUNTING_SAVED),
          field(
              "cancelHunt",
              "mutation { cancelHunt(id: \"%2$s\") { id result { id } } }",
              HUNTING_ADHOC,
              HUNTING_SAVED),
          field("savedHunts", "{ savedHunts { name } }", HUNTING_ADHOC, HUNTING_SAVED),
          field(
              "savedHunt",
              "{ savedHunt(name: \"inbox-rules\") { name } }",
              HUNTING_ADHOC,
              HUNTING_SAVED),
          field(
              "runSavedHunt",
              "{ runSavedHunt(name: \"inbox-rules\") { id } }",
              HUNTING_ADHOC,
              HUNTING_SAVED),
          field("savedHuntProblems", "{ savedHuntProblems { message } }", ADMIN),
          field("quota", "{ quota { operation } }"),
          field("spending", "{ spending(by: CALLER) { caller } }", ADMIN),
          field("spending", "{ spending(by: HUNT) { kql } }", ADMIN),
          field("__schema", "{ __schema { queryType { name } } }"),
          field("__type", "{ __type(name: \"Query\") { name } }"),
          field("__typename", "{ __typename }"));

  private static @Nullable String keptResult;
  private static @Nullable String keptJob;

  @Inject FakeUpstream upstream;

  @BeforeAll
  static void start() {
    keptResult = null;
    keptJob = null;
    ISSUER.start();
  }

  @AfterAll
  static void stop() {
    ISSUER.close();
  }

  @BeforeEach
  void fill() {
    upstream.reset();
    upstream.holds(Samples.incidents(3));
    upstream.finds(Samples.rows(5));
  }

  static Stream<Arguments> fields() {
    return FIELDS.stream()
        .flatMap(
            field ->
                TokenKind.grants()
                    .map(grant -> Arguments.of(field, grant.get()[0], grant.get()[1])));
  }

  @ParameterizedTest(name = "{0} with {1}, token {2}")
  @MethodSource("fields")
  void answersAField_toWhoMayAskForIt(Field field, Set<Permission> held, TokenKind kind) {
    String document = field.document().formatted(keptResult(), keptJob());
    String token = kind.token(ISSUER, held.toArray(Permission[]::new));
    ValidatableResponse posted = post(token, document).then();
    if (kind != TokenKind.RIGHT) {
      kind.assertRefused(posted);
    } else if (field.anyOf().isEmpty() || field.anyOf().stream().anyMatch(held::contains)) {
      posted.statusCode(200).body("errors", nullValue()).body("data", notNullValue());
    } else {
      posted.statusCode(200).body("errors[0].extensions.code", equalTo("FORBIDDEN"));
      posted.body("errors[0].message", containsString(field.anyOf().iterator().next().text()));
      posted.body("extensions", nullValue());
    }
  }

  @ParameterizedTest(name = "subscriptions with {0}, token {1}")
  @MethodSource("dev.huntgate.graphql.TokenKind#grants")
  void tellsBySubscription_whomItMayTell(Set<Permission> held, TokenKind kind) {
    if (kind != TokenKind.RIGHT) {
      // Who is not known gets no socket: GraphQlSocketTest.
      return;
    }
    String token = ISSUER.token(held.toArray(Permission[]::new));
    try (SocketClient client = SocketClient.open(Map.of("Authorization", "Bearer " + token))) {
      client.init(null);
      assertThat(client.next(), containsString("connection_ack"));
      client.subscribe("updates", "subscription { incidentUpdates { id } }");
      String answer = held.contains(INCIDENTS_READ) ? "nothing" : client.next();
      client.subscribe("quota", "subscription { quota { operation state } }");
      String quota = client.next();

      if (!held.contains(INCIDENTS_READ)) {
        assertThat(answer, containsString("\"updates\""));
        assertThat(answer, containsString("FORBIDDEN"));
      }
      while (!quota.contains("\"quota\"")) {
        assertThat(quota, containsString("complete"));
        quota = client.next();
      }
      assertThat(quota, containsString("HUNTING"));
    }
  }

  @ParameterizedTest(name = "GET with {0}, token {1}")
  @MethodSource("dev.huntgate.graphql.TokenKind#grants")
  void answersAGet_toWhoIsKnown(Set<Permission> held, TokenKind kind) {
    ValidatableResponse got =
        as(kind.token(ISSUER, held.toArray(Permission[]::new)))
            .queryParam("query", "{ hunt(kql: \"NeverBought\") { id } }")
            .get("/graphql")
            .then();
    if (kind != TokenKind.RIGHT) {
      kind.assertRefused(got);
    } else {
      got.statusCode(200).body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }
  }

  @ParameterizedTest(name = "schema with {0}, token {1}")
  @MethodSource("dev.huntgate.graphql.TokenKind#grants")
  void showsTheSchema_toWhoIsKnown(Set<Permission> held, TokenKind kind) {
    ValidatableResponse got =
        as(kind.token(ISSUER, held.toArray(Permission[]::new)))
            .get("/graphql/schema.graphql")
            .then();
    if (kind != TokenKind.RIGHT) {
      kind.assertRefused(got);
    } else {
      got.statusCode(200).body(containsString("type Query"));
    }
  }

  @ParameterizedTest(name = "metrics with {0}, token {1}")
  @MethodSource("dev.huntgate.graphql.TokenKind#grants")
  void showsTheMetrics_toAdministrators(Set<Permission> held, TokenKind kind) {
    ValidatableResponse got =
        as(kind.token(ISSUER, held.toArray(Permission[]::new))).get("/q/metrics").then();
    if (kind != TokenKind.RIGHT) {
      kind.assertRefused(got);
    } else if (held.contains(ADMIN)) {
      got.statusCode(200).body(containsString("huntgate_"));
    } else {
      got.statusCode(403).body(not(containsString("huntgate_")));
    }
  }

  @Test
  void knowsAllFields_thatThereAre() {
    List<Map<String, Object>> types =
        post(ISSUER.token(), "{ __schema { types { name fields { name } } } }")
            .jsonPath()
            .getList("data.__schema.types");
    Set<String> served = new TreeSet<>();
    for (Map<String, Object> type : types) {
      if (Set.of("Query", "Mutation", "Subscription").contains(type.get("name"))) {
        ((List<?>) type.get("fields"))
            .forEach(field -> served.add((String) ((Map<?, ?>) field).get("name")));
      }
    }
    assertEquals(
        served,
        Stream.concat(FIELDS.stream().map(Field::name), Stream.of("incidentUpdates"))
            .filter(name -> !name.startsWith("__"))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @EnumSource(value = TokenKind.class, names = "RIGHT", mode = EnumSource.Mode.EXCLUDE)
  void refusesAnEndPointThatIsNotThere_toWhoIsNotKnown(TokenKind kind) {
    kind.assertFileRefused(as(kind.token(ISSUER)).get("/hunts/" + UNKNOWN_ID).then());
    kind.assertRefused(as(kind.token(ISSUER)).get("/nothing").then());
    kind.assertRefused(as(kind.token(ISSUER)).post("/graphql/").then());
    kind.assertRefused(
        given().urlEncodingEnabled(false).spec(as(kind.token(ISSUER))).post("//%67raphql").then());
  }

  @Test
  void answersProbesAndThePage_toAll() {
    for (String probe : List.of("", "/started", "/live", "/ready")) {
      given().get("/q/health" + probe).then().statusCode(200);
    }
    given().get("/q/graphql-ui/").then().statusCode(200);
  }

  /* Not by a hunt of the test's: what ran is in the books of all tests. Once for all of them. */
  private static String keptResult() {
    if (keptResult == null) {
      keptResult =
          post(ISSUER.token(HUNTING_ADHOC), "{ hunt(kql: \"Kept\") { id } }").path("data.hunt.id");
    }
    return keptResult;
  }

  private static String keptJob() {
    if (keptJob == null) {
      keptJob =
          post(ISSUER.token(HUNTING_ADHOC), "mutation { startHunt(kql: \"Kept\") { id } }")
              .path("data.startHunt.id");
    }
    return keptJob;
  }

  private static Field field(String name, String document, Permission... anyOf) {
    return new Field(name, document, Set.of(anyOf));
  }
}
