package dev.huntgate.sandbox.company;

/** What an investigation thinks of one piece of evidence. */
public enum Verdict implements Spelled {
  UNKNOWN,
  SUSPICIOUS,
  MALICIOUS,
  NO_THREATS_FOUND
}
