package dev.huntgate.budget;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** What was spent of each tenant's budget, and who may spend next. */
public interface Ledger {

  /** Asks for one call. */
  Uni<Admission> admit(Tenant tenant, Ask ask);

  /** When an ask would probably be admitted if it came now; spends and reserves nothing. */
  Uni<Instant> expected(Tenant tenant, Ask ask);

  /** How a tenant's budget stands. */
  Uni<List<Standing>> standing(Tenant tenant);
}
