package dev.huntgate.sandbox;

/** The set of call limits that the sandbox holds its callers to. */
public enum SandboxLimits {
  /** The numbers of the published API terms. */
  TERMS,
  /** The numbers of the newer reference pages. */
  CURRENT,
  /** None at all. */
  UNLIMITED
}
