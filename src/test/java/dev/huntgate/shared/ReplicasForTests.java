package dev.huntgate.shared;

import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Admission.Deferred;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Alarm;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Pool;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Shares;
import dev.huntgate.budget.Standing;
import dev.huntgate.budget.VirtualTime;
import dev.huntgate.budget.Window;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Replicas in one process, on one real Redis, in a time that passes when told to; each test begins
 * with none of them and an empty Redis.
 */
final class ReplicasForTests implements BeforeEachCallback, AfterAllCallback {

  static final Duration WAIT = Duration.ofSeconds(10);
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  final VirtualTime time = new VirtualTime(START);
  final RedisForTests redis = RedisForTests.with();
  private final RedisStore store = StoresForTests.at(redis, Duration.ofSeconds(5));
  private final SteppedStore first = new SteppedStore(redis, store, time);
  final List<One> all = new ArrayList<>();

  /** One replica. */
  final class One {
    final SharedLedger ledger;
    final SteppedStore way = first.another();
    private volatile boolean killed;

    One(BudgetRules rules, double degradedPart, UnaryOperator<Store> harmed, Window... windows) {
      Alarm alarm =
          (delay, wake) ->
              time.after(
                  delay,
                  () -> {
                    if (!killed) {
                      wake.run();
                    }
                  });
      ledger =
          new SharedLedger(
              tenant -> List.of(new Pool(Set.of(Operation.HUNTING), List.of(windows))),
              rules,
              new SharedRules(Duration.ofSeconds(30), degradedPart),
              harmed.apply(way),
              time,
              alarm);
    }

    /** It does nothing more and says nothing. */
    void kill() {
      killed = true;
    }

    boolean isAlive() {
      return !killed;
    }

    Asked ask(String caller, long estimateMillis, Duration maxWait) {
      return ask(caller, Priority.INTERACTIVE, estimateMillis, maxWait);
    }

    Asked ask(String caller, Priority priority, long estimateMillis, Duration maxWait) {
      return new Asked(
          ledger
              .admit(
                  Tenant.DEFAULT,
                  new Ask(
                      Operation.HUNTING,
                      CallersForTests.named(caller),
                      priority,
                      Duration.ofMillis(estimateMillis),
                      maxWait))
              .await()
              .atMost(WAIT));
    }

    Standing standing() {
      return ledger.standing(Tenant.DEFAULT).await().atMost(WAIT).stream()
          .filter(standing -> standing.operation() == Operation.HUNTING)
          .findFirst()
          .orElseThrow();
    }
  }

  /** One ask and what became of it. */
  static final class Asked {
    final Admission first;
    final @Nullable UniAssertSubscriber<Admission> later;

    Asked(Admission first) {
      this.first = first;
      this.later =
          first instanceof Deferred deferred
              ? deferred.outcome().subscribe().withSubscriber(UniAssertSubscriber.create())
              : null;
    }

    @Nullable Admission outcome() {
      return later == null ? first : later.getItem();
    }

    boolean isGranted() {
      return outcome() instanceof Granted;
    }

    Granted granted() {
      return (Granted) Objects.requireNonNull(outcome());
    }
  }

  static BudgetRules rules(double opening) {
    return new BudgetRules(Duration.ofSeconds(1), opening, 1_000, Shares.DEFAULT);
  }

  One add(double opening, double degradedPart, Window... windows) {
    return add(store -> store, opening, degradedPart, windows);
  }

  /** One that reaches the store by a way of its own. */
  One add(UnaryOperator<Store> harmed, double opening, double degradedPart, Window... windows) {
    One one = new One(rules(opening), degradedPart, harmed, windows);
    all.add(one);
    return one;
  }

  /** Nothing reaches the store, or all does again. */
  void away(boolean away) {
    all.forEach(one -> one.way.away = away);
  }

  void forgetAll() {
    redis.run(Command.FLUSHALL);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    all.forEach(One::kill);
    all.clear();
    forgetAll();
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    store.close();
    redis.close();
  }
}
