package dev.huntgate.access;

/**
 * Who asks.
 *
 * @param name what the caller is known by; unique within a tenant
 */
public record Caller(String name) {

  /** Whoever asks where nobody has to say who they are. */
  public static final Caller ANONYMOUS = new Caller("anonymous");
}
