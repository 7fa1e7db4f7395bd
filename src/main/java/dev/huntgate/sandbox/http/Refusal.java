package dev.huntgate.sandbox.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that the sandbox answers with an error, in the words of the family it came to. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a request is refused, with each family's code for it. */
  enum Reason {
    BAD_QUERY(400, "BadRequest", "ODataError"),
    /** Recorded with an empty code on Graph. */
    TOP_TOO_LARGE(400, "", "ODataError"),
    BAD_BODY(400, "BadRequest", "InvalidRequestBody"),
    BAD_HUNT(400, "BadRequest", "BadRequest"),
    /** Recorded with an empty message on Graph. */
    HUNT_TIMED_OUT(504, "UnknownError", "UnknownError"),
    NOT_AUTHENTICATED(401, "InvalidAuthenticationToken", "Unauthorized"),
    NOT_FOUND(404, "NotFound", "ResourceNotFound"),
    THROTTLED(429, "429", "429");

    final int status;
    final String graphCode;
    final String defenderCode;

    Reason(int status, String graphCode, String defenderCode) {
      this.status = status;
      this.graphCode = graphCode;
      this.defenderCode = defenderCode;
    }
  }

  private final Reason reason;
  private final @Nullable Duration retryAfter;

  Refusal(Reason reason, String message) {
    this(reason, message, null);
  }

  private Refusal(Reason reason, String message, @Nullable Duration retryAfter) {
    super(message, null, false, false);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  static Refusal throttled(String message, Duration retryAfter) {
    return new Refusal(Reason.THROTTLED, message, retryAfter);
  }

  static Refusal unknownIncident(String id) {
    return new Refusal(Reason.NOT_FOUND, "Incident " + id + " was not found");
  }

  Reason reason() {
    return reason;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The message, which is never missing here. */
  String text() {
    return String.valueOf(getMessage());
  }
}
