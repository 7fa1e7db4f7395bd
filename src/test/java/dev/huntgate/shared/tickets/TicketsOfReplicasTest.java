package dev.huntgate.shared.tickets;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.SharedTickets.Taken;
import dev.huntgate.access.Tenant;
import dev.huntgate.access.Ticket;
import dev.huntgate.shared.RedisForTests;
import dev.huntgate.shared.RedisStore;
import dev.huntgate.shared.StoresForTests;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links that one replica made and another follows, each once. */
@QuarkusTest
@TestProfile(TicketsOfReplicasTest.WithRedis.class)
class TicketsOfReplicasTest {

  private static final RedisForTests REDIS = RedisForTests.named("tickets");
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration LIFE = Duration.ofSeconds(60);

  private RedisStore store;
  private RedisTickets other;

  /** Needs the address of a Redis that is started before. */
  public static class WithRedis implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("huntgate.shared.redis", address(), "huntgate.shared.patience", "PT2S");
    }

    private static String address() {
      return REDIS.address();
    }
  }

  @BeforeAll
  static void startRedis() {
    REDIS.start();
  }

  @AfterAll
  static void stopRedis() {
    REDIS.close();
  }

  /* A while after it has begun, or Redis has come back, Huntgate tells its links. */
  @BeforeEach
  void join() {
    store = StoresForTests.at(REDIS, Duration.ofSeconds(5));
    other = new RedisTickets(store.commands());
    await().atMost(LONG).until(() -> isTold(link()));
  }

  @AfterEach
  void leave() {
    store.close();
  }

  @Test
  void followsALink_thatAnotherMade_once() {
    String path = path(link());
    String ticket = "made-elsewhere-0123456789";
    put(ticket, path, Tenant.DEFAULT);

    given().head(path + "?ticket=" + ticket).then().statusCode(200);
    given().get(path + "?ticket=" + ticket).then().statusCode(200).body(containsString("n"));

    given()
        .get(path + "?ticket=" + ticket)
        .then()
        .statusCode(401)
        .body("message", containsString("not known"));
  }

  @Test
  void tellsOthersItsLinks_ofWhichEachIsFollowedOnce() {
    String followedThere = link();
    String followedHere = link();

    assertEquals(
        Optional.of(new Ticket("anonymous", Tenant.DEFAULT, path(followedThere))),
        other.find(ticket(followedThere)).await().atMost(LONG));
    assertEquals(Taken.YES, other.take(ticket(followedThere)).await().atMost(LONG));
    given()
        .get(followedThere)
        .then()
        .statusCode(401)
        .body("message", containsString("used already"));

    given().get(followedHere).then().statusCode(200);
    assertEquals(Taken.NO, other.take(ticket(followedHere)).await().atMost(LONG));
    given().get(followedHere).then().statusCode(401);
  }

  @Test
  void opensNothingElse_andNoOtherTenantsFile() {
    String path = path(link());
    put("of-another-file-0123456789", "/hunts/other.csv", Tenant.DEFAULT);
    put("of-another-tenant-01234567", path, new Tenant("other"));

    given().get(path + "?ticket=of-another-file-0123456789").then().statusCode(403);
    given().get(path + "?ticket=of-another-tenant-01234567").then().statusCode(410);
    given().get(path + "?ticket=" + "x".repeat(2_000)).then().statusCode(401);
  }

  @Test
  void followsItsOwnLinks_whileRedisIsAway() {
    String made = link();
    String path = path(made);
    put("made-elsewhere-then-away-01", path, Tenant.DEFAULT);

    REDIS.stop();

    given().get(path + "?ticket=made-elsewhere-then-away-01").then().statusCode(401);
    given().get(made).then().statusCode(200);
    given().get(made).then().statusCode(401);
    String madeMeanwhile = link();
    REDIS.start();
    await().atMost(LONG).until(() -> isTold(link()));
    given().get(madeMeanwhile).then().statusCode(200);
    given().get(madeMeanwhile).then().statusCode(401);
  }

  @Test
  void leavesNoTicketToRead_andNoneForEver() {
    REDIS.run(Command.FLUSHALL);
    String link = link();

    List<String> names = new ArrayList<>();
    for (Response name : REDIS.run(Command.KEYS, "huntgate:v1:ticket:*")) {
      names.add(name.toString());
      long millis = REDIS.run(Command.PTTL, name.toString()).toLong();
      assertTrue(millis > 0 && millis <= LIFE.toMillis(), millis + " ms");
    }

    assertEquals(1, names.size());
    assertFalse(names.get(0).contains(ticket(link)));
  }

  private void put(String ticket, String path, Tenant tenant) {
    Ticket what = new Ticket("bob", tenant, path);
    assertTrue(other.put(ticket, what, LIFE).await().atMost(LONG));
  }

  private boolean isTold(String link) {
    return other.find(ticket(link)).await().atMost(LONG).isPresent();
  }

  private static String link() {
    JsonPath answer =
        given()
            .contentType(ContentType.JSON)
            .body(
                Map.of(
                    "query",
                    "{ hunt(kql: \"DeviceInfo | take 1 | project n = 1\") { exports { csv } } }"))
            .post("/graphql")
            .then()
            .statusCode(200)
            .body("errors", nullValue())
            .body("data.hunt.exports.ndjson", equalTo(null))
            .extract()
            .jsonPath();
    return answer.getString("data.hunt.exports.csv");
  }

  private static String path(String link) {
    return link.substring(0, link.indexOf('?'));
  }

  private static String ticket(String link) {
    return link.substring(link.indexOf("ticket=") + "ticket=".length());
  }
}
