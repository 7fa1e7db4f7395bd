package dev.huntgate.graphql;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The upstreams of two tenants, equal in everything but that each datum names its tenant, and of a
 * third that asks too much.
 */
public class TwoUpstreams implements QuarkusTestResourceLifecycleManager {

  static final List<String> TENANTS = List.of("one", "two");
  static final String NOISY = "noisy";
  private static final int ROWS = 5;
  private static final Instant STARTED =
      Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.DAYS);

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  @Override
  public Map<String, String> start() {
    server.start();
    Map<String, String> settings = new HashMap<>();
    for (String tenant : List.of("one", "two", NOISY)) {
      serve(tenant);
      String prefix = "huntgate.tenants." + tenant + ".";
      settings.put(prefix + "tenant-id", "directory-" + tenant);
      settings.put(prefix + "client-id", "client-" + tenant);
      settings.put(prefix + "client-secret", "secret-of-" + tenant);
      settings.put(prefix + "base-url", server.baseUrl() + "/" + tenant);
      settings.put(prefix + "login-url", server.baseUrl() + "/login");
    }
    return settings;
  }

  @Override
  public void stop() {
    server.stop();
  }

  private void serve(String tenant) {
    server.stubFor(
        post(urlPathEqualTo("/login/directory-" + tenant + "/oauth2/v2.0/token"))
            .willReturn(
                okJson(
                    "{\"token_type\": \"Bearer\", \"expires_in\": 3599, \"access_token\": \"t-%s\"}"
                        .formatted(tenant))));
    String authorization = "Bearer t-" + tenant;
    String incidents = "/" + tenant + "/security/incidents";
    server.stubFor(
        get(urlPathEqualTo(incidents))
            .withHeader("Authorization", equalTo(authorization))
            .willReturn(
                okJson(
                    "{\"value\": [%s, %s]}".formatted(incident(tenant, 2), incident(tenant, 1)))));
    server.stubFor(
        any(urlPathEqualTo(incidents + "/1"))
            .withHeader("Authorization", equalTo(authorization))
            .willReturn(okJson(incident(tenant, 1))));
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(i -> "{\"Whose\": \"%s\", \"N\": %d}".formatted(tenant, i))
            .collect(Collectors.joining(", "));
    server.stubFor(
        post(urlPathEqualTo("/" + tenant + "/security/runHuntingQuery"))
            .withHeader("Authorization", equalTo(authorization))
            .willReturn(
                okJson(
                    ("{\"schema\": [{\"name\": \"Whose\", \"type\": \"String\"},"
                            + " {\"name\": \"N\", \"type\": \"Int64\"}], \"results\": [%s]}")
                        .formatted(rows))));
  }

  private static String incident(String tenant, int id) {
    Instant created = STARTED.plus(id, ChronoUnit.HOURS);
    return ("{\"id\": \"%d\", \"displayName\": \"of %s\", \"status\": \"active\","
            + " \"severity\": \"high\", \"createdDateTime\": \"%s\","
            + " \"lastUpdateDateTime\": \"%3$s\", \"customTags\": [\"%2$s\"]}")
        .formatted(id, tenant, created);
  }
}
