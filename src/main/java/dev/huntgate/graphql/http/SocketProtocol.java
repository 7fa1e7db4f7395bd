package dev.huntgate.graphql.http;

import dev.huntgate.access.Callers;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import dev.huntgate.graphql.CurrentCaller;
import dev.huntgate.graphql.document.KnownDocuments;
import dev.huntgate.graphql.http.SocketSession.End;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.graphql.websocket.graphqltransportws.GraphQLTransportWSSubprotocolHandler;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The protocol {@code graphql-transport-ws} with one client, who has to be known before anything is
 * executed: by the header of the request that the socket came from, or by {@code Authorization} in
 * the payload of {@code connection_init}. It ends with the token.
 */
final class SocketProtocol extends GraphQLTransportWSSubprotocolHandler {

  private static final Logger LOG = Logger.getLogger(SocketProtocol.class);
  static final String NAME = "graphql-transport-ws";
  static final Duration INIT_WITHIN = Duration.ofSeconds(10);

  private static final String AUTHORIZATION = "Authorization";

  private final RoutingContext exchange;
  private final SocketSession client;
  private final Callers callers;
  private final KnownDocuments documents;
  private final Clock clock;
  private final Context thread;
  private boolean begun;

  /**
   * @param context what each execution begins with
   */
  SocketProtocol(
      RoutingContext exchange,
      SocketSession client,
      Map<String, Object> context,
      Callers callers,
      KnownDocuments documents,
      Clock clock) {
    super(client, context);
    this.documents = documents;
    this.exchange = exchange;
    this.client = client;
    this.callers = callers;
    this.clock = clock;
    this.thread = exchange.vertx().getOrCreateContext();
    client.endAfter(INIT_WITHIN, End.TOO_LATE);
  }

  @Override
  public void onMessage(String text) {
    try {
      super.onMessage(text);
    } catch (RuntimeException unreadable) {
      LOG.debugf(unreadable, "A WebSocket message could not be read");
      client.end(End.BAD_MESSAGE);
    }
  }

  @Override
  protected void onMessage(@Nullable JsonObject message) {
    if (message != null && message.getString("type", "").equals("connection_init") && !begun) {
      begun = true;
      begin(message);
    } else if (begun && message != null && message.getString("type", "").equals("subscribe")) {
      subscribe(message);
    } else {
      super.onMessage(message);
    }
  }

  private void subscribe(JsonObject message) {
    if (!(message.get("payload") instanceof JsonObject payload)) {
      super.onMessage(message);
      return;
    }
    GraphQlExecution.forgetOthers();
    try {
      JsonObject known = new GraphQlRequest(payload).of(documents).json();
      super.onMessage(Json.createObjectBuilder(message).add("payload", known).build());
    } catch (FailureException refusal) {
      client.sendMessage(error(message.getString("id", ""), refusal.failure()));
    } finally {
      GraphQlExecution.forgetOthers();
    }
  }

  private static String error(String id, Failure failure) {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("type", "error")
        .add(
            "payload",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("message", failure.message())
                        .add(
                            "extensions",
                            Json.createObjectBuilder().add("code", failure.code().name()))))
        .build()
        .toString();
  }

  @Override
  public void onClose() {
    client.forget();
    super.onClose();
  }

  private void begin(JsonObject init) {
    String authorization = text(init, AUTHORIZATION);
    boolean known = callers.knownUntil(exchange) != null;
    choose(text(init, Callers.TENANT_HEADER));
    if (known && callers.needToken() && authorization != null) {
      client.close(End.BAD_MESSAGE.code, "Authorization is given twice");
    } else if (known) {
      admit(init);
    } else if (authorization == null) {
      client.end(End.UNAUTHENTICATED);
    } else {
      authenticate(init, authorization);
    }
  }

  private void authenticate(JsonObject init, String authorization) {
    exchange.request().headers().set(AUTHORIZATION, authorization);
    HttpAuthenticator authenticator = exchange.get(HttpAuthenticator.class.getName());
    Objects.requireNonNull(authenticator, "Authentication has not begun")
        .attemptAuthentication(exchange)
        .subscribe()
        .with(
            identity -> thread.runOnContext(then -> identified(init, identity)),
            failure -> thread.runOnContext(then -> refused()));
  }

  private void identified(JsonObject init, @Nullable SecurityIdentity identity) {
    if (identity == null) {
      client.end(End.UNAUTHENTICATED);
    } else {
      QuarkusHttpUser.setIdentity(identity, exchange);
      admit(init);
    }
  }

  private void refused() {
    client.end(callers.isIssuerDown(exchange) ? End.TRY_AGAIN_LATER : End.UNAUTHENTICATED);
  }

  private void admit(JsonObject init) {
    try {
      CurrentCaller.begin(getContext(), callers.of(exchange));
    } catch (FailureException refusal) {
      client.end(
          refusal.failure().code() == FailureCode.FORBIDDEN ? End.FORBIDDEN : End.UNAUTHENTICATED);
      return;
    }
    Instant until = callers.knownUntil(exchange);
    client.forget();
    if (until != null && callers.needToken()) {
      client.endAfter(Duration.between(clock.instant(), until), End.EXPIRED);
    }
    super.onMessage(init);
  }

  /* A browser cannot send headers with a WebSocket. */
  private void choose(@Nullable String tenant) {
    MultiMap headers = exchange.request().headers();
    if (tenant != null && !headers.contains(Callers.TENANT_HEADER)) {
      headers.set(Callers.TENANT_HEADER, tenant);
    }
  }

  private static @Nullable String text(JsonObject init, String name) {
    return init.get("payload") instanceof JsonObject payload
            && payload.get(name) instanceof JsonString text
        ? text.getString()
        : null;
  }
}
