package dev.huntgate.hunting;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Standing;
import dev.huntgate.budget.Standing.State;
import dev.huntgate.budget.Terms;
import dev.huntgate.cache.StoredResult;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Buys a result that is in use again before it is stale, while running time is cheap.
 *
 * <p>Cheap is what nobody else would need: upstream is open, nobody waits, and much is left of each
 * of the tenant's windows. It is tried once for each result, by the first caller late in its
 * freshness.
 */
final class RefreshAhead {

  private static final Logger LOG = Logger.getLogger(RefreshAhead.class);
  private static final int LATE_QUARTER = 4;
  private static final int MOST_REMEMBERED = 1_000;

  private final Ledger ledger;
  private final double above;
  private final HuntAudit audit;
  private final Set<String> tried =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > MOST_REMEMBERED;
                }
              }));

  /**
   * @param above the part that must be left of each window; 1 never refreshes
   */
  RefreshAhead(Ledger ledger, double above, HuntAudit audit) {
    if (!(above >= 0 && above <= 1)) {
      throw new IllegalArgumentException(
          "huntgate.cache.refresh-above has to be from 0 to 1, not " + above);
    }
    this.ledger = ledger;
    this.above = above;
    this.audit = audit;
  }

  /** Somebody was served this result: buys it again if its time has come. */
  void served(Tenant tenant, HuntQuery query, StoredResult stored, Instant now, Flights flights) {
    if (above < 1 && isLate(stored, now) && tried.add(stored.id())) {
      Terms terms = new Terms(query.terms().caller(), Priority.BACKGROUND, Duration.ZERO);
      HuntQuery again = query.on(terms);
      ledger
          .standing(tenant)
          .map(this::isCheap)
          .flatMap(
              cheap ->
                  cheap
                      ? flights
                          .result(tenant, again, kept -> !kept.id().equals(stored.id()))
                          .onItemOrFailure()
                          .invoke((served, thrown) -> audit.refreshed(again, served, thrown))
                      : Uni.createFrom().nullItem())
          .subscribe()
          .with(
              refreshed -> {},
              failure -> LOG.debugf("A result was not refreshed: %s", failure.getMessage()));
    }
  }

  /* In milliseconds, without an object: each repeated answer comes by here. */
  private static boolean isLate(StoredResult stored, Instant now) {
    long end = stored.freshUntil().toEpochMilli();
    long left = end - now.toEpochMilli();
    return left > 0 && left <= (end - stored.storedAt().toEpochMilli()) / LATE_QUARTER;
  }

  private boolean isCheap(List<Standing> standings) {
    return standings.stream()
        .filter(standing -> standing.operation() == Operation.HUNTING)
        .allMatch(
            standing ->
                standing.state() == State.OPEN
                    && standing.queueLength() == 0
                    && standing.windows().stream()
                        .allMatch(window -> window.remaining() > above * window.limit()));
  }
}
