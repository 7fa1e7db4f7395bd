package dev.huntgate.shared.jobs;

import dev.huntgate.access.ServedTenants;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.VirtualTime;
import dev.huntgate.hunting.job.HuntJob;
import dev.huntgate.hunting.job.JobStore;
import dev.huntgate.hunting.job.JobStoreContract;
import dev.huntgate.shared.RedisForTests;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The jobs of one replica as another sees them, in a real Redis. */
class JobsElsewhereContractTest extends JobStoreContract {

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
    StepsForTests steps = new StepsForTests(redis, time);
    SharedJobs owner = replica("owner", keep, most, time, steps);
    SharedJobs other = replica("other", keep, most, time, steps);
    return new JobStore() {
      @Override
      public Uni<HuntJob> put(HuntJob job) {
        return owner.put(job);
      }

      @Override
      public Uni<Optional<HuntJob>> find(Tenant tenant, String id) {
        return other.find(tenant, id);
      }
    };
  }

  private static SharedJobs replica(
      String name, Duration keep, int most, VirtualTime time, StepsForTests steps) {
    return new SharedJobs(
        new JobSharing(name, Duration.ofSeconds(30), keep, most, Duration.ZERO),
        steps.view(),
        ServedTenants.of(Set.of("default", "other")),
        time,
        time,
        Runnable::run);
  }
}
