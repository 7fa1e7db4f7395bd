package dev.huntgate.outside;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.huntgate.access.IssuerForTests;
import dev.huntgate.access.Permission;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of an issuer, checked by whatever form of Huntgate is under test. */
class OutsideAuthIT {

  private static final String HUNT = "{ hunt(kql: \"DeviceInfo | count\") { rowCount } }";
  private static final IssuerForTests ISSUER = IssuerForTests.named("outside");

  @TempDir private static Path empty;
  private static OutsideProcesses processes;

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> settings = new HashMap<>();
    IssuerForTests.settings("outside")
        .forEach(
            (name, value) -> settings.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    processes = OutsideProcesses.start(empty, settings);
    ISSUER.start();
  }

  @AfterAll
  static void stop() throws Exception {
    processes.close();
    ISSUER.close();
  }

  @Test
  void hunts_forWhoMay() {
    ask(ISSUER.token(Permission.HUNTING_ADHOC)).statusCode(200).body("errors", nullValue());
  }

  @Test
  void refuses_whoMayNotHunt() {
    ask(ISSUER.token(Permission.INCIDENTS_READ))
        .statusCode(200)
        .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
  }

  @Test
  void refuses_forgedAndMissingTokens() {
    ask(ISSUER.forged(Permission.HUNTING_ADHOC)).statusCode(401);
    processes.ask(HUNT).then().statusCode(401);
  }

  @Test
  void shows_metricsToAdministratorsOnly() {
    metrics(ISSUER.token(Permission.HUNTING_ADHOC)).statusCode(403);
    metrics(ISSUER.token(Permission.ADMIN)).statusCode(200);
  }

  private static ValidatableResponse ask(String token) {
    return processes
        .request()
        .header("Authorization", "Bearer " + token)
        .body(Map.of("query", HUNT))
        .post("/graphql")
        .then();
  }

  private static ValidatableResponse metrics(String token) {
    return processes.request().header("Authorization", "Bearer " + token).get("/q/metrics").then();
  }
}
