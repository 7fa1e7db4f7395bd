package dev.huntgate.shared;

import org.jspecify.annotations.Nullable;

/** The store that replicas share did not answer, or not in time, or with an error. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }
}
