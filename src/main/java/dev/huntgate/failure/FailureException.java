package dev.huntgate.failure;

import org.jspecify.annotations.Nullable;

/**
 * A {@link Failure} on its way to the caller.
 *
 * <p>It has no stack trace: it is an answer, not a defect. What caused it, if anything did, is its
 * cause.
 */
public final class FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public FailureException(Failure failure) {
    this(failure, null);
  }

  public FailureException(Failure failure, @Nullable Throwable cause) {
    super(failure.message(), cause, false, false);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
