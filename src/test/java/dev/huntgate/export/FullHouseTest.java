package dev.huntgate.export;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.head;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.wiring.UnlimitedSandbox;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One download at a time, and a client that does not read its own. */
@QuarkusTest
@TestProfile(FullHouseTest.OneAtATime.class)
class FullHouseTest {

  /* Some tens of MB, which no socket holds. */
  private static final String KQL =
      "DeviceProcessEvents | take 5000 | project Line = ProcessCommandLine, Twice = strcat(ProcessCommandLine,"
          + " FolderPath, ProcessCommandLine, FolderPath, ProcessCommandLine, FolderPath,"
          + " ProcessCommandLine, FolderPath, ProcessCommandLine, FolderPath, ProcessCommandLine,"
          + " FolderPath, ProcessCommandLine, FolderPath, ProcessCommandLine, FolderPath)"
          + " | extend A = strcat(Twice, Twice, Twice), B = strcat(Twice, Twice, Twice)";

  @TestHTTPResource("/")
  URI address;

  /** Lets one in. */
  public static class OneAtATime extends UnlimitedSandbox {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
      overrides.put("huntgate.export.at-once", "1");
      return overrides;
    }
  }

  @Test
  void refusesMoreDownloads_untilAClientIsGone() throws Exception {
    ExtractableResponse<Response> hunt = hunt();
    String path = "/hunts/" + hunt.path("data.hunt.id") + ".ndjson";
    String link = hunt.path("data.hunt.exports.csv");
    Vertx vertx = Vertx.vertx();
    try {
      HttpClientResponse unread = unread(vertx, path);
      assertEquals(200, unread.statusCode());

      get(link)
          .then()
          .statusCode(503)
          .header("Retry-After", "1")
          .body("code", equalTo("OVERLOADED"));
      head(link).then().statusCode(200);

      unread.request().connection().close();
      await().untilAsserted(() -> get(link + "&first=1").then().statusCode(200));
      int rows = hunt.path("data.hunt.rowCount");
      assertEquals(rows, get(path).asString().lines().count());
    } finally {
      done(vertx.close());
    }
  }

  private HttpClientResponse unread(Vertx vertx, String path) throws Exception {
    return done(
        vertx
            .createHttpClient()
            .request(HttpMethod.GET, address.getPort(), address.getHost(), path)
            .compose(request -> request.send().onSuccess(HttpClientResponse::pause)));
  }

  private static ExtractableResponse<Response> hunt() {
    return given()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "query",
                "query ($kql: String!) { hunt(kql: $kql) { id rowCount exports { csv } } }",
                "variables",
                Map.of("kql", KQL)))
        .post("/graphql")
        .then()
        .statusCode(200)
        .body("errors", nullValue())
        .body("data.hunt.rowCount", greaterThan(1_000))
        .extract();
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
