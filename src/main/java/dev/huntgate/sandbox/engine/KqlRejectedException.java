package dev.huntgate.sandbox.engine;

/** A query that the sandbox refuses, with the message that upstream would give for it. */
public sealed class KqlRejectedException extends RuntimeException permits UnresolvedNameException {

  private static final long serialVersionUID = 1L;

  public KqlRejectedException(String message) {
    super(message, null, false, false);
  }
}
