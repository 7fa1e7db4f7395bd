package dev.huntgate.sandbox.engine;

/** A hunt that was stopped because it used more than it may. */
public final class HuntStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What it used too much of. */
  public enum Limit {
    TIME,
    RESULT_SIZE,
    RESOURCES
  }

  private final Limit limit;

  public HuntStoppedException(Limit limit) {
    super("Stopped for its " + limit, null, false, false);
    this.limit = limit;
  }

  public Limit limit() {
    return limit;
  }
}
