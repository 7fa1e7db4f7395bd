package dev.huntgate;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar under many callers who want the same, over an upstream that counts. */
class EqualHuntsIT {

  private static final int CALLERS = 1_000;
  private static final String HUNTING = "/security/runHuntingQuery";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PORT = Pattern.compile("Listening on: http://127.0.0.1:(\\d+)");

  private static final List<String> GAPS =
      List.of(" ", "  ", "\n", "\t", "\r\n", "\n\n  ", " // why\n", "\n// a | b\n", " \t ", "\n\t");

  @RegisterExtension
  static final WireMockExtension UPSTREAM =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().containerThreads(40))
          .build();

  @TempDir private static Path empty;

  private static PackagedJar jar;
  private static URI graphql;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(Version.HTTP_1_1).build();

  @BeforeAll
  static void start() throws IOException {
    String upstream = "http://127.0.0.1:" + UPSTREAM.getPort();
    jar =
        PackagedJar.start(
            empty,
            Map.of(
                "HUNTGATE_AUTH", "none",
                "HUNTGATE_TENANTS_DEFAULT_TENANT_ID", "directory.example",
                "HUNTGATE_TENANTS_DEFAULT_CLIENT_ID", "someone",
                "HUNTGATE_TENANTS_DEFAULT_CLIENT_SECRET", "nothing",
                "HUNTGATE_TENANTS_DEFAULT_BASE_URL", upstream,
                "HUNTGATE_TENANTS_DEFAULT_LOGIN_URL", upstream));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> PORT.matcher(jar.said()).find() || !jar.process().isAlive());
    Matcher port = PORT.matcher(jar.said());
    assertTrue(port.find(), jar.said());
    graphql = URI.create("http://127.0.0.1:" + port.group(1) + "/graphql");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    jar.close();
  }

  @BeforeEach
  void answerAfter200Millis() {
    UPSTREAM.stubFor(
        post(urlPathMatching(".*/token"))
            .willReturn(
                okJson(
                    """
                    {"access_token": "x", "token_type": "Bearer", "expires_in": 3599}
                    """)));
    UPSTREAM.stubFor(
        post(urlPathEqualTo(HUNTING))
            .willReturn(
                okJson(
                        """
                        {"schema": [{"name": "n", "type": "Int64"}], "results": [{"n": 42}]}
                        """)
                    .withFixedDelay(200)));
  }

  @Test
  void asksUpstreamOnce_whenAThousandAskAtOnceInTwentySpellings() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, CALLERS).mapToObj(i -> ask(spelling(i % 20))).toList();

    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertEquals(42, rows(answer.get()).path(0).path(0).asInt(), answer.get()::body);
    }
    UPSTREAM.verify(1, postRequestedFor(urlPathEqualTo(HUNTING)));
  }

  @Test
  void asksTwice_whenOneCharacterInsideAStringDiffers() throws Exception {
    CompletableFuture<HttpResponse<String>> one = ask("T | where a == 'x  y' | count");
    CompletableFuture<HttpResponse<String>> other = ask("T | where a == 'x y' | count");

    assertEquals(1, rows(one.get()).size());
    assertEquals(1, rows(other.get()).size());
    UPSTREAM.verify(2, postRequestedFor(urlPathEqualTo(HUNTING)));
  }

  @Test
  void finishesForTheOthers_whenWhoeverBeganTheHuntHangsUp() throws Exception {
    String kql = "T | where who == 'left'";
    CompletableFuture<HttpResponse<String>> leaver = ask(kql);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> !UPSTREAM.findAll(postRequestedFor(urlPathEqualTo(HUNTING))).isEmpty());
    CompletableFuture<HttpResponse<String>> other = ask(kql);
    leaver.cancel(true);

    assertEquals(1, rows(other.get()).size());
    UPSTREAM.verify(1, postRequestedFor(urlPathEqualTo(HUNTING)));
  }

  private static String spelling(int number) {
    String gap = GAPS.get(number % GAPS.size());
    String query = String.join(gap, "T", "|", "where", "a", "==", "'b  c'", "|", "take", "5");
    return number < GAPS.size() ? query : "// spelling " + number + "\n" + query + gap;
  }

  private static CompletableFuture<HttpResponse<String>> ask(String kql) {
    String query = "query ($kql: String!) { hunt(kql: $kql) { rows(first: 1) { nodes } } }";
    try {
      String body =
          JSON.writeValueAsString(Map.of("query", query, "variables", Map.of("kql", kql)));
      return CLIENT.sendAsync(
          HttpRequest.newBuilder(graphql)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static JsonNode rows(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body()).path("data").path("hunt").path("rows").path("nodes");
  }
}
