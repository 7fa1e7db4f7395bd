package dev.huntgate.graphql.http;

import dev.huntgate.access.Callers;
import dev.huntgate.graphql.document.KnownDocuments;
import dev.huntgate.graphql.http.SocketSession.End;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL over WebSocket at {@code /graphql}, in the protocol {@code graphql-transport-ws}.
 *
 * <p>It stands before the extension's own handler, which lets sockets of unknown clients be.
 */
@Singleton
final class GraphQlSocket {

  private static final Logger LOG = Logger.getLogger(GraphQlSocket.class);
  /* The extension's handler of sockets comes right behind authorization, which is at 100 and would
  let none through whose client is not known yet. Authentication is at 200. */
  private static final int PRIORITY = 150;
  private static final int FORBIDDEN = 403;

  private final GraphQlExecution execution;
  private final Callers callers;
  private final KnownDocuments documents;
  private final OpenSockets sockets;
  private final Clock clock;

  GraphQlSocket(
      GraphQlExecution execution,
      Callers callers,
      KnownDocuments documents,
      OpenSockets sockets,
      Clock clock) {
    this.sockets = sockets;
    this.documents = documents;
    this.execution = execution;
    this.callers = callers;
    this.clock = clock;
  }

  void register(@Observes Filters filters) {
    filters.register(
        exchange -> {
          if (GraphQlEndpoint.isAt(exchange) && isWanted(exchange.request())) {
            open(exchange);
          } else {
            exchange.next();
          }
        },
        PRIORITY);
  }

  /** Whether a request wants to become a WebSocket. */
  static boolean isWanted(HttpServerRequest request) {
    return request.method() == HttpMethod.GET
        && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
  }

  private void open(RoutingContext exchange) {
    /* Browsers let any site open a socket. One that needs no token must not serve them all. */
    if (!callers.needToken() && isOfAnotherSite(exchange.request())) {
      exchange.response().setStatusCode(FORBIDDEN).end();
      return;
    }
    exchange
        .request()
        .toWebSocket()
        .onSuccess(socket -> serve(exchange, socket))
        .onFailure(failure -> LOG.debugf(failure, "A WebSocket did not come up"));
  }

  private void serve(RoutingContext exchange, ServerWebSocket socket) {
    SocketSession client = new SocketSession(exchange.vertx(), socket);
    if (!SocketProtocol.NAME.equals(socket.subProtocol())) {
      client.end(End.WRONG_PROTOCOL);
      return;
    }
    sockets.add(socket);
    ManagedContext scopes = Arc.container().requestContext();
    ManagedContext.ContextState scope = execution.newScope(exchange);
    SocketProtocol protocol =
        new SocketProtocol(
            exchange, client, GraphQlExecution.context(exchange, scope), callers, documents, clock);
    socket.textMessageHandler(protocol::onMessage);
    socket.exceptionHandler(protocol::onThrowable);
    socket.closeHandler(
        closed -> {
          sockets.remove(socket);
          protocol.onClose();
          scopes.destroy(scope);
        });
  }

  private static boolean isOfAnotherSite(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && !isAt(origin, request.getHeader(HttpHeaders.HOST));
  }

  private static boolean isAt(String origin, @Nullable String host) {
    try {
      String site = URI.create(origin).getAuthority();
      return site != null && site.equalsIgnoreCase(host);
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
