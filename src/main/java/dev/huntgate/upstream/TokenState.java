package dev.huntgate.upstream;

/** How a tenant's access to upstream stands, as far as its last token tells. */
public enum TokenState {
  /** No token was needed yet, or none since the last one ended. */
  NOT_NEEDED,
  /** There is one that has not ended. */
  HELD,
  /** There is none, and the last try to get one failed. */
  FAILED
}
