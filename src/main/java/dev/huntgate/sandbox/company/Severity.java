package dev.huntgate.sandbox.company;

/** How grave an incident or an alert is. */
public enum Severity implements Spelled {
  UNSPECIFIED {
    @Override
    public String graph() {
      return "unknown";
    }

    @Override
    public String defender() {
      return "UnSpecified";
    }
  },
  INFORMATIONAL,
  LOW,
  MEDIUM,
  HIGH
}
