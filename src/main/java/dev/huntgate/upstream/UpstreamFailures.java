package dev.huntgate.upstream;

import com.fasterxml.jackson.core.JacksonException;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.ResultTooLarge;
import dev.huntgate.failure.Failure.UpstreamTimeout;
import dev.huntgate.failure.Failure.UpstreamUnavailable;
import dev.huntgate.failure.FailureException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jboss.logging.Logger;

/** Turns whatever went wrong on the way to upstream and back into a failure. */
final class UpstreamFailures {

  private static final Logger LOG = Logger.getLogger(UpstreamFailures.class);
  private static final int MAX_CAUSES = 10;
  private static final int UNAUTHORIZED = 401;

  private UpstreamFailures() {}

  static boolean isRejectedToken(Throwable failure) {
    return cause(failure, StatusException.class)
        .filter(status -> status.status() == UNAUTHORIZED)
        .isPresent();
  }

  static FailureException of(ErrorReader.Asked asked, Throwable failure, Instant now) {
    Optional<FailureException> ours = cause(failure, FailureException.class);
    return ours.orElseGet(() -> new FailureException(read(asked, failure, now), failure));
  }

  private static Failure read(ErrorReader.Asked asked, Throwable failure, Instant now) {
    Optional<StatusException> status = cause(failure, StatusException.class);
    if (status.isPresent()) {
      StatusException answer = status.get();
      return ErrorReader.read(asked, answer.status(), answer.retryAfter(), answer.body(), now);
    }
    Optional<TooLongException> tooLong = cause(failure, TooLongException.class);
    if (tooLong.isPresent()) {
      return new ResultTooLarge(
          "Upstream's answer is longer than "
              + tooLong.get().most()
              + " bytes; ask for fewer rows or columns, or raise"
              + " HUNTGATE_LIMITS_MAX_RESPONSE_BYTES.",
          null);
    }
    if (cause(failure, TimeoutException.class).isPresent()
        || cause(failure, io.smallrye.mutiny.TimeoutException.class).isPresent()) {
      return new UpstreamTimeout("Upstream did not answer in time.", null);
    }
    if (cause(failure, ConnectException.class).isPresent()
        || cause(failure, UnknownHostException.class).isPresent()
        || cause(failure, SSLHandshakeException.class).isPresent()) {
      return new UpstreamUnavailable("Upstream cannot be reached.", null, false);
    }
    if (cause(failure, JacksonException.class).isPresent()
        || cause(failure, UnreadableAnswerException.class).isPresent()) {
      return new UpstreamUnavailable("Upstream's answer is cut off or not readable.", null, true);
    }
    LOG.infof("The connection to upstream broke: %s", failure);
    return new UpstreamUnavailable("The connection to upstream broke.", null, true);
  }

  static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    Throwable current = failure;
    for (int depth = 0; current != null && depth < MAX_CAUSES; depth++) {
      if (type.isInstance(current)) {
        return Optional.of(type.cast(current));
      }
      current = current.getCause();
    }
    return Optional.empty();
  }
}
