package dev.huntgate.budget;

import dev.huntgate.access.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * How budgets stood at most half a second ago, for whoever asks too often to ask the ledger.
 *
 * <p>Where a ledger answers later, as a shared one does, the first to ask gets what was known
 * before. Thread-safe.
 */
public final class RecentStandings {

  private static final Logger LOG = Logger.getLogger(RecentStandings.class);
  private static final long FRESH_NANOS = 500_000_000L;

  private record Known(List<Standing> standings, long at) {}

  private final Ledger ledger;
  private final LongSupplier nanoTime;
  private final Map<Tenant, Known> known = new ConcurrentHashMap<>();

  public RecentStandings(Ledger ledger, LongSupplier nanoTime) {
    this.ledger = ledger;
    this.nanoTime = nanoTime;
  }

  /** A tenant's standings; empty while none are known. */
  public List<Standing> of(Tenant tenant) {
    Known last = known.get(tenant);
    long now = nanoTime.getAsLong();
    if (last != null && now - last.at() < FRESH_NANOS) {
      return last.standings();
    }
    ledger
        .standing(tenant)
        .subscribe()
        .with(
            standings -> known.put(tenant, new Known(List.copyOf(standings), now)),
            failure -> LOG.warnf(failure, "How the budget of %s stands is not known", tenant));
    Known newest = known.get(tenant);
    return newest == null ? List.of() : newest.standings();
  }

  /** How a tenant's pool stands, if that is known. */
  public Optional<Standing> of(Tenant tenant, PoolName pool) {
    return of(tenant).stream()
        .filter(standing -> standing.operation() == pool.example())
        .findFirst();
  }
}
