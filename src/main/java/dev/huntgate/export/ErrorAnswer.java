package dev.huntgate.export;

import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Internal;
import dev.huntgate.failure.FailureCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is answered instead of a file: a status, and a JSON object with what GraphQL tells too. */
final class ErrorAnswer {

  private static final Logger LOG = Logger.getLogger(ErrorAnswer.class);
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int INTERNAL_ERROR = 500;

  private ErrorAnswer() {}

  static void send(HttpServerResponse response, Failure failure) {
    if (failure.code() == FailureCode.UNAUTHENTICATED) {
      response.putHeader("WWW-Authenticate", "Bearer realm=\"Huntgate\"");
    } else if (failure.code() == FailureCode.OVERLOADED) {
      response.putHeader(HttpHeaders.RETRY_AFTER, "1");
    }
    send(
        response,
        status(failure.code()),
        failure.code(),
        failure.message(),
        "argument",
        failure.argument());
  }

  /** A defect: the log has it, without the address, which may hold a ticket. */
  static void send(HttpServerResponse response, Throwable defect) {
    Internal logged = Internal.logged(LOG, defect, "in an export");
    send(response, INTERNAL_ERROR, logged.code(), logged.message(), "errorId", logged.errorId());
  }

  static void refuseMethod(HttpServerResponse response) {
    response.putHeader(HttpHeaders.ALLOW, "GET, HEAD");
    send(
        response,
        METHOD_NOT_ALLOWED,
        FailureCode.INVALID_ARGUMENT,
        "A file is read by GET; nothing else is done here.",
        "argument",
        null);
  }

  private static void send(
      HttpServerResponse response,
      int status,
      FailureCode code,
      String message,
      String key,
      @Nullable String value) {
    JsonObject body = new JsonObject().put("code", code.name()).put("message", message);
    if (value != null) {
      body.put(key, value);
    }
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body.encode());
  }

  private static int status(FailureCode code) {
    return switch (code) {
      case INVALID_ARGUMENT, LIMIT_EXCEEDED -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case RESULT_GONE -> 410;
      case OVERLOADED -> 503;
      default -> INTERNAL_ERROR;
    };
  }
}
