package dev.huntgate.sandbox.engine;

/** A query that the sandbox refuses, with the message that upstream would give for it. */
public final class KqlRejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public KqlRejectedException(String message) {
    super(message, null, false, false);
  }
}
