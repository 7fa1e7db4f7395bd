package dev.huntgate.access;

import dev.huntgate.failure.FailureCode;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not let in, as its client is told: over HTTP by RFC 6750, in the body as an
 * error of GraphQL, or as one of a file.
 *
 * @param challenge the value of {@code WWW-Authenticate}; empty for none
 */
record Refusal(int status, FailureCode code, String message, String challenge) {

  private static final Logger LOG = Logger.getLogger(Refusal.class);
  private static final String NOTE = Refusal.class.getName();
  private static final int UNAUTHORIZED = 401;
  private static final int UNAVAILABLE = 503;
  private static final int MAX_CAUSES = 10;
  private static final String REALM = "Bearer realm=\"Huntgate\"";

  private static final Refusal NO_TOKEN =
      new Refusal(
          UNAUTHORIZED,
          FailureCode.UNAUTHENTICATED,
          "This needs a token: send it in the header Authorization, as Bearer followed by the"
              + " token.",
          REALM);
  private static final Refusal NO_ISSUER =
      new Refusal(
          UNAVAILABLE,
          FailureCode.UPSTREAM_UNAVAILABLE,
          "Huntgate cannot reach the issuer of tokens at this moment; try again soon.",
          "");

  private static final Map<Integer, String> REASONS =
      Map.of(
          ErrorCodes.EXPIRED, "has expired",
          ErrorCodes.NOT_YET_VALID, "is not valid yet",
          ErrorCodes.AUDIENCE_INVALID, "is for another audience",
          ErrorCodes.AUDIENCE_MISSING, "is for another audience",
          ErrorCodes.ISSUER_INVALID, "is of another issuer",
          ErrorCodes.ISSUER_MISSING, "is of another issuer");

  /** Why: what was noted, or that there was no token. */
  static Refusal of(RoutingContext exchange) {
    Refusal noted = exchange.get(NOTE);
    return noted == null ? NO_TOKEN : noted;
  }

  /** What a failure to check a token means. */
  static Refusal because(Throwable failure) {
    if (failure instanceof IssuerGate.ClosedException) {
      if (failure.getCause() != null) {
        LOG.warnf("The issuer of tokens cannot be reached: %s", failure.getCause().getMessage());
      }
      return NO_ISSUER;
    }
    String reason = "The token " + reason(failure);
    LOG.debugf(failure, "A token was refused: %s", reason);
    return new Refusal(
        UNAUTHORIZED,
        FailureCode.UNAUTHENTICATED,
        reason + "; get a new one.",
        REALM + ", error=\"invalid_token\", error_description=\"" + reason + "\"");
  }

  /** Keeps it with the request until it is answered. */
  void note(RoutingContext exchange) {
    exchange.put(NOTE, this);
  }

  /** Whether it is no fault of the client's. */
  boolean passes() {
    return status == UNAVAILABLE;
  }

  void send(RoutingContext exchange) {
    HttpServerResponse response = exchange.response();
    response.setStatusCode(status).putHeader("Content-Type", "application/json; charset=utf-8");
    response.putHeader("Cache-Control", "no-store");
    if (!challenge.isEmpty()) {
      response.putHeader("WWW-Authenticate", challenge);
    }
    if (passes()) {
      response.putHeader("Retry-After", Long.toString(IssuerGate.PATIENCE.toSeconds()));
    }
    response.end((Paths.isFile(exchange) ? plain() : body()).toBuffer());
  }

  private JsonObject plain() {
    return new JsonObject().put("code", code.name()).put("message", message);
  }

  private JsonObject body() {
    JsonObject error =
        new JsonObject()
            .put("message", message)
            .put("extensions", new JsonObject().put("code", code.name()));
    return new JsonObject().put("errors", new JsonArray().add(error));
  }

  private static String reason(Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(
            failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
        .limit(MAX_CAUSES)
        .filter(InvalidJwtException.class::isInstance)
        .map(InvalidJwtException.class::cast)
        .flatMap(
            invalid ->
                REASONS.entrySet().stream()
                    .filter(reason -> invalid.hasErrorCode(reason.getKey()))
                    .map(Map.Entry::getValue)
                    .sorted())
        .findFirst()
        .orElse("is not valid");
  }
}
