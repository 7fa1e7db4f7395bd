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
    FORBIDDEN(403, "Forbidden", "Forbidden"),
    NOT_FOUND(404, "NotFound", "ResourceNotFound"),
    REQUEST_TIMED_OUT(408, "RequestTimeout", "RequestTimeout"),
    /** The code is the text of a number in all recordings. */
    THROTTLED(429, "429", "429"),
    TOO_MANY_REQUESTS(429, "TooManyRequests", "TooManyRequests"),
    /** Recorded with an empty message on Graph. */
    BROKEN(500, "UnknownError", "InternalServerError"),
    UNAVAILABLE(503, "ServiceUnavailable", "ServiceUnavailable");

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
  private final @Nullable String code;
  private final @Nullable Duration retryAfter;

  Refusal(Reason reason, String message) {
    this(reason, null, message, null);
  }

  /**
   * @param code instead of the reason's, in both families
   */
  Refusal(Reason reason, @Nullable String code, String message, @Nullable Duration retryAfter) {
    super(message, null, false, false);
    this.reason = reason;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  static Refusal throttled(String message, Duration retryAfter) {
    return new Refusal(Reason.THROTTLED, null, message, retryAfter);
  }

  static Refusal processorSpent(Duration wait) {
    String message =
        "You have exceeded processing resources allocated to this tenant. You can run queries again"
            + " in "
            + WireTime.of(wait)
            + ".";
    return new Refusal(Reason.TOO_MANY_REQUESTS, null, message, wait);
  }

  static Refusal unknownIncident(String id) {
    return new Refusal(Reason.NOT_FOUND, "Incident " + id + " was not found");
  }

  Reason reason() {
    return reason;
  }

  String graphCode() {
    return code == null ? reason.graphCode : code;
  }

  String defenderCode() {
    return code == null ? reason.defenderCode : code;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The message, which is never missing here. */
  String text() {
    return String.valueOf(getMessage());
  }
}
