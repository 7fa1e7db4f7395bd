package dev.huntgate.sandbox;

import java.time.Duration;

/** The set of call limits that the sandbox holds its callers to. */
public enum SandboxLimits {
  /** The numbers of the published API terms. */
  TERMS,
  /** The numbers of the newer reference pages. */
  CURRENT,
  /** None at all. */
  UNLIMITED;

  /** How long a hunt may run where no setting says so. */
  public Duration huntTimeout() {
    return Duration.ofMinutes(this == CURRENT ? 3 : 10);
  }
}
