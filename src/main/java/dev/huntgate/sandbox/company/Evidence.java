package dev.huntgate.sandbox.company;

import java.time.Instant;
import java.util.List;

/** One thing that an alert points at, with what is thought of it. */
public record Evidence(
    Instant at, Verdict verdict, Remediation remediation, List<Role> roles, Subject subject) {

  public Evidence {
    roles = List.copyOf(roles);
  }
}
