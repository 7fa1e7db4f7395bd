package dev.huntgate.failure;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Why something a caller asked for did not happen.
 *
 * <p>Messages are for people: they name what was wrong and what to do, and carry neither secrets
 * nor internals.
 */
public sealed interface Failure {

  /**
   * What to tell callers of anything that was thrown: what is no failure is a defect, and logged.
   *
   * @param where as {@link Internal#logged} has it
   */
  static Failure of(Throwable thrown, Logger log, String where) {
    return thrown instanceof FailureException known
        ? known.failure()
        : Internal.logged(log, thrown, where);
  }

  FailureCode code();

  String message();

  /** The earliest time at which trying again makes sense, where waiting helps. */
  default @Nullable Instant retryAt() {
    return null;
  }

  /** The id under which upstream's support finds the request, where upstream gave one. */
  default @Nullable String upstreamRequestId() {
    return null;
  }

  /** The argument that has to change, where it is one. */
  default @Nullable String argument() {
    return null;
  }

  /** Our own refusal: the tenant's budget cannot pay for a call now. */
  record QuotaExhausted(String message, Instant retryAt) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.QUOTA_EXHAUSTED;
    }
  }

  /** Upstream's 429, with the time read off it. */
  record UpstreamThrottled(String message, Instant retryAt, @Nullable String upstreamRequestId)
      implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.UPSTREAM_THROTTLED;
    }
  }

  /** Upstream's refusal of a query's text. */
  record KqlRejected(String message, @Nullable String upstreamRequestId) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.KQL_REJECTED;
    }
  }

  /** Upstream's refusal of a result for its size. */
  record ResultTooLarge(String message, @Nullable String upstreamRequestId) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.RESULT_TOO_LARGE;
    }
  }

  /** Upstream's stop of a running query that used too much processor or memory. */
  record HuntPreempted(String message, @Nullable String upstreamRequestId) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.LIMIT_EXCEEDED;
    }
  }

  /** No answer in time. */
  record UpstreamTimeout(String message, @Nullable String upstreamRequestId) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.UPSTREAM_TIMEOUT;
    }
  }

  /**
   * No usable answer.
   *
   * @param sent whether upstream may have begun to work on the request, so that sending it again
   *     could do or cost the same twice
   */
  record UpstreamUnavailable(String message, @Nullable String upstreamRequestId, boolean sent)
      implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.UPSTREAM_UNAVAILABLE;
    }
  }

  /** Upstream's refusal of what Huntgate itself made up, so that asking again does not help. */
  record UpstreamMisfit(String message, @Nullable String upstreamRequestId) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.UPSTREAM_UNAVAILABLE;
    }
  }

  /** A missing token, permission or consent. */
  record UpstreamDenied(String message, @Nullable String upstreamRequestId) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.UPSTREAM_DENIED;
    }
  }

  /** An id under which there is nothing. */
  record NotFound(String argument, String message) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.NOT_FOUND;
    }
  }

  /** A result that is no longer kept. */
  record ResultGone(String argument, String message) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.RESULT_GONE;
    }
  }

  /** A value that cannot be used. */
  record InvalidArgument(String argument, String message) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.INVALID_ARGUMENT;
    }
  }

  /**
   * A change to something that somebody else changed first.
   *
   * @param current what is there now, by the names that callers know; empty when it is not known
   */
  record Conflict(String argument, String message, Map<String, @Nullable Object> current)
      implements Failure {
    public Conflict {
      current = Collections.unmodifiableMap(new LinkedHashMap<>(current));
    }

    @Override
    public FailureCode code() {
      return FailureCode.CONFLICT;
    }
  }

  /** A value beyond what is allowed at once. */
  record LimitExceeded(String argument, String message) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.LIMIT_EXCEEDED;
    }
  }

  /** A hunt that was given up. */
  record Cancelled(String message) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.CANCELLED;
    }
  }

  /** Something that this caller may not do in this way. */
  record Forbidden(String message) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.FORBIDDEN;
    }
  }

  /** More at one moment than Huntgate works on. */
  record Overloaded(String message) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.OVERLOADED;
    }
  }

  /** Credentials that are missing or no longer good. */
  record Unauthenticated(String message) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.UNAUTHENTICATED;
    }
  }

  /** A hash of a document that nobody has sent yet; clients send the document then. */
  record PersistedQueryNotFound() implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.PERSISTED_QUERY_NOT_FOUND;
    }

    /* Some clients go by this very text. */
    @Override
    public String message() {
      return "PersistedQueryNotFound";
    }
  }

  /** A hunt that takes longer than its answer may, and goes on. */
  record StillRunning(String message, String jobId) implements Failure {
    @Override
    public FailureCode code() {
      return FailureCode.STILL_RUNNING;
    }
  }

  /** A failure that another process met, in that one's words. */
  record Reported(
      FailureCode code,
      String message,
      @Nullable Instant retryAt,
      @Nullable String upstreamRequestId,
      @Nullable String argument)
      implements Failure {}

  /**
   * A defect of Huntgate's own; what happened is in its log alone.
   *
   * @param errorId what the log has it under
   */
  record Internal(String errorId) implements Failure {

    /**
     * Logs a defect under a new id.
     *
     * @param where behind "Error" and the id: what broke
     */
    public static Internal logged(Logger log, @Nullable Throwable thrown, String where) {
      String id = UUID.randomUUID().toString();
      log.errorf(thrown, "Error %s %s", id, where);
      return new Internal(id);
    }

    @Override
    public FailureCode code() {
      return FailureCode.INTERNAL;
    }

    @Override
    public String message() {
      return "Internal error; Huntgate's log has the details under " + errorId + ".";
    }
  }
}
