package dev.huntgate.upstream;

import dev.huntgate.failure.Failure.UpstreamDenied;
import dev.huntgate.failure.Failure.UpstreamUnavailable;
import dev.huntgate.failure.FailureException;
import io.quarkus.oidc.client.OidcClientException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Reads why no token was to be had. */
final class TokenFailures {

  private static final Logger LOG = Logger.getLogger(TokenFailures.class);
  private static final Pattern REASON = Pattern.compile("AADSTS\\d+");

  private TokenFailures() {}

  static Throwable of(Connection connection, Throwable failure) {
    if (failure instanceof FailureException) {
      return failure;
    }
    if (isRefusal(failure)) {
      String reason = reason(failure);
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

  private static boolean isRefusal(Throwable failure) {
    return failure instanceof OidcClientException
        && failure.getMessage() != null
        && failure.getMessage().contains("error");
  }

  private static String reason(Throwable failure) {
    Matcher matcher = REASON.matcher(String.valueOf(failure.getMessage()));
    return matcher.find() ? matcher.group() : "no reason given";
  }
}
