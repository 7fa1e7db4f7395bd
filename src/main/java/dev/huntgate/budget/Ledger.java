package dev.huntgate.budget;

import dev.huntgate.access.Tenant;

/** What was spent of each tenant's budget. */
public interface Ledger {

  /** Asks for one call, and counts it when it is granted. */
  Admission admit(Tenant tenant, Operation operation);
}
