package dev.huntgate.graphql.http;

import dev.huntgate.cache.ReadyAnswer;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Internal;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.graphql.RetryAfter;
import dev.huntgate.graphql.Sha256;
import io.netty.buffer.Unpooled;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jboss.logging.Logger;

/** The HTTP responses of GraphQL: statuses, headers and bodies. */
final class HttpAnswer {

  private static final Logger LOG = Logger.getLogger(HttpAnswer.class);
  private static final int ETAG_BYTES = 16;
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  static final int TOO_LARGE = 413;
  private static final int SERVER_ERROR = 500;
  private static final int GATEWAY_TIMEOUT = 504;
  private static final CharSequence ASK_AGAIN = HttpHeaders.createOptimized("private, no-cache");
  private static final CharSequence KEEP_NOTHING = HttpHeaders.createOptimized("no-store");
  private static final CharSequence WHAT_ANSWERS_DEPEND_ON =
      HttpHeaders.createOptimized("Accept, Authorization, Origin");

  private HttpAnswer() {}

  /** Answers with ready bytes. */
  static void ready(RoutingContext exchange, MediaType type, ReadyAnswer answer) {
    tagged(exchange, type, answer.body(), answer.etag());
  }

  /** Answers with a page that was written for this request. */
  static void page(RoutingContext exchange, MediaType type, byte[] body) {
    if (exchange.request().method() == HttpMethod.GET) {
      tagged(exchange, type, body, etag(body));
    } else if (!exchange.response().ended()) {
      headers(exchange.response(), type, KEEP_NOTHING);
      exchange.response().end(bytes(body));
    }
  }

  /** Answers with what an execution brought, which may be good only once. */
  static void executed(
      RoutingContext exchange, MediaType type, GraphQlExecution.Answer answer, Instant now) {
    HttpServerResponse response = exchange.response();
    if (response.ended() || response.closed()) {
      return;
    }
    RetryAfter.seconds(answer.result(), now)
        .ifPresent(seconds -> response.putHeader("Retry-After", Long.toString(seconds)));
    boolean failed = type == MediaType.GRAPHQL_RESPONSE && !answer.result().isDataPresent();
    headers(response, type, KEEP_NOTHING);
    response.setStatusCode(failed ? BAD_REQUEST : OK).end(bytes(answer.body()));
  }

  /** Answers a request that is none of GraphQL over HTTP. */
  static void refuse(RoutingContext exchange, MediaType type, int status, String message) {
    HttpServerResponse response = exchange.response();
    headers(response, type, KEEP_NOTHING);
    response
        .setStatusCode(status)
        .end(Buffer.buffer(AnswerWriter.error(message, code(status).name())));
  }

  /** Answers a request that is refused before anything of it is executed. */
  static void refuse(RoutingContext exchange, MediaType type, Failure failure) {
    HttpServerResponse response = exchange.response();
    headers(response, type, KEEP_NOTHING);
    if (failure.code() == FailureCode.UNAUTHENTICATED) {
      response.putHeader("WWW-Authenticate", "Bearer realm=\"Huntgate\"");
    }
    response
        .setStatusCode(status(type, failure))
        .end(Buffer.buffer(AnswerWriter.error(failure.message(), failure.code().name())));
  }

  private static int status(MediaType type, Failure failure) {
    return switch (failure.code()) {
      case UNAUTHENTICATED -> UNAUTHORIZED;
      case FORBIDDEN -> FORBIDDEN;
      // Clients that ask for a document by its hash take this for an answer like any other.
      case PERSISTED_QUERY_NOT_FOUND -> type == MediaType.GRAPHQL_RESPONSE ? BAD_REQUEST : OK;
      default -> BAD_REQUEST;
    };
  }

  private static FailureCode code(int status) {
    return status == TOO_LARGE ? FailureCode.LIMIT_EXCEEDED : FailureCode.INVALID_ARGUMENT;
  }

  /** Answers a request whose execution takes too long; it goes on, and what it buys is kept. */
  static void tooLate(RoutingContext exchange, Duration timeout) {
    HttpServerResponse response = exchange.response();
    if (response.ended() || response.closed()) {
      return;
    }
    headers(response, MediaType.JSON, KEEP_NOTHING);
    response
        .setStatusCode(GATEWAY_TIMEOUT)
        .end(
            Buffer.buffer(
                AnswerWriter.error(
                    "The request took longer than "
                        + timeout
                        + ". Ask for less at once, or start long hunts by startHunt.",
                    FailureCode.UPSTREAM_TIMEOUT.name())));
  }

  /** Answers a request whose execution broke; what happened stays in the log. */
  static void fail(RoutingContext exchange, Throwable failure) {
    Internal defect = Internal.logged(LOG, failure, "in the execution of a GraphQL request");
    HttpServerResponse response = exchange.response();
    if (!response.headWritten()) {
      headers(response, MediaType.JSON, KEEP_NOTHING);
      response
          .setStatusCode(SERVER_ERROR)
          .end(Buffer.buffer(AnswerWriter.error(defect.message(), defect.code().name())));
    }
  }

  /** What tells this body from others: the same bytes have the same tag. */
  static String etag(byte[] body) {
    byte[] tag = Arrays.copyOf(Sha256.digest().digest(body), ETAG_BYTES);
    return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(tag) + '"';
  }

  private static void tagged(RoutingContext exchange, MediaType type, byte[] body, String etag) {
    HttpServerResponse response = exchange.response();
    if (response.ended() || response.closed()) {
      return;
    }
    headers(response, type, ASK_AGAIN);
    response.putHeader(HttpHeaders.ETAG, etag);
    if (exchange.request().method() == HttpMethod.GET && isKnown(exchange, etag)) {
      response.headers().remove(HttpHeaders.CONTENT_TYPE);
      response.setStatusCode(NOT_MODIFIED).end();
    } else {
      response.setStatusCode(OK).end(bytes(body));
    }
  }

  /* Without a copy: nobody changes an answer's bytes. */
  private static Buffer bytes(byte[] body) {
    return Buffer.buffer(Unpooled.wrappedBuffer(body));
  }

  private static boolean isKnown(RoutingContext exchange, String etag) {
    String known = exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known == null) {
      return false;
    }
    return Arrays.stream(known.split(",", -1))
        .map(String::trim)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
  }

  private static void headers(
      HttpServerResponse response, MediaType type, CharSequence cacheControl) {
    MultiMap headers = response.headers();
    headers.set(HttpHeaders.CONTENT_TYPE, type.header());
    headers.set(HttpHeaders.CACHE_CONTROL, cacheControl);
    headers.set(HttpHeaders.VARY, WHAT_ANSWERS_DEPEND_ON);
  }
}
