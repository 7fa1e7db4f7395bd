package dev.huntgate.graphql;

import dev.huntgate.sandbox.company.Company;
import dev.huntgate.sandbox.engine.DuckDbHuntingEngine;
import dev.huntgate.sandbox.engine.HuntingAnswer;
import dev.huntgate.sandbox.engine.HuntingEngine;
import dev.huntgate.sandbox.engine.TimeRange;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/** The sandbox's engine, counting the hunts that reach it; only where a profile enables it. */
@Alternative
@Singleton
class CountingHuntingEngine implements HuntingEngine {

  private final DuckDbHuntingEngine engine;
  private final AtomicInteger hunts = new AtomicInteger();

  CountingHuntingEngine(Company company, Clock clock) {
    this.engine = new DuckDbHuntingEngine(company.huntingTables(), clock);
  }

  @Override
  public HuntingAnswer run(String kql, TimeRange range) {
    hunts.incrementAndGet();
    return engine.run(kql, range);
  }

  int hunts() {
    return hunts.get();
  }

  @PreDestroy
  void close() {
    engine.close();
  }
}
