package dev.huntgate.sandbox.company;

/** How much risk a device carries. */
public enum RiskScore implements Spelled {
  NONE,
  INFORMATIONAL,
  LOW,
  MEDIUM,
  HIGH
}
