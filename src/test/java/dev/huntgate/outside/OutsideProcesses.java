package dev.huntgate.outside;

import static io.restassured.RestAssured.given;

import dev.huntgate.PackagedJar;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A sandbox in one process and, in another, the Huntgate under test that takes it for upstream. */
final class OutsideProcesses implements AutoCloseable {

  private final PackagedJar sandbox;
  private final PackagedJar huntgate;

  private OutsideProcesses(PackagedJar sandbox, PackagedJar huntgate) {
    this.sandbox = sandbox;
    this.huntgate = huntgate;
  }

  /**
   * Starts both.
   *
   * @param settings of Huntgate, beside the tenant's; nobody needs a token unless they say so
   */
  static OutsideProcesses start(Path empty, Map<String, String> settings) throws Exception {
    PackagedJar sandbox =
        PackagedJar.start(
            folder(empty, "sandbox"),
            Map.of("HUNTGATE_SANDBOX", "only", "HUNTGATE_SANDBOX_LIMITS", "unlimited"));
    try {
      String upstream = sandbox.address().toString();
      Map<String, String> all = new HashMap<>();
      all.put("HUNTGATE_AUTH", "none");
      all.put("HUNTGATE_TENANTS_DEFAULT_TENANT_ID", "contoso");
      all.put("HUNTGATE_TENANTS_DEFAULT_CLIENT_ID", "huntgate-sandbox");
      all.put("HUNTGATE_TENANTS_DEFAULT_CLIENT_SECRET", "sandbox-only");
      all.put("HUNTGATE_TENANTS_DEFAULT_BASE_URL", upstream + "/sandbox/graph/v1.0");
      all.put("HUNTGATE_TENANTS_DEFAULT_LOGIN_URL", upstream + "/sandbox/login");
      all.putAll(settings);
      return new OutsideProcesses(
          sandbox, PackagedJar.startUnderTest(folder(empty, "huntgate"), all));
    } catch (IOException | RuntimeException broken) {
      sandbox.close();
      throw broken;
    }
  }

  URI huntgate() {
    return huntgate.address();
  }

  /** How many hunts the sandbox was asked for, as its metrics have it. */
  long hunts() {
    return given()
        .get(sandbox.address() + "/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("http_server_requests_seconds_count"))
        .filter(line -> line.contains("runHuntingQuery"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Has every hunt that begins from now on run longer. */
  void holdHuntsFor(Duration time) {
    given()
        .contentType("application/json")
        .body(Map.of("hunts", time.toString()))
        .put(sandbox.address() + "/sandbox/control/latency")
        .then()
        .statusCode(200);
  }

  /** How many calls for hunts are under way at Huntgate. */
  long running() {
    return request()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("ft_bulkhead_executionsRunning{method=\"hunting"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** What Huntgate has logged. */
  String said() {
    return huntgate.said();
  }

  /** Tells Huntgate to stop, as a platform does. */
  void terminate() {
    huntgate.process().destroy();
  }

  /** Whether Huntgate ends within this time. */
  boolean ended(Duration time) throws InterruptedException {
    return huntgate.process().waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  RequestSpecification request() {
    return given().baseUri(huntgate().toString()).contentType("application/json");
  }

  Response ask(String document) {
    return request().body(Map.of("query", document)).post("/graphql");
  }

  private static Path folder(Path empty, String name) throws IOException {
    return Files.createDirectories(empty.resolve(name));
  }

  @Override
  public void close() throws Exception {
    huntgate.close();
    sandbox.close();
  }
}
