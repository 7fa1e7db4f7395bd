package dev.huntgate.sandbox.http;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SandboxProfile.Off.class)
class SandboxOffTest {

  @Test
  void answersNothing_whenTheSandboxIsOff() {
    given().get("/sandbox/graph/v1.0/security/incidents").then().statusCode(404);
    given().get("/sandbox/defender/api/incidents").then().statusCode(404);
    given().post("/sandbox/graph/v1.0/security/runHuntingQuery").then().statusCode(404);
    given().post("/sandbox/defender/api/advancedhunting/run").then().statusCode(404);
    given().post("/sandbox/control/incidents").then().statusCode(404);
    given().get("/sandbox/control/faults").then().statusCode(404);
    given().get("/sandbox/control/latency").then().statusCode(404);
    given().formParam("grant_type", "x").post(Tokens.path("t")).then().statusCode(404);
  }
}
