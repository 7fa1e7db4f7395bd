package dev.huntgate.graphql;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.access.IssuerForTests;
import dev.huntgate.access.Permission;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.WebSocketHandshakeException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL over WebSocket where callers need a token. */
@QuarkusTest
@TestProfile(WithTokens.class)
class GraphQlSocketTest {

  private static final String HUNT = "{ hunt(kql: \"Socket\") { rowCount } }";
  private static final IssuerForTests ISSUER = IssuerForTests.named(WithTokens.ISSUER);

  @Inject FakeUpstream upstream;

  @BeforeAll
  static void start() {
    ISSUER.start();
  }

  @AfterAll
  static void stop() {
    ISSUER.close();
  }

  @BeforeEach
  void fill() {
    upstream.reset();
    upstream.finds(Samples.rows(5));
  }

  @Test
  void knowsTheCaller_byTheHeader() {
    try (SocketClient client = SocketClient.open(bearer(hunter()))) {
      client.init(null);
      assertThat(client.next(), containsString("connection_ack"));
      client.subscribe("1", HUNT);
      assertThat(client.next(), containsString("\"rowCount\":5"));
    }
  }

  @Test
  void knowsTheCaller_byTheFirstMessage() {
    try (SocketClient client = SocketClient.open(Map.of())) {
      client.init("Bearer " + hunter());
      assertThat(client.next(), containsString("connection_ack"));
      client.subscribe("1", HUNT);
      assertThat(client.next(), containsString("\"rowCount\":5"));
    }
  }

  @Test
  void checksPermissions() {
    try (SocketClient client = SocketClient.open(Map.of())) {
      client.init("Bearer " + ISSUER.token(Permission.INCIDENTS_READ));
      client.next();
      client.subscribe("1", HUNT);
      assertThat(client.next(), containsString("FORBIDDEN"));
    }
    assertEquals(0, upstream.hunts());
  }

  @Test
  void refusesTheSocket_whenTheHeaderIsBad() {
    CompletionException refused =
        assertThrows(
            CompletionException.class,
            () -> SocketClient.open(bearer(ISSUER.expired(Permission.HUNTING_ADHOC))));
    WebSocketHandshakeException answer = (WebSocketHandshakeException) refused.getCause();
    assertEquals(401, answer.getResponse().statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "expired", "forged", "others", "Basic YTpi", "x", "Bearer"})
  void closesTheSocket_whenTheFirstMessageShowsNoGoodToken(String what) {
    String authorization =
        switch (what) {
          case "" -> null;
          case "expired" -> "Bearer " + ISSUER.expired(Permission.HUNTING_ADHOC);
          case "forged" -> "Bearer " + ISSUER.forged(Permission.HUNTING_ADHOC);
          case "others" -> "Bearer " + ISSUER.forOthers(Permission.HUNTING_ADHOC);
          default -> what;
        };
    try (SocketClient client = SocketClient.open(Map.of())) {
      client.init(authorization);
      assertEquals(4401, client.closed());
    }
  }

  @Test
  void closesTheSocket_whenSomethingIsAskedBeforeTheFirstMessage() {
    try (SocketClient client = SocketClient.open(Map.of())) {
      client.subscribe("1", HUNT);
      assertEquals(4401, client.closed());
    }
    try (SocketClient client = SocketClient.open(bearer(hunter()))) {
      client.subscribe("1", HUNT);
      assertEquals(4401, client.closed());
    }
    assertEquals(0, upstream.hunts());
  }

  @Test
  void closesTheSocket_whenTheTokenEnds() {
    long now = Clock.systemUTC().instant().getEpochSecond();
    /* With the leeway of half a minute, this has two seconds left. */
    String ending =
        ISSUER.sign(ISSUER.claims(Permission.HUNTING_ADHOC).issuedAt(now - 60).expiresAt(now - 28));
    try (SocketClient client = SocketClient.open(Map.of())) {
      client.init("Bearer " + ending);
      assertThat(client.next(), containsString("connection_ack"));
      assertEquals(4403, client.closed());
    }
  }

  @Test
  void closesTheSocket_whenTheTenantIsNotServed() {
    String token = ISSUER.sign(ISSUER.claims(Permission.HUNTING_ADHOC).claim("tenant", "acme"));
    try (SocketClient client = SocketClient.open(Map.of())) {
      client.init("Bearer " + token);
      assertEquals(4403, client.closed());
    }
  }

  @Test
  void closesTheSocket_whenTwoTokensAreShown() {
    try (SocketClient client = SocketClient.open(bearer(hunter()))) {
      client.init("Bearer " + hunter());
      assertEquals(4400, client.closed());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "7",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"unheard_of\"}",
        "{\"type\":\"complete\"}"
      })
  void closesTheSocket_whenAMessageCannotBeRead(String message) {
    try (SocketClient client = SocketClient.open(bearer(hunter()))) {
      client.send(message);
      assertEquals(4400, client.closed());
    }
  }

  @Test
  void closesTheSocket_whenItIsBegunTwice() {
    try (SocketClient client = SocketClient.open(bearer(hunter()))) {
      client.init(null);
      client.next();
      client.init(null);
      assertEquals(4429, client.closed());
    }
  }

  @Test
  void answersPings_andSaysSo() {
    try (SocketClient client = SocketClient.open(Map.of())) {
      client.send("{\"type\":\"ping\"}");
      assertThat(client.next(), equalTo("{\"type\":\"pong\"}"));
    }
  }

  private static String hunter() {
    return ISSUER.token(Permission.HUNTING_ADHOC);
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }
}
