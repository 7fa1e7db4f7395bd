package dev.huntgate.incident;

/**
 * What kind of threat or activity it was, as an analyst decided.
 *
 * <p>One name stands for the several that the families and their versions use: {@code clean} and
 * {@code notMalicious} are both {@link #NOT_MALICIOUS}.
 */
public enum Determination {
  /** Not decided yet. */
  UNKNOWN,
  APT,
  MALWARE,
  SECURITY_PERSONNEL,
  SECURITY_TESTING,
  UNWANTED_SOFTWARE,
  MULTI_STAGED_ATTACK,
  MALICIOUS_USER_ACTIVITY,
  COMPROMISED_ACCOUNT,
  PHISHING,
  NOT_MALICIOUS,
  NOT_ENOUGH_DATA_TO_VALIDATE,
  CONFIRMED_ACTIVITY,
  LINE_OF_BUSINESS_APPLICATION,
  OTHER,
  /** A value that this version does not know; see {@link Incident#unrecognized()}. */
  UNRECOGNIZED
}
