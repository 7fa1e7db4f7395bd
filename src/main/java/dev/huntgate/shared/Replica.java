package dev.huntgate.shared;

import dev.huntgate.budget.Alarm;
import dev.huntgate.budget.BudgetRules;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** This process among those that share a store, and what its desks have in common. */
final class Replica {

  private final String name = UUID.randomUUID().toString();
  private final AtomicLong ids = new AtomicLong();
  private final Store store;
  private final BudgetRules budget;
  private final SharedRules rules;
  private final Clock clock;
  private final Alarm alarm;

  Replica(Store store, BudgetRules budget, SharedRules rules, Clock clock, Alarm alarm) {
    this.store = store;
    this.budget = budget;
    this.rules = rules;
    this.clock = clock;
    this.alarm = alarm;
  }

  /** No other process has it, before or after. */
  String name() {
    return name;
  }

  /** No other call has it. */
  String newId() {
    return name + ":" + ids.incrementAndGet();
  }

  Store store() {
    return store;
  }

  BudgetRules budget() {
    return budget;
  }

  SharedRules rules() {
    return rules;
  }

  Clock clock() {
    return clock;
  }

  long now() {
    return clock.millis();
  }

  Alarm alarm() {
    return alarm;
  }
}
