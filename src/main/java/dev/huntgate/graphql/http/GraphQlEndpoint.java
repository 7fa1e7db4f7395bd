package dev.huntgate.graphql.http;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Callers;
import dev.huntgate.cache.Ready;
import dev.huntgate.cache.ReadyAnswer;
import dev.huntgate.cache.ReadyAnswers;
import dev.huntgate.cache.ReadyKey;
import dev.huntgate.failure.FailureException;
import dev.huntgate.graphql.Documents;
import dev.huntgate.graphql.HuntTerms;
import dev.huntgate.graphql.PageReads;
import dev.huntgate.hunting.Hunts;
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
import org.jspecify.annotations.Nullable;

/**
 * GraphQL over HTTP at {@code /graphql}: POST for everything, GET for queries that buy nothing.
 *
 * <p>It stands before the extension's own handler, which is left with the WebSockets. A request
 * that was met before, and can only be answered alike, gets ready bytes.
 */
@Singleton
final class GraphQlEndpoint {

  private static final String PATH = "/graphql";
  /* Authentication and authorization come before, at 200 and 100. */
  private static final int BODY_PRIORITY = 50;
  private static final int PRIORITY = 40;
  private static final long MAX_BODY_BYTES = 2 << 20;
  private static final int LONGEST_READY_REQUEST = 16 * 1024;
  /* Either makes a browser ask for permission before it sends a request to another site. */
  private static final List<String> PREFLIGHTED =
      List.of("GraphQL-Preflight", "Apollo-Require-Preflight");

  private final GraphQlExecution execution;
  private final ReadyAnswers ready;
  private final PageReads pages;
  private final Hunts hunts;
  private final Callers callers;
  private final Clock clock;

  GraphQlEndpoint(
      GraphQlExecution execution,
      ReadyAnswers ready,
      PageReads pages,
      Hunts hunts,
      Callers callers,
      Clock clock) {
    this.execution = execution;
    this.ready = ready;
    this.pages = pages;
    this.hunts = hunts;
    this.callers = callers;
    this.clock = clock;
  }

  void register(@Observes Filters filters) {
    BodyHandler bodies = BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES);
    filters.register(
        exchange -> {
          if (!isOurs(exchange) || exchange.request().method() != HttpMethod.POST) {
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
      if (!get && !ContentType.isJson(exchange.request().getHeader("Content-Type"))) {
        throw new RequestProblem(415, "A POST has to be application/json, in UTF-8.");
      }
      Caller caller = callers.of(exchange);
      byte[] sent = get ? parameters(exchange) : body(exchange);
      ReadyKey key = sent.length > LONGEST_READY_REQUEST ? null : new ReadyKey(caller, sent);
      ReadyAnswer known = key == null ? null : ready.find(key, ReadyAnswer.class);
      if (known != null) {
        known.uses().stream()
            .filter(Ready.Use::newest)
            .forEach(use -> hunts.again(use.stored(), HuntTerms.free(caller)));
        HttpAnswer.ready(exchange, type, known);
        return;
      }
      GraphQlRequest request = get ? ofParameters(exchange) : GraphQlRequest.ofBody(sent);
      PageReads.Request read =
          new PageReads.Request(
              caller, request.query(), request.operationName(), request.variables());
      byte[] page = pages.answer(read);
      if (page != null) {
        HttpAnswer.page(exchange, type, page);
        return;
      }
      boolean maySpend =
          !get || PREFLIGHTED.stream().anyMatch(exchange.request().headers()::contains);
      if (get && Documents.isNoQuery(request.query(), request.operationName())) {
        exchange.response().putHeader("Allow", "POST");
        throw new RequestProblem(405, "A GET serves queries only; send this operation by POST.");
      }
      execution.run(
          exchange,
          caller,
          request,
          maySpend,
          answer -> answered(exchange, type, key, read, answer));
    } catch (FailureException refusal) {
      HttpAnswer.refuse(exchange, type, refusal.failure());
    } catch (RequestProblem problem) {
      HttpAnswer.refuse(exchange, type, problem.status(), problem.text());
    }
  }

  private void answered(
      RoutingContext exchange,
      MediaType type,
      @Nullable ReadyKey key,
      PageReads.Request read,
      GraphQlExecution.Answer answer) {
    pages.learn(read, answer.body(), answer.uses(), answer.pages());
    boolean get = exchange.request().method() == HttpMethod.GET;
    boolean wanted = key != null && !answer.uses().isEmpty() && ready.wants(key);
    if (wanted || (get && !answer.uses().isEmpty())) {
      ReadyAnswer again =
          new ReadyAnswer(answer.body(), HttpAnswer.etag(answer.body()), answer.uses());
      if (key != null && wanted) {
        ready.keep(key, again);
      }
      HttpAnswer.ready(exchange, type, again);
    } else {
      HttpAnswer.executed(exchange, type, answer, clock.instant());
    }
  }

  /* What tells a GET from others. Bodies begin otherwise. */
  private static byte[] parameters(RoutingContext exchange) {
    String query = exchange.request().query();
    return (query == null ? "" : "?" + query).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] body(RoutingContext exchange) {
    Buffer body = exchange.body().buffer();
    return body == null ? new byte[0] : body.getBytes();
  }

  private static GraphQlRequest ofParameters(RoutingContext exchange) {
    return GraphQlRequest.ofParameters(
        exchange.queryParams().get("query"),
        exchange.queryParams().get("operationName"),
        exchange.queryParams().get("variables"),
        exchange.queryParams().get("extensions"));
  }
}
