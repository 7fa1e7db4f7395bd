package dev.huntgate.sandbox.company;

/** The part that a piece of evidence plays in an alert. */
public enum Role implements Spelled {
  CONTEXTUAL,
  SOURCE,
  DESTINATION,
  CREATED,
  COMPROMISED,
  ATTACKED,
  ATTACKER,
  COMMAND_AND_CONTROL,
  SUSPICIOUS,
  POLICY_VIOLATOR
}
