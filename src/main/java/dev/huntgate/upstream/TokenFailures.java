package dev.huntgate.upstream;

import dev.huntgate.failure.Failure.UpstreamDenied;
import dev.huntgate.failure.Failure.UpstreamUnavailable;
import dev.huntgate.failure.FailureException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads why no token was to be had. */
final class TokenFailures {

  private static final Logger LOG = Logger.getLogger(TokenFailures.class);
  private static final int FIRST_SERVER_ERROR = 500;
  private static final Pattern REASON = Pattern.compile("AADSTS\\d+");

  private TokenFailures() {}

  static Throwable of(Connection connection, Throwable failure) {
    if (failure instanceof FailureException) {
      return failure;
    }
    StatusException refusal = refusal(failure);
    if (refusal != null) {
      String reason = reason(refusal.body());
      LOG.warnf(
          "The login service at %s refuses a token for tenant %s (%s)",
          connection.tokenUri().getHost(), connection.tenant(), reason);
      return new FailureException(
          new UpstreamDenied(
              "The login service refuses a token for this application ("
                  + reason
                  + "); check its client id and credentials, and consent to its permissions.",
              null),
          failure);
    }
    LOG.warnf(
        "No token for tenant %s from %s: %s",
        connection.tenant(), connection.tokenUri().getHost(), failure);
    return new FailureException(
        new UpstreamUnavailable("The login service cannot be reached.", null, false), failure);
  }

  /** The failure that unusable credentials mean; what is in them is told to nobody. */
  static FailureException ofCredentials(Connection connection, Throwable failure) {
    LOG.warnf(
        "The credentials of tenant %s cannot be used: %s",
        connection.tenant(), failure.getMessage());
    return new FailureException(
        new UpstreamDenied(
            "This application's credentials cannot be used; Huntgate's log says why.", null),
        failure);
  }

  /* What says in words of OAuth's why there is no token, and is no trouble of the service's own. */
  private static @Nullable StatusException refusal(Throwable failure) {
    StatusException answer = UpstreamFailures.cause(failure, StatusException.class).orElse(null);
    return answer != null && answer.status() < FIRST_SERVER_ERROR && !answer.body().code().isEmpty()
        ? answer
        : null;
  }

  /* Never the service's own words, which may repeat a secret. */
  private static String reason(ErrorBody body) {
    Matcher matcher = REASON.matcher(body.message());
    return matcher.find() ? matcher.group() : "no reason given";
  }
}
