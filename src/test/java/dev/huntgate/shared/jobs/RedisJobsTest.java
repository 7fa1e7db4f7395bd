package dev.huntgate.shared.jobs;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.access.Caller;
import dev.huntgate.access.ServedTenants;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Terms;
import dev.huntgate.hunting.HuntProgress;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.job.HuntJob;
import dev.huntgate.hunting.job.JobRunner;
import dev.huntgate.hunting.job.JobState;
import dev.huntgate.hunting.job.JobsConfig;
import dev.huntgate.shared.AccessRules;
import dev.huntgate.shared.RedisForTests;
import dev.huntgate.shared.RedisStore;
import dev.huntgate.shared.SettingsForTests;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.redis.client.Command;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Jobs by a real Redis' own time and words, as a user who may do no more than is documented, in
 * real time.
 */
class RedisJobsTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private static final class Runner implements JobRunner {
    final List<HuntJob> taken = new CopyOnWriteArrayList<>();
    final List<HuntJob> left = new CopyOnWriteArrayList<>();

    @Override
    public void takeOver(HuntJob job) {
      taken.add(job);
    }

    @Override
    public void leave(HuntJob job) {
      left.add(job);
    }

    @Override
    public Uni<HuntJob> current(HuntJob job) {
      return Uni.createFrom().item(job);
    }
  }

  private record Replica(RedisStore store, SharedJobs jobs, Runner runner) {
    void stop() {
      jobs.close();
      store.close();
    }
  }

  private record Config(Duration keep, int most) implements JobsConfig {
    @Override
    public Duration maxWait() {
      return Duration.ofHours(1);
    }

    @Override
    public Duration watchEvery() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration answerWithin() {
      return Duration.ofSeconds(100);
    }
  }

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final List<Replica> open = new ArrayList<>();
  private RedisForTests redis;

  @BeforeAll
  static void prepare() {
    // What carries contexts along is set up at its first use, and not by two threads at once.
    Multi.createFrom().item("").collect().last().await().indefinitely();
  }

  @BeforeEach
  void start() {
    redis = RedisForTests.with();
    allow();
  }

  @AfterEach
  void stop() {
    open.forEach(Replica::stop);
    redis.close();
    timer.shutdownNow();
  }

  @Test
  void tellsOthersOfEnds_andLeavesJobsToThem_whenItIsGone() {
    Replica one = replica(Duration.ofHours(1));
    Replica two = replica(Duration.ofHours(1));
    await().atMost(LONG).until(() -> redis.run(Command.PUBSUB, "CHANNELS").size() == 1);
    HuntJob job = job("a");
    put(one, job);
    assertEquals(job, two.jobs().find(Tenant.DEFAULT, "a").await().atMost(LONG).orElseThrow());
    UniAssertSubscriber<Void> end =
        two.jobs().end("a").subscribe().withSubscriber(UniAssertSubscriber.create());

    HuntJob ended = job.in(new JobState.Cancelled(Clock.systemUTC().instant()));
    // Words that are said before somebody listens are lost, and then looking shows it.
    await()
        .atMost(LONG)
        .until(
            () -> redis.run(Command.PUBSUB, "NUMSUB", "huntgate:v1:jobs").get(1).toInteger() == 2);
    put(two, ended);

    end.awaitItem(LONG);
    await().atMost(LONG).until(() -> one.runner().left.equals(List.of(ended)));
    HuntJob other = job("b");
    put(one, other);
    one.jobs().handOver(List.of(other)).await().atMost(LONG);
    await().atMost(LONG).until(() -> two.runner().taken.equals(List.of(other)));
  }

  @Test
  void takesOver_whenALeaseHasEnded() {
    Replica one = replica(Duration.ofMillis(600));
    HuntJob job = job("a");
    put(one, job);
    one.stop();

    Replica two = replica(Duration.ofMillis(600));

    await().atMost(LONG).until(() -> two.runner().taken.equals(List.of(job)));
  }

  @Test
  void tellsAgain_whenRedisWasStoppedAndIsEmpty() {
    Replica one = replica(Duration.ofSeconds(3));
    Replica two = replica(Duration.ofSeconds(3));
    HuntJob job = job("a");
    put(one, job);
    HuntJob ended = job("b").in(new JobState.Cancelled(Clock.systemUTC().instant()));
    put(one, ended);

    redis.stop();
    redis.start();
    allow();

    await().atMost(LONG).ignoreExceptions().until(() -> find(two, "a").equals(job));
    await().atMost(LONG).ignoreExceptions().until(() -> find(two, "b").equals(ended));
    assertEquals(List.of(), one.runner().left);
    assertEquals(List.of(), two.runner().taken);
  }

  private void allow() {
    List<String> rules = new ArrayList<>(List.of("SETUSER", "huntgate", "on", ">s3cret"));
    rules.addAll(List.of(AccessRules.RULES.split(" ")));
    await()
        .atMost(LONG)
        .ignoreExceptions()
        .until(() -> redis.run(Command.ACL, rules.toArray()) != null);
  }

  private Replica replica(Duration lease) {
    RedisStore store =
        RedisStore.of(
                SettingsForTests.with(
                    Map.of(
                        "redis",
                        redis.address(),
                        "user",
                        "huntgate",
                        "password",
                        "s3cret",
                        "patience",
                        "PT5S")),
                redis.vertx())
            .orElseThrow();
    SharedJobs jobs =
        SharedJobs.of(
            store,
            lease,
            new Config(Duration.ofHours(1), 10),
            ServedTenants.of(Set.of("default")),
            Clock.systemUTC(),
            (delay, wake) -> {
              ScheduledFuture<?> due =
                  timer.schedule(wake, delay.toMillis(), TimeUnit.MILLISECONDS);
              return () -> due.cancel(false);
            });
    Runner runner = new Runner();
    jobs.serve(runner);
    Replica replica = new Replica(store, jobs, runner);
    open.add(replica);
    return replica;
  }

  private static void put(Replica at, HuntJob job) {
    at.jobs().put(job).await().atMost(LONG);
  }

  private static HuntJob find(Replica at, String id) {
    return at.jobs().find(Tenant.DEFAULT, id).await().atMost(LONG).orElseThrow();
  }

  private static HuntJob job(String id) {
    Terms terms = new Terms(Caller.ANONYMOUS, Priority.INTERACTIVE, Duration.ZERO);
    return new HuntJob(
        id,
        HuntRequest.of("T", null, terms),
        START,
        new JobState.Pending(new HuntProgress.Queued(0, START)));
  }
}
