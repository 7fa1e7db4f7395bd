package dev.huntgate.sandbox.engine;

/** Signals that a query names a table or a column that there is not. */
final class UnresolvedNameException extends KqlRejectedException {

  private static final long serialVersionUID = 1L;

  UnresolvedNameException(String message) {
    super(message);
  }
}
