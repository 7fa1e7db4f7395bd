package dev.huntgate.graphql.http;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Callers;
import dev.huntgate.failure.FailureException;
import dev.huntgate.graphql.Documents;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * GraphQL over HTTP at {@code /graphql}: POST for everything, GET for queries that buy nothing.
 *
 * <p>It stands before the extension's own handler, which is left with the WebSockets. A request
 * that was met before, and can only be answered alike, gets ready bytes.
 */
@Singleton
final class GraphQlEndpoint {

  private static final String PATH = "/graphql";
  /* Behind CORS, at 300. */
  private static final int EARLY = 250;
  /* Authentication and authorization come before, at 200 and 100. */
  private static final int BODY_PRIORITY = 50;
  private static final int PRIORITY = 40;
  private static final long MAX_BODY_BYTES = 2 << 20;
  /* Under these, an exchange holds what was read and found out before it was authenticated. */
  private static final String BODY = GraphQlEndpoint.class.getName() + ".body";
  private static final String ASKED = GraphQlEndpoint.class.getName() + ".asked";
  /* Either makes a browser ask for permission before it sends a request to another site. */
  private static final List<String> PREFLIGHTED =
      List.of("GraphQL-Preflight", "Apollo-Require-Preflight");

  private final GraphQlExecution execution;
  private final ReadyReads ready;
  private final Callers callers;
  private final Clock clock;

  GraphQlEndpoint(GraphQlExecution execution, ReadyReads ready, Callers callers, Clock clock) {
    this.execution = execution;
    this.ready = ready;
    this.callers = callers;
    this.clock = clock;
  }

  void register(@Observes Filters filters) {
    filters.register(this::answerEarly, EARLY);
    BodyHandler bodies = BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES);
    filters.register(
        exchange -> {
          if (!isOurs(exchange)
              || exchange.request().method() != HttpMethod.POST
              || exchange.get(BODY) != null) {
            exchange.next();
          } else if (declaredBytes(exchange) > MAX_BODY_BYTES) {
            HttpAnswer.refuse(
                exchange,
                MediaType.JSON,
                HttpAnswer.TOO_LARGE,
                "A request may have at most " + MAX_BODY_BYTES + " bytes.");
          } else {
            bodies.handle(exchange);
          }
        },
        BODY_PRIORITY);
    filters.register(
        exchange -> {
          if (isOurs(exchange)) {
            answer(exchange);
          } else {
            exchange.next();
          }
        },
        PRIORITY);
  }

  /* Whether all of a body is about to come, and is short enough to be remembered. */
  private static boolean isSmall(RoutingContext exchange) {
    long declared = declaredBytes(exchange);
    return declared > 0
        && declared <= ReadyReads.LONGEST_REQUEST
        && isJson(exchange)
        && !exchange.request().headers().contains("Expect");
  }

  private static boolean isJson(RoutingContext exchange) {
    return ContentType.isJson(exchange.request().getHeader("Content-Type"));
  }

  /* One that is longer than it says, or says nothing, is stopped by the reader of bodies. */
  private static long declaredBytes(RoutingContext exchange) {
    try {
      return Long.parseLong(exchange.request().getHeader("Content-Length"));
    } catch (NumberFormatException none) {
      return 0;
    }
  }

  /** Whether a request is for GraphQL: with a slash at its end, the path is the same. */
  static boolean isAt(RoutingContext exchange) {
    String path = exchange.normalizedPath();
    return path.startsWith(PATH)
        && (path.length() == PATH.length()
            || (path.length() == PATH.length() + 1 && path.endsWith("/")));
  }

  private static boolean isOurs(RoutingContext exchange) {
    HttpServerRequest request = exchange.request();
    return isAt(exchange)
        && (request.method() == HttpMethod.POST
            || (request.method() == HttpMethod.GET && !GraphQlSocket.isWanted(request)));
  }

  /* Before authentication: who was known a moment ago gets at once what is ready. */
  private void answerEarly(RoutingContext exchange) {
    Caller caller = isOurs(exchange) ? callers.met(exchange) : null;
    MediaType type = caller == null ? null : MediaType.of(exchange.parsedHeaders().accept());
    if (caller == null || type == null) {
      exchange.next();
    } else if (exchange.request().method() == HttpMethod.GET) {
      lookEarly(exchange, type, caller, parameters(exchange));
    } else if (isSmall(exchange)) {
      exchange
          .request()
          .body()
          .onFailure(exchange::fail)
          .onSuccess(
              body -> {
                exchange.put(BODY, body);
                lookEarly(exchange, type, caller, body.getBytes());
              });
      // Quarkus lets no body come before a request is authenticated, unless it is asked for.
      exchange.request().resume();
    } else {
      exchange.next();
    }
  }

  private void lookEarly(RoutingContext exchange, MediaType type, Caller caller, byte[] sent) {
    try {
      Optional<Asked> left = ready.unanswered(exchange, type, caller, sent);
      if (left.isPresent()) {
        exchange.put(ASKED, left.get());
        exchange.next();
      }
    } catch (RequestProblem | FailureException refusedLater) {
      exchange.next();
    } catch (RuntimeException defect) {
      // Thrown where a body arrives, it would end in the log, and the request never.
      exchange.fail(defect);
    }
  }

  private void answer(RoutingContext exchange) {
    MediaType type = MediaType.of(exchange.parsedHeaders().accept());
    if (type == null) {
      HttpAnswer.refuse(
          exchange,
          MediaType.JSON,
          406,
          "Answers are application/graphql-response+json or application/json, in UTF-8.");
      return;
    }
    try {
      boolean get = exchange.request().method() == HttpMethod.GET;
      if (!get && !isJson(exchange)) {
        throw new RequestProblem(415, "A POST has to be application/json, in UTF-8.");
      }
      Caller caller = callers.of(exchange);
      Asked early = exchange.get(ASKED);
      Optional<Asked> asked =
          early != null && early.caller().equals(caller)
              ? Optional.of(early)
              : ready.unanswered(
                  exchange, type, caller, get ? parameters(exchange) : body(exchange));
      if (asked.isPresent()) {
        execute(exchange, asked.get(), get);
      }
    } catch (FailureException refusal) {
      HttpAnswer.refuse(exchange, type, refusal.failure());
    } catch (RequestProblem problem) {
      HttpAnswer.refuse(exchange, type, problem.status(), problem.text());
    }
  }

  private void execute(RoutingContext exchange, Asked asked, boolean get) throws RequestProblem {
    GraphQlRequest request = asked.request();
    if (get && Documents.isNoQuery(request.query(), request.operationName())) {
      exchange.response().putHeader("Allow", "POST");
      throw new RequestProblem(405, "A GET serves queries only; send this operation by POST.");
    }
    boolean maySpend =
        !get || PREFLIGHTED.stream().anyMatch(exchange.request().headers()::contains);
    execution.run(
        exchange,
        asked.caller(),
        request,
        maySpend,
        answer ->
            ready
                .learn(asked, answer, get)
                .ifPresentOrElse(
                    again -> HttpAnswer.ready(exchange, asked.type(), again),
                    () -> HttpAnswer.executed(exchange, asked.type(), answer, clock.instant())));
  }

  /* What tells a GET from others. Bodies begin otherwise. */
  private static byte[] parameters(RoutingContext exchange) {
    String query = exchange.request().query();
    return (query == null ? "" : "?" + query).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] body(RoutingContext exchange) {
    Buffer early = exchange.get(BODY);
    Buffer body = early == null ? exchange.body().buffer() : early;
    return body == null ? new byte[0] : body.getBytes();
  }
}
