package dev.huntgate.sandbox.company;

/** What was done about one piece of evidence. */
public enum Remediation implements Spelled {
  NONE,
  REMEDIATED,
  PREVENTED,
  BLOCKED,
  NOT_FOUND,
  ACTIVE,
  PENDING_APPROVAL
}
