package dev.huntgate.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import dev.huntgate.SettableClock;
import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import dev.huntgate.incident.IncidentSource;
import dev.huntgate.upstream.graph.GraphIncidents;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of credential on the wire, set up by environment variables alone. */
@QuarkusTest
class CredentialsTest {

  private static final String TOKEN_PATH = "/login/directory-1/oauth2/v2.0/token";
  private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final String SECRET = "s3cret-of-the-client";

  private final SettableClock clock = new SettableClock();

  @Inject OidcClients clients;

  @TempDir Path directory;

  private WireMockServer server;

  @BeforeEach
  void start() {
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort().gzipDisabled(true));
    server.start();
    grantTokens(3599);
    server.stubFor(
        get(urlPathEqualTo("/api/security/incidents/1")).willReturn(okJson("{\"id\": \"1\"}")));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void asksForATokenWithTheSecret() {
    find(source(Map.of("CLIENT_SECRET", SECRET)));

    verifyTokenRequests(1, asked().withFormParam("client_secret", equalTo(SECRET)));
    server.verify(
        1,
        getRequestedFor(urlPathEqualTo("/api/security/incidents/1"))
            .withHeader("Authorization", equalTo("Bearer token")));
  }

  @Test
  void asksForATokenWithAnAssertion_whenThereIsACertificate() throws Exception {
    Path file = KeyStoresForTests.create(directory, "PKCS12");

    find(
        source(
            Map.of(
                "CERTIFICATE_FILE",
                file.toString(),
                "CERTIFICATE_PASSWORD",
                KeyStoresForTests.PASSWORD)));

    verifyTokenRequests(
        1,
        asked()
            .withFormParam("client_assertion_type", equalTo(JWT_BEARER))
            .withFormParam("client_assertion", matching("[\\w-]+\\.[\\w-]+\\.[\\w-]+")));
  }

  @Test
  void asksWithTheFederatedTokenAsItIsThen_whenTheOldTokenExpires() throws IOException {
    Path file = Files.writeString(directory.resolve("token"), "first.token.a\n");
    IncidentSource source = source(Map.of("FEDERATED_TOKEN_FILE", file.toString()));
    find(source);
    Files.writeString(file, "second.token.b\n");
    find(source);
    verifyTokenRequests(1, asked());
    clock.pass(Duration.ofHours(1));

    find(source);

    for (String token : List.of("first.token.a", "second.token.b")) {
      verifyTokenRequests(
          1,
          asked()
              .withFormParam("client_assertion_type", equalTo(JWT_BEARER))
              .withFormParam("client_assertion", equalTo(token)));
    }
  }

  @Test
  void asksWithTheSecretAsItIsThen_whenItsFileIsReplaced() throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), "first-secret\n");
    IncidentSource source = source(Map.of("CLIENT_SECRET_FILE", file.toString()));
    find(source);
    Files.writeString(file, "second-secret\n");
    clock.pass(Duration.ofHours(1));
    find(source);
    clock.pass(Duration.ofHours(1));
    find(source);

    verifyTokenRequests(1, asked().withFormParam("client_secret", equalTo("first-secret")));
    verifyTokenRequests(2, asked().withFormParam("client_secret", equalTo("second-secret")));
  }

  @Test
  void signsWithTheCertificateAsItIsThen_whenItsFileIsReplaced() throws Exception {
    Path file = KeyStoresForTests.create(directory, "PKCS12");
    IncidentSource source =
        source(
            Map.of(
                "CERTIFICATE_FILE",
                file.toString(),
                "CERTIFICATE_PASSWORD",
                KeyStoresForTests.PASSWORD));
    find(source);
    Path other = Files.createDirectory(directory.resolve("other"));
    Files.move(
        KeyStoresForTests.create(other, "PKCS12"), file, StandardCopyOption.REPLACE_EXISTING);
    clock.pass(Duration.ofHours(1));
    find(source);

    List<String> thumbprints =
        server.findAll(asked()).stream()
            .map(request -> request.formParameters().get("client_assertion").firstValue())
            .map(assertion -> assertion.substring(0, assertion.indexOf('.')))
            .map(head -> new String(Base64.getUrlDecoder().decode(head), StandardCharsets.UTF_8))
            .map(head -> JsonPath.from(head).getString("'x5t#S256'"))
            .toList();
    assertEquals(2, thumbprints.size());
    assertEquals(2, Set.copyOf(thumbprints).size(), thumbprints::toString);
  }

  @Test
  void saysThatTheCredentialsAreUnusable_whenTheSecretFileIsEmpty() throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), " \n");

    assertUnusable(Map.of("CLIENT_SECRET_FILE", file.toString()));
  }

  @Test
  void keepsAToken_untilShortlyBeforeItsEnd() {
    IncidentSource source = source(Map.of("CLIENT_SECRET", SECRET));
    find(source);
    clock.pass(Duration.ofMinutes(55));
    find(source);
    verifyTokenRequests(1, asked());
    clock.pass(Duration.ofMinutes(4));

    find(source);

    verifyTokenRequests(2, asked());
  }

  @Test
  void renewsATokenForEachCall_whenItsLifeIsTooShortToKeep() {
    grantTokens(60);
    IncidentSource source = source(Map.of("CLIENT_SECRET", SECRET));

    find(source);
    find(source);

    verifyTokenRequests(2, asked());
  }

  @Test
  void saysThatTheCredentialsAreUnusable_whenTheFileIsMissing() {
    Path nowhere = directory.resolve("nowhere");

    assertUnusable(Map.of("FEDERATED_TOKEN_FILE", nowhere.toString()));
    assertUnusable(
        Map.of("CERTIFICATE_FILE", nowhere.toString(), "CERTIFICATE_PASSWORD", "guessed-it"));
  }

  @Test
  void saysThatTheCredentialsAreUnusable_whenTheFileIsNotWhatItShouldBe() throws Exception {
    Path garbage = Files.writeString(directory.resolve("garbage.p12"), "contents-of-the-file");
    Path keyStore = KeyStoresForTests.create(directory, "PKCS12");
    Path trust = KeyStoresForTests.withoutKey(keyStore, directory);
    Path empty = Files.createFile(directory.resolve("empty"));

    assertUnusable(
        Map.of("CERTIFICATE_FILE", garbage.toString(), "CERTIFICATE_PASSWORD", "guessed-it"));
    assertUnusable(
        Map.of("CERTIFICATE_FILE", keyStore.toString(), "CERTIFICATE_PASSWORD", "guessed-it"));
    assertUnusable(Map.of("CERTIFICATE_FILE", keyStore.toString()));
    assertUnusable(
        Map.of(
            "CERTIFICATE_FILE",
            trust.toString(),
            "CERTIFICATE_PASSWORD",
            KeyStoresForTests.PASSWORD));
    assertUnusable(Map.of("FEDERATED_TOKEN_FILE", empty.toString()));
  }

  @Test
  void logsARefusalOnce_whenManyWaitForAToken() {
    server.stubFor(
        post(urlPathEqualTo(TOKEN_PATH))
            .willReturn(jsonResponse("{\"error\": \"invalid_client\"}", 401).withFixedDelay(1000)));
    IncidentSource source = source(Map.of("CLIENT_SECRET", SECRET));
    try (LogForTests log = LogForTests.of(TokenFailures.class)) {
      List<Uni<String>> calls =
          IntStream.range(0, 20)
              .mapToObj(i -> source.get(Tenant.DEFAULT, "1", false).map(found -> found.id()))
              .toList();

      assertThrows(
          RuntimeException.class,
          () -> Uni.join().all(calls).andCollectFailures().await().atMost(Duration.ofSeconds(10)));

      assertEquals(1, log.messages().size(), log.messages()::toString);
    }
  }

  private void assertUnusable(Map<String, String> credentials) {
    IncidentSource source = source(credentials);
    try (LogForTests log = LogForTests.of(TokenFailures.class)) {
      Failure failure = assertThrows(FailureException.class, () -> find(source)).failure();

      assertEquals(FailureCode.UPSTREAM_DENIED, failure.code(), failure.message());
      assertEquals(1, log.messages().size(), log.messages()::toString);
      for (String text : List.of(failure.message(), log.messages().get(0))) {
        assertFalse(text.contains("guessed-it"), text);
        assertFalse(text.contains(KeyStoresForTests.PASSWORD), text);
        assertFalse(text.contains("contents-of-the-file"), text);
      }
      assertFalse(failure.message().contains(directory.toString()), failure.message());
    }
    verifyTokenRequests(0, postRequestedFor(urlPathEqualTo(TOKEN_PATH)));
  }

  private void grantTokens(int expiresIn) {
    server.stubFor(
        post(urlPathEqualTo(TOKEN_PATH))
            .willReturn(
                okJson(
                    "{\"token_type\": \"Bearer\", \"expires_in\": %d, \"access_token\": \"token\"}"
                        .formatted(expiresIn))));
  }

  private static RequestPatternBuilder asked() {
    return postRequestedFor(urlPathEqualTo(TOKEN_PATH))
        .withFormParam("grant_type", equalTo("client_credentials"))
        .withFormParam("client_id", equalTo("client-1"))
        .withFormParam("scope", equalTo("https://graph.microsoft.com/.default"));
  }

  private void verifyTokenRequests(int count, RequestPatternBuilder pattern) {
    server.verify(count, pattern);
  }

  private IncidentSource source(Map<String, String> credentials) {
    Map<String, String> variables = new HashMap<>(credentials);
    variables.put("BASE_URL", server.baseUrl() + "/api");
    variables.put("LOGIN_URL", server.baseUrl() + "/login");
    return new GraphIncidents(new Upstream(Settings.connection(variables), clients, clock));
  }

  private static void find(IncidentSource source) {
    assertEquals(
        "1", source.get(Tenant.DEFAULT, "1", false).await().atMost(Duration.ofSeconds(10)).id());
  }
}
