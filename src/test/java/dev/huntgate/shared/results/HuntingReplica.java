package dev.huntgate.shared.results;

import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Tenant;
import dev.huntgate.audit.Audit;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.InMemoryLedger;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.RunningTimes;
import dev.huntgate.budget.Shares;
import dev.huntgate.budget.Spending;
import dev.huntgate.budget.Terms;
import dev.huntgate.cache.CacheConfig;
import dev.huntgate.cache.CacheEvents;
import dev.huntgate.cache.CachingForTests;
import dev.huntgate.cache.ResultCache;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.hunting.HuntQuery;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.Sharing;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import dev.huntgate.shared.RedisForTests;
import dev.huntgate.shared.RedisStore;
import dev.huntgate.shared.StoresForTests;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A replica that hunts, in real time, on a real Redis; its upstream answers when told to. */
final class HuntingReplica implements HuntingSource, AutoCloseable {

  static final Duration LEASE = Duration.ofMillis(1_500);
  static final Duration LONG = Duration.ofSeconds(30);
  static final Caller CALLER = CallersForTests.named("alice");

  /** A call of upstream that has not been answered. */
  record Call(HuntQuery query, CompletableFuture<HuntAnswer> answer) {
    void admit() {
      query.progress().admitted(Instant.now());
    }

    void complete(Result result) {
      answer.complete(new HuntAnswer(result, Duration.ofSeconds(3)));
    }
  }

  final List<Call> calls = new CopyOnWriteArrayList<>();
  final AtomicReference<@Nullable Result> answersAtOnce = new AtomicReference<>();
  final Hunts hunts;
  final Sharing sharing;
  private final @Nullable RedisStore store;

  /** One that shares nothing. */
  static HuntingReplica alone() {
    return new HuntingReplica(
        null, Sharing.NONE, CachingForTests.keeping(1 << 26, Duration.ofMinutes(10)));
  }

  HuntingReplica(RedisForTests redis) {
    this(
        redis,
        1 << 26,
        CachingForTests.keeping(1 << 26, Duration.ofMinutes(10)),
        Duration.ofSeconds(5));
  }

  HuntingReplica(RedisForTests redis, int mostBytes, CacheConfig caching, Duration patience) {
    this(StoresForTests.at(redis, patience), mostBytes, caching);
  }

  private HuntingReplica(RedisStore store, int mostBytes, CacheConfig caching) {
    this(
        store,
        SharedHunts.join(
            store.commands(),
            caching.keepStale(),
            mostBytes,
            LEASE,
            Clock.systemUTC(),
            HuntingReplica::after),
        caching);
  }

  private HuntingReplica(@Nullable RedisStore store, Sharing sharing, CacheConfig caching) {
    this.store = store;
    this.sharing = sharing;
    hunts =
        new Hunts(
            this,
            new ResultCache(caching, CacheEvents.UNWATCHED, System::nanoTime),
            caching,
            CacheEvents.UNWATCHED,
            new InMemoryLedger(
                tenant -> List.of(),
                new BudgetRules(Duration.ofSeconds(1), 1, 100, Shares.DEFAULT),
                Clock.systemUTC(),
                HuntingReplica::after),
            new RunningTimes(Duration.ofSeconds(1)),
            new Spending(),
            Audit.NONE,
            sharing,
            Clock.systemUTC());
  }

  @Override
  public Uni<HuntAnswer> run(Tenant tenant, HuntQuery query) {
    Call call = new Call(query, new CompletableFuture<>());
    calls.add(call);
    Result ready = answersAtOnce.get();
    if (ready != null) {
      call.admit();
      call.complete(ready);
    }
    return query.progress().whileWanted(Uni.createFrom().completionStage(call.answer()::copy));
  }

  /** A result of so many rows, next to none of which are equal. */
  static Result numbers(int count, Random random) {
    ResultBuilder builder =
        new ResultBuilder(
            List.of(new Column("Number", ColumnType.LONG), new Column("Name", ColumnType.STRING)));
    for (int i = 0; i < count; i++) {
      builder.add(new Object[] {random.nextLong(), "name " + random.nextInt(1_000)});
    }
    return builder.build();
  }

  static HuntRequest request(String kql) {
    return request(kql, null, LONG);
  }

  static HuntRequest request(String kql, @Nullable Duration maxAge, Duration maxWait) {
    return new HuntRequest(
        kql, null, maxAge, new Terms(CALLER, Priority.INTERACTIVE, maxWait), true);
  }

  /** Hunts, and waits for what comes of it. */
  Hunt hunt(String kql) {
    return hunts.run(request(kql)).await().atMost(LONG);
  }

  /** Begins to hunt. */
  UniAssertSubscriber<Hunt> begin(HuntRequest request) {
    return hunts.run(request).subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  /** Completes when what was bought can be read by others. */
  void written(Hunt hunt) {
    sharing.results().written(hunt.stored().id()).await().atMost(LONG);
  }

  /** Like a process that is killed: it says nothing more. */
  @Override
  public void close() {
    if (store != null) {
      store.close();
    }
  }

  private static Runnable after(Duration delay, Runnable wake) {
    ScheduledFuture<?> due =
        Infrastructure.getDefaultWorkerPool()
            .schedule(wake, delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> due.cancel(false);
  }
}
