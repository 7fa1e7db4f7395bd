package dev.huntgate.shared.jobs;

import dev.huntgate.access.Caller;
import dev.huntgate.access.ServedTenants;
import dev.huntgate.audit.AuditForTests;
import dev.huntgate.budget.Alarm;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Pool;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Shares;
import dev.huntgate.budget.Terms;
import dev.huntgate.budget.VirtualTime;
import dev.huntgate.budget.Window;
import dev.huntgate.cache.CachingForTests;
import dev.huntgate.hunting.BudgetedHuntingSource;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.hunting.HuntQuery;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.HuntsForTests;
import dev.huntgate.hunting.job.HuntJob;
import dev.huntgate.hunting.job.HuntJobs;
import dev.huntgate.hunting.job.JobsConfig;
import dev.huntgate.hunting.job.ResultShelf;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.ResultBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A replica with a budget of two hunts a minute, and an upstream that answers when told. */
final class JobReplica {

  static final Duration LEASE = Duration.ofSeconds(30);
  static final Duration KEEP = Duration.ofMinutes(10);

  record Sent(HuntQuery query, UniEmitter<? super HuntAnswer> emitter) {

    void answer() {
      emitter.complete(
          new HuntAnswer(
              new ResultBuilder(List.of(new Column("n", ColumnType.LONG))).build(),
              Duration.ofSeconds(3)));
    }
  }

  private record Config(Duration keep, int most, Duration maxWait, Duration watchEvery)
      implements JobsConfig {
    @Override
    public Duration answerWithin() {
      return Duration.ofSeconds(100);
    }
  }

  final List<Sent> sent = new ArrayList<>();
  final AuditForTests audit = new AuditForTests();
  final StepsForTests.View redis;
  final HuntJobs jobs;
  /* What a result waits for until others can read it. */
  ResultShelf shelf = ResultShelf.OWN;
  private boolean killed;

  JobReplica(String name, StepsForTests steps, VirtualTime time, int most, Duration settling) {
    this.redis = steps.view();
    Alarm alarm =
        (delay, wake) ->
            time.after(
                delay,
                () -> {
                  if (!killed) {
                    wake.run();
                  }
                });
    InMemoryLedger ledger =
        new InMemoryLedger(
            tenant ->
                List.of(
                    new Pool(
                        Set.of(Operation.HUNTING),
                        List.of(Window.calls(2, Duration.ofMinutes(1))))),
            new BudgetRules(Duration.ZERO, 1, 1_000, Shares.DEFAULT),
            time,
            alarm);
    RunningTimes times = new RunningTimes(Duration.ofSeconds(10));
    HuntingSource upstream =
        (tenant, query) -> Uni.createFrom().emitter(one -> sent.add(new Sent(query, one)));
    Hunts hunts =
        HuntsForTests.over(
            new BudgetedHuntingSource(upstream, ledger, times, time),
            ledger,
            times,
            CachingForTests.keeping(1_000_000, Duration.ofMinutes(5)),
            audit,
            time);
    SharedJobs store =
        new SharedJobs(
            new JobSharing(name, LEASE, KEEP, most, settling),
            redis,
            ServedTenants.of(Set.of("default", "other")),
            time,
            alarm,
            Runnable::run);
    this.jobs =
        new HuntJobs(
            hunts,
            store,
            resultId -> shelf.holds(resultId),
            new Config(KEEP, most, Duration.ofHours(1), Duration.ofSeconds(1)),
            time,
            alarm);
  }

  /** Does nothing any more, and tells nobody. */
  void kill() {
    killed = true;
    redis.away = true;
  }

  HuntJob start(Caller caller, String kql, Duration maxWait) {
    HuntRequest request =
        HuntRequest.of(kql, null, new Terms(caller, Priority.INTERACTIVE, maxWait));
    return jobs.start(request).await().indefinitely();
  }

  HuntJob find(Caller caller, String id) {
    return jobs.find(caller, id).await().indefinitely();
  }

  HuntJob cancel(Caller caller, String id) {
    return jobs.cancel(caller, id).await().indefinitely();
  }

  AssertSubscriber<HuntJob> watch(Caller caller, String id) {
    return jobs.watch(caller, id).subscribe().withSubscriber(AssertSubscriber.create(1_000));
  }

  void handOver(boolean all) {
    jobs.handOver(all).await().indefinitely();
  }
}
