package dev.huntgate.sandbox.engine;

/** A hunt that was stopped because it ran for too long. */
public final class HuntTimedOutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public HuntTimedOutException() {
    super("Query exceeded the timeout period.", null, false, false);
  }
}
