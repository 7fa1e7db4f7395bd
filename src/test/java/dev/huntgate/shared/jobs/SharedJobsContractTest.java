package dev.huntgate.shared.jobs;

import dev.huntgate.access.ServedTenants;
import dev.huntgate.budget.VirtualTime;
import dev.huntgate.hunting.job.JobStore;
import dev.huntgate.hunting.job.JobStoreContract;
import dev.huntgate.shared.RedisForTests;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A replica's own jobs, kept in a real Redis. */
class SharedJobsContractTest extends JobStoreContract {

  private static RedisForTests redis;

  @BeforeAll
  static void start() {
    redis = RedisForTests.with();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @Override
  protected JobStore store(Duration keep, int most, VirtualTime time) {
    redis.run(Command.FLUSHALL);
    return new SharedJobs(
        new JobSharing("one", Duration.ofSeconds(30), keep, most, Duration.ZERO),
        new StepsForTests(redis, time).view(),
        ServedTenants.of(Set.of("default", "other")),
        time,
        time,
        Runnable::run);
  }
}
