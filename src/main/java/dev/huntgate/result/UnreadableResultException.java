package dev.huntgate.result;

/** Bytes that are no encoded result, or one of another version, or a damaged one. */
public final class UnreadableResultException extends Exception {

  private static final long serialVersionUID = 1L;

  public UnreadableResultException(String message) {
    super(message);
  }
}
