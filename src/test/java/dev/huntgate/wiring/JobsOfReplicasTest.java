package dev.huntgate.wiring;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.huntgate.access.Caller;
import dev.huntgate.access.ServedTenants;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Terms;
import dev.huntgate.hunting.HuntProgress.Queued;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.job.HuntJob;
import dev.huntgate.hunting.job.JobState;
import dev.huntgate.hunting.job.JobState.Succeeded;
import dev.huntgate.hunting.job.JobsConfig;
import dev.huntgate.shared.RedisForTests;
import dev.huntgate.shared.RedisStore;
import dev.huntgate.shared.SettingsForTests;
import dev.huntgate.shared.jobs.SharedJobs;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Huntgate with jobs in a real Redis, and beside it another replica, which runs nothing itself. */
@QuarkusTest
@TestProfile(JobsOfReplicasTest.WithRedis.class)
class JobsOfReplicasTest {

  private static final RedisForTests REDIS = RedisForTests.named("jobs");
  private static final Duration LONG = Duration.ofSeconds(30);

  @Inject JobsConfig config;
  @Inject Clock clock;

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

  @Test
  void isSeenByOthers_andRunsWhatTheyLeave() {
    try (RedisStore store = store();
        SharedJobs other =
            SharedJobs.of(
                store,
                Duration.ofSeconds(30),
                config,
                ServedTenants.of(Set.of("default")),
                clock,
                new WorkerAlarm())) {
      String id =
          post("mutation { startHunt(kql: \"DeviceInfo | take 1\") { id } }")
              .extract()
              .path("data.startHunt.id");
      await()
          .atMost(LONG)
          .untilAsserted(() -> state(id).body("data.huntJob.state", equalTo("SUCCEEDED")));
      await()
          .atMost(LONG)
          .ignoreExceptions()
          .untilAsserted(() -> assertInstanceOf(Succeeded.class, find(other, id).state()));
      assertEquals("DeviceInfo | take 1", find(other, id).request().kql());

      HuntJob left = job("left");
      other.put(left).await().atMost(LONG);
      assertEquals(List.of(left), other.handOver(List.of(left)).await().atMost(LONG));

      await()
          .atMost(LONG)
          .ignoreExceptions()
          .untilAsserted(() -> assertInstanceOf(Succeeded.class, find(other, "left").state()));
      state("left").body("data.huntJob.result.rowCount", equalTo(1));
    }
  }

  private static RedisStore store() {
    return RedisStore.of(
            SettingsForTests.with(Map.of("redis", REDIS.address(), "patience", "PT5S")),
            REDIS.vertx())
        .orElseThrow();
  }

  private static HuntJob find(SharedJobs at, String id) {
    return at.find(Tenant.DEFAULT, id).await().atMost(LONG).orElseThrow();
  }

  private HuntJob job(String id) {
    Terms terms = new Terms(Caller.ANONYMOUS, Priority.INTERACTIVE, Duration.ofMinutes(10));
    return new HuntJob(
        id,
        HuntRequest.of("DeviceInfo | take 1 | project DeviceName", null, terms),
        clock.instant(),
        new JobState.Pending(new Queued(0, clock.instant())));
  }

  private static ValidatableResponse state(String id) {
    return post("{ huntJob(id: \"" + id + "\") { state result { rowCount } } }");
  }

  private static ValidatableResponse post(String document) {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("query", document))
        .post("/graphql")
        .then()
        .statusCode(200);
  }
}
