package dev.huntgate.upstream;

import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Conflict;
import dev.huntgate.failure.Failure.HuntPreempted;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.KqlRejected;
import dev.huntgate.failure.Failure.NotFound;
import dev.huntgate.failure.Failure.ResultTooLarge;
import dev.huntgate.failure.Failure.UpstreamDenied;
import dev.huntgate.failure.Failure.UpstreamMisfit;
import dev.huntgate.failure.Failure.UpstreamThrottled;
import dev.huntgate.failure.Failure.UpstreamTimeout;
import dev.huntgate.failure.Failure.UpstreamUnavailable;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an upstream error status and its body mean. */
final class ErrorReader {

  /** What was asked for, since the same status means different things for each. */
  enum Asked {
    HUNT,
    INCIDENT_LIST,
    INCIDENT,
    INCIDENT_CHANGE
  }

  private ErrorReader() {}

  /**
   * The failure that an answer with an error status means.
   *
   * @param retryAfter the {@code Retry-After} header
   */
  static Failure read(
      Asked asked, int status, @Nullable String retryAfter, ErrorBody body, Instant now) {
    String id = body.requestId();
    return switch (status) {
      case 400 -> badRequest(asked, body);
      case 401 ->
          new UpstreamDenied(
              "Upstream does not accept this application's token" + detail(body), id);
      case 403 ->
          new UpstreamDenied(
              "This application lacks a permission upstream, or the consent to it" + detail(body),
              id);
      case 404 -> notFound(asked, body);
      case 409, 412 -> conflict(asked, status, body);
      case 408, 504 ->
          new UpstreamTimeout(
              "Upstream gave up after its own time limit; narrow the query or the time it looks at"
                  + detail(body),
              id);
      case 413 -> new ResultTooLarge("Upstream's answer would be too large" + detail(body), id);
      case 429 ->
          new UpstreamThrottled(
              "Upstream allows no further calls for now" + detail(body),
              RetryTime.read(retryAfter, body.message(), now),
              id);
      default -> unavailable("Upstream answered with status " + status, body);
    };
  }

  private static Failure badRequest(Asked asked, ErrorBody body) {
    String message = body.message().toLowerCase(Locale.ROOT);
    String id = body.requestId();
    if (message.contains("exceeded the allowed result size")) {
      return new ResultTooLarge(body.message(), id);
    }
    if (message.contains("preempted") || message.contains("exceeded the allowed limits")) {
      return new HuntPreempted(body.message(), id);
    }
    if (message.contains("exceeded the timeout")) {
      return new UpstreamTimeout(body.message(), id);
    }
    return switch (asked) {
      case HUNT ->
          new KqlRejected(
              body.message().isEmpty() ? "Upstream does not accept the query." : body.message(),
              id);
      case INCIDENT ->
          new InvalidArgument("id", "id is not an incident's id upstream" + detail(body));
      case INCIDENT_CHANGE ->
          new InvalidArgument("input", "Upstream does not accept the change" + detail(body));
      case INCIDENT_LIST -> misfit("Upstream does not accept the request for incidents", body);
    };
  }

  private static Failure notFound(Asked asked, ErrorBody body) {
    return asked == Asked.INCIDENT || asked == Asked.INCIDENT_CHANGE
        ? new NotFound("id", "There is no incident under this id" + detail(body))
        : misfit("Upstream has nothing at the address used; check the base URL", body);
  }

  private static Failure conflict(Asked asked, int status, ErrorBody body) {
    return asked == Asked.INCIDENT_CHANGE
        ? new Conflict(
            "input", "Upstream says that somebody else changed it first" + detail(body), Map.of())
        : unavailable("Upstream answered with status " + status, body);
  }

  private static Failure misfit(String what, ErrorBody body) {
    return new UpstreamMisfit(what + detail(body), body.requestId());
  }

  private static Failure unavailable(String what, ErrorBody body) {
    return new UpstreamUnavailable(what + detail(body), body.requestId(), true);
  }

  private static String detail(ErrorBody body) {
    return body.message().isBlank() ? "." : ": " + body.message();
  }
}
