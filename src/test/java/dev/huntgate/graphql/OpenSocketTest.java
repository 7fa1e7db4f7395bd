package dev.huntgate.graphql;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL over WebSocket where nobody needs a token. */
@QuarkusTest
@TestProfile(OnFakeUpstream.class)
class OpenSocketTest {

  @Test
  void servesEverybody() {
    try (SocketClient client = SocketClient.open(Map.of())) {
      client.init(null);
      assertThat(client.next(), containsString("connection_ack"));
      client.subscribe("1", "{ quota { operation } }");
      assertThat(client.next(), containsString("HUNTING"));
    }
  }

  @Test
  void servesItsOwnPages() {
    String origin = "http://localhost:" + RestAssured.port;
    try (SocketClient client = SocketClient.open(Map.of("Origin", origin))) {
      client.init("Bearer ignored");
      assertThat(client.next(), containsString("connection_ack"));
    }
  }

  /* A browser lets every page open a socket to this machine, and tells whose page it is. */
  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost", "", "http://"})
  void refusesTheSocket_toThePageOfAnotherSite(String origin) {
    CompletionException refused =
        assertThrows(CompletionException.class, () -> SocketClient.open(Map.of("Origin", origin)));
    WebSocketHandshakeException answer = (WebSocketHandshakeException) refused.getCause();
    assertEquals(403, answer.getResponse().statusCode());
  }

  @Test
  void closesTheSocket_whenItSpeaksAnotherProtocol() {
    try (SocketClient client = SocketClient.open(Map.of(), null)) {
      assertEquals(4406, client.closed());
    }
  }
}
