package dev.huntgate.upstream;

import java.io.IOException;

/** A body that is JSON, but not what the contract says. */
final class UnreadableAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  UnreadableAnswerException(String message) {
    super(message);
  }
}
