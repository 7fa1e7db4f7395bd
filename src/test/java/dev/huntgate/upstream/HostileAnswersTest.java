package dev.huntgate.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static dev.huntgate.upstream.FaultyNetwork.INCIDENT;
import static dev.huntgate.upstream.FaultyNetwork.MAX_BYTES;
import static dev.huntgate.upstream.FaultyNetwork.TOKEN;
import static dev.huntgate.upstream.FaultyNetwork.await;
import static dev.huntgate.upstream.FaultyNetwork.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.huntgate.access.Tenant;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentListing;
import dev.huntgate.incident.IncidentOrder;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile server, or a proxy in its place, cannot make of an answer. */
@QuarkusTest
class HostileAnswersTest {

  @Inject OidcClients clients;

  private FaultyNetwork network;

  @BeforeEach
  void start() {
    network = new FaultyNetwork(clients);
  }

  @AfterEach
  void stop() {
    network.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect_withATokenOrForOne(int status) {
    WireMockServer elsewhere =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().gzipDisabled(true));
    elsewhere.start();
    try {
      elsewhere.stubFor(any(anyUrl()).willReturn(okJson(TOKEN)));
      String there = elsewhere.baseUrl() + "/directory-1/oauth2/v2.0/token";
      network.warm();
      redirect("/security/.*", status, there);
      assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, await(code(network.read())));
      assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, await(code(network.hunt())));

      network.clock.pass(Duration.ofHours(2));
      redirect(".*/token", status, there);
      assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, await(code(network.read())));
      redirect(".*/token", status, network.server.baseUrl() + "/again/token");
      assertEquals(FailureCode.UPSTREAM_UNAVAILABLE, await(code(network.read())));

      elsewhere.verify(0, anyRequestedFor(anyUrl()));
      network.server.verify(0, postRequestedFor(urlPathEqualTo("/again/token")));
      network.server.verify(0, getRequestedFor(urlPathEqualTo("/again/token")));
    } finally {
      elsewhere.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 500})
  void stopsABodyThatInflates(int status) throws IOException {
    network.warm();
    byte[] bomb = bomb(256 << 20);
    assertTrue(bomb.length < MAX_BYTES, "it is small on the wire");
    network.server.stubFor(
        any(urlPathMatching("/security/.*"))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withHeader("Content-Encoding", "gzip")
                    .withBody(bomb)));
    long before = usedHeap();

    FailureCode expected =
        status == 200 ? FailureCode.RESULT_TOO_LARGE : FailureCode.UPSTREAM_UNAVAILABLE;
    assertEquals(expected, await(code(network.read())));
    assertEquals(expected, await(code(network.hunt())));

    assertTrue(fallsBelow(before + (64 << 20)), "memory of the bomb is kept");
    network.assertNothingIsLeft();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 429, 500})
  void readsNoDepths(int status) {
    network.warm();
    String deep = "{\"error\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    network.server.stubFor(
        any(urlPathMatching("/security/.*"))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody(deep)));

    FailureCode expected =
        status == 429 ? FailureCode.UPSTREAM_THROTTLED : FailureCode.UPSTREAM_UNAVAILABLE;
    assertEquals(expected, await(code(network.read())));
    assertEquals(expected, await(code(network.hunt())));
    network.assertNothingIsLeft();
  }

  @Test
  void goesNowhereElse_whereverTheNextPageIsSaidToBe() {
    network.server.stubFor(
        any(urlPathEqualTo("/security/incidents"))
            .willReturn(
                okJson(
                    "{\"value\": ["
                        + INCIDENT
                        + "], \"@odata.nextLink\":"
                        + " \"http://169.254.169.254/latest\"}")));

    assertTrue(
        await(
                network.incidents.list(
                    Tenant.DEFAULT,
                    new IncidentListing(
                        IncidentOrder.CREATED, null, null, IncidentFilter.ALL, 5, 0, false, false)))
            .more());

    network.server.verify(1, getRequestedFor(anyUrl()));
  }

  /* What another thread has yet to let go may take some collections. */
  private static boolean fallsBelow(long bytes) {
    for (int collections = 0; collections < 50; collections++) {
      if (usedHeap() < bytes) {
        return true;
      }
    }
    return false;
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void redirect(String path, int status, String to) {
    network.server.stubFor(
        any(urlPathMatching(path))
            .willReturn(aResponse().withStatus(status).withHeader("Location", to)));
  }

  private static byte[] bomb(int bytes) throws IOException {
    ByteArrayOutputStream squeezed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(squeezed)) {
      gzip.write("{\"a\":[".getBytes(StandardCharsets.UTF_8));
      byte[] zeros = "0,".repeat(1 << 15).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < bytes / zeros.length; i++) {
        gzip.write(zeros);
      }
    }
    return squeezed.toByteArray();
  }
}
