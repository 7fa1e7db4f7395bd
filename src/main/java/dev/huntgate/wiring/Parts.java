package dev.huntgate.wiring;

import dev.huntgate.budget.BudgetConfig;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.Ledger;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.ResultCache;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The parts that the chains are made of and that know nothing of each other. */
final class Parts {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Ledger ledger(BudgetConfig config, Clock clock) {
    return new InMemoryLedger(config.preset().pools(), config.guard(), clock);
  }

  @Produces
  @Singleton
  ResultCache results(CacheConfig config) {
    return new ResultCache(config, System::nanoTime);
  }
}
