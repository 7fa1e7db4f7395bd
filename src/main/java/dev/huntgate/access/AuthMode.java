package dev.huntgate.access;

/** How callers show who they are; named as operators write it. */
public enum AuthMode {
  /** By a bearer token of a trusted issuer. */
  OIDC,
  /** Not at all: everybody may do everything. */
  NONE;

  /** The one in force; whether it had to be said is not asked here. */
  public static AuthMode of(AuthConfig config) {
    return config.mode().orElse(NONE);
  }
}
