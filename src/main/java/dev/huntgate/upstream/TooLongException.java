package dev.huntgate.upstream;

import java.io.IOException;

/** A body that is longer than it may be. */
final class TooLongException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long most;

  /**
   * @param most how many bytes it may have
   */
  TooLongException(long most) {
    super("The body is longer than " + most + " bytes");
    this.most = most;
  }

  long most() {
    return most;
  }
}
