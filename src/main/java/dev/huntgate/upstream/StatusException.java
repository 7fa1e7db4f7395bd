package dev.huntgate.upstream;

import org.jspecify.annotations.Nullable;

/** An answer with an error status, before it is known what it means for who asked. */
final class StatusException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient @Nullable String retryAfter;
  private final transient ErrorBody body;

  StatusException(int status, @Nullable String retryAfter, ErrorBody body) {
    super("Upstream answered with status " + status, null, false, false);
    this.status = status;
    this.retryAfter = retryAfter;
    this.body = body;
  }

  int status() {
    return status;
  }

  @Nullable String retryAfter() {
    return retryAfter;
  }

  ErrorBody body() {
    return body;
  }
}
