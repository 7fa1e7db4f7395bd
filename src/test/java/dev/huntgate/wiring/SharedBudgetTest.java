package dev.huntgate.wiring;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import dev.huntgate.shared.RedisForTests;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Huntgate with its budget in a real Redis, which goes away and comes back. */
@QuarkusTest
@TestProfile(SharedBudgetTest.WithRedis.class)
class SharedBudgetTest {

  private static final RedisForTests REDIS = RedisForTests.named("budget", "requirepass s3cret");

  /** Needs the address of a Redis that is started before. */
  public static class WithRedis implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "huntgate.shared.redis",
          address(),
          "huntgate.shared.password",
          "s3cret",
          // A machine that is busy with other tests is not a Redis that is away.
          "huntgate.shared.patience",
          "PT5S");
    }

    private static String address() {
      return REDIS.address();
    }
  }

  @AfterAll
  static void stop() {
    REDIS.close();
  }

  @Test
  void sharesTheBudget_andGoesOnWithAPartOfIt_whileRedisIsAway() {
    quota().body("data.quota[3].state", equalTo("DEGRADED"));
    health("degraded");
    REDIS.start();
    eventually("OPEN");
    hunt("DeviceInfo | take 1").body("errors", nullValue());
    health("shared");
    quota().body("data.quota[3].windows[0].used", equalTo(1));

    REDIS.stop();
    hunt("DeviceInfo | take 2").body("errors", nullValue());
    quota().body("data.quota[3].state", equalTo("DEGRADED"));
    health("degraded");

    REDIS.start();
    eventually("WARMING");
    health("shared");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> hunt("DeviceInfo | take 3").body("data.hunt.rowCount", greaterThan(0)));
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("huntgate_shared_steps_seconds_count{outcome=\"taken\"}"))
        .body(containsString("huntgate_shared_degraded_seconds_total"));
  }

  private static void eventually(String state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> quota().body("data.quota[3].state", equalTo(state)));
  }

  private static ValidatableResponse hunt(String kql) {
    return post("{ hunt(kql: \"" + kql + "\") { rowCount } }");
  }

  private static ValidatableResponse quota() {
    return post("{ quota { state windows { used reserved } } }");
  }

  private static ValidatableResponse post(String document) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("query", document))
        .post("/graphql")
        .then()
        .statusCode(200);
  }

  private static void health(String mode) {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'Shared budget' }.data.mode", equalTo(mode));
  }
}
