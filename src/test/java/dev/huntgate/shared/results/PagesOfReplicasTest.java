package dev.huntgate.shared.results;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.huntgate.access.Tenant;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.hunting.Sharing;
import dev.huntgate.kql.CanonicalKql;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import dev.huntgate.shared.RedisForTests;
import dev.huntgate.shared.RedisStore;
import dev.huntgate.shared.StoresForTests;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Huntgate serves pages of what another replica bought, whatever is asked of them. */
@QuarkusTest
@TestProfile(PagesOfReplicasTest.WithRedis.class)
class PagesOfReplicasTest {

  private static final RedisForTests REDIS = RedisForTests.named("pages");
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int ROWS = 90_000;
  private static final String SHOWN = "columns: [\"Number\", \"Name\"]";
  private static final Result RESULT = result();

  private String kql;
  private String id;

  /** Needs the address of a Redis that is started before. */
  public static class WithRedis implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("huntgate.shared.redis", address(), "huntgate.shared.patience", "PT5S");
    }

    private static String address() {
      return REDIS.address();
    }
  }

  @BeforeAll
  static void start() {
    REDIS.start();
  }

  @AfterAll
  static void stop() {
    REDIS.close();
  }

  /* A hunt that no table answers: where its result is not found, the test fails. */
  @BeforeEach
  void keepAtAnother() {
    id = ResultCache.newId();
    kql = "OfAnother | take " + id.hashCode();
    Instant now = Instant.now();
    StoredResult stored =
        new StoredResult(
            id,
            new ResultKey(Tenant.DEFAULT, CanonicalKql.of(kql), null),
            RESULT,
            List.of(),
            Duration.ofSeconds(2),
            now,
            now.plusSeconds(600));
    try (RedisStore store = StoresForTests.at(REDIS, Duration.ofSeconds(5))) {
      Sharing sharing =
          SharedHunts.join(
              store.commands(),
              Duration.ofMinutes(10),
              1 << 26,
              Duration.ofSeconds(30),
              Clock.systemUTC(),
              (delay, wake) -> () -> {});
      sharing.results().keep(stored).await().atMost(LONG);
    }
  }

  @Test
  void servesAPage_andThePagesBehindIt() {
    String cursor =
        hunt("cache { outcome } rowCount rows(first: 2, "
                + SHOWN
                + ") { totalCount nodes pageInfo { endCursor } }")
            .body("errors", nullValue())
            .body("data.hunt.cache.outcome", equalTo("SHARED"))
            .body("data.hunt.rowCount", equalTo(ROWS))
            .body("data.hunt.rows.totalCount", equalTo(ROWS))
            .body("data.hunt.rows.nodes", equalTo(List.of(List.of(0, "n0"), List.of(1, "n1"))))
            .extract()
            .path("data.hunt.rows.pageInfo.endCursor");
    for (int times = 0; times < 3; times++) {
      hunt("rows(first: 1, after: \""
              + cursor
              + "\", "
              + SHOWN
              + ") { nodes pageInfo { hasNextPage } }")
          .body("errors", nullValue())
          .body("data.hunt.rows.nodes", equalTo(List.of(List.of(2, "n2"))))
          .body("data.hunt.rows.pageInfo.hasNextPage", equalTo(true));
    }
  }

  @Test
  void readsTheResultAgain_byItsId() {
    reread(
            "id rows(first: 1, "
                + SHOWN
                + ") { nodes } more: rows(first: 3, columns: [\"Name\"]) { nodes }")
        .body("errors", nullValue())
        .body("data.huntResult.id", equalTo(id))
        .body("data.huntResult.rows.nodes", equalTo(List.of(List.of(0, "n0"))))
        .body(
            "data.huntResult.more.nodes",
            equalTo(List.of(List.of("n0"), List.of("n1"), List.of("n2"))));
    reread("rowCount columns { name }")
        .body("errors", nullValue())
        .body("data.huntResult.columns.name", equalTo(List.of("Number", "Name", "Noise")));
  }

  @Test
  void sortsFiltersAndCounts_overAllRows() {
    hunt("""
            rows(first: 1, orderBy: [{column: "Number", direction: DESC}], %1$s) { nodes }
            few: rows(filter: [{column: "Number", operator: EQ, value: "70000"}], %1$s) { totalCount nodes }
            summary(column: "Number") { distinctCount }
            """
            .formatted(SHOWN))
        .body("errors", nullValue())
        .body("data.hunt.rows.nodes", equalTo(List.of(List.of(ROWS - 1, "n999"))))
        .body("data.hunt.few.nodes", equalTo(List.of(List.of(70_000, "n0"))))
        .body("data.hunt.summary.distinctCount", equalTo(ROWS));
  }

  @Test
  void saysWhatIsWrong_whereAPageIs() {
    reread("rowCount rows(first: 0) { nodes }")
        .body("errors[0].path", equalTo(List.of("huntResult", "rows")))
        .body("errors[0].extensions.argument", equalTo("first"));
    reread("rowCount rows(after: \"no cursor\") { nodes }")
        .body("errors[0].path", equalTo(List.of("huntResult", "rows")));
    hunt("rows(first: 1, " + SHOWN + ") { nodes }")
        .body("errors", nullValue())
        .body("data.hunt.rows.nodes", equalTo(List.of(List.of(0, "n0"))));
  }

  @Test
  void answersAGet_withoutBuying() {
    String document =
        "{ hunt(kql: \""
            + kql
            + "\") { cache { outcome } rows(first: 1, "
            + SHOWN
            + ") { nodes } } }";
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                given()
                    .queryParam("query", document)
                    .get("/graphql")
                    .then()
                    .statusCode(200)
                    .body("errors", nullValue())
                    .body("data.hunt.cache.outcome", equalTo("HIT"))
                    .body("data.hunt.rows.nodes", equalTo(List.of(List.of(0, "n0")))));
  }

  private ValidatableResponse hunt(String fields) {
    return post("{ hunt(kql: \"" + kql + "\") { " + fields + " } }");
  }

  private ValidatableResponse reread(String fields) {
    return post("{ huntResult(id: \"" + id + "\") { " + fields + " } }");
  }

  private static ValidatableResponse post(String document) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("query", document))
        .post("/graphql")
        .then()
        .statusCode(200);
  }

  private static Result result() {
    ResultBuilder builder =
        new ResultBuilder(
            List.of(
                new Column("Number", ColumnType.INT),
                new Column("Name", ColumnType.STRING),
                new Column("Noise", ColumnType.LONG)));
    Random random = new Random(1);
    for (int i = 0; i < ROWS; i++) {
      builder.add(new Object[] {(long) i, "n" + i % 1_000, random.nextLong()});
    }
    return builder.build();
  }
}
