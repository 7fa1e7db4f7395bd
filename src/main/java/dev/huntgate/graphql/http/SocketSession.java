package dev.huntgate.graphql.http;

import io.smallrye.graphql.websocket.GraphQLWebSocketSession;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One client's WebSocket, with one timer that may end it. */
final class SocketSession implements GraphQLWebSocketSession {

  /** How a session ends, by the protocol's codes. */
  enum End {
    BAD_MESSAGE(4400, "Bad message"),
    UNAUTHENTICATED(4401, "Unauthorized"),
    /* Unlike 4401 and 1008, clients come again after it, and get a new token before. */
    FORBIDDEN(4403, "Forbidden"),
    EXPIRED(4403, "The token has expired"),
    WRONG_PROTOCOL(4406, "Subprotocol not acceptable"),
    TOO_LATE(4408, "Connection initialisation timeout"),
    TRY_AGAIN_LATER(1013, "The issuer of tokens cannot be reached");

    final short code;
    final String reason;

    End(int code, String reason) {
      this.code = (short) code;
      this.reason = reason;
    }
  }

  /* A close frame has room for 125 bytes, of which the code takes two. */
  private static final int LONGEST_REASON = 123;
  private static final long NO_TIMER = -1;

  private final Vertx vertx;
  private final ServerWebSocket socket;
  private long timer = NO_TIMER;

  SocketSession(Vertx vertx, ServerWebSocket socket) {
    this.vertx = vertx;
    this.socket = socket;
  }

  @Override
  public void sendMessage(String message) {
    if (!socket.isClosed()) {
      socket.writeTextMessage(message);
    }
  }

  @Override
  public void close(short code, String reason) {
    if (!socket.isClosed()) {
      boolean fits = reason.getBytes(StandardCharsets.UTF_8).length <= LONGEST_REASON;
      socket.close(code, fits ? reason : "");
    }
  }

  @Override
  public boolean isClosed() {
    return socket.isClosed();
  }

  void end(End how) {
    close(how.code, how.reason);
  }

  /** Ends the session after a time, unless another time is set before. */
  void endAfter(Duration time, End how) {
    forget();
    timer = vertx.setTimer(Math.max(1, time.toMillis()), passed -> end(how));
  }

  /** The session shall not end by itself any more. */
  void forget() {
    if (timer != NO_TIMER) {
      vertx.cancelTimer(timer);
      timer = NO_TIMER;
    }
  }
}
