package dev.huntgate.hunting.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Terms;
import dev.huntgate.budget.VirtualTime;
import dev.huntgate.hunting.HuntRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemoryJobsTest extends JobStoreContract {

  @Override
  protected JobStore store(Duration keep, int most, VirtualTime time) {
    return new InMemoryJobs(keep, most, time);
  }

  @Test
  void keepsTheLatest_whenMoreEndedThanItHasRoomFor() {
    InMemoryJobs jobs = new InMemoryJobs(Duration.ofMinutes(10), 2, clock);
    for (int i = 0; i < 10_100; i++) {
      jobs.put(ended("job" + i)).await().indefinitely();
    }

    List<Integer> kept =
        IntStream.range(0, 10_100).filter(i -> find(jobs, "job" + i).isPresent()).boxed().toList();
    assertEquals(10_000, kept.size());
    assertTrue(kept.contains(100) && !kept.contains(99));
  }

  private static Optional<HuntJob> find(InMemoryJobs jobs, String id) {
    return jobs.find(Tenant.DEFAULT, id).await().indefinitely();
  }

  private HuntJob ended(String id) {
    return new HuntJob(
        id,
        HuntRequest.of("T", null, new Terms(Caller.ANONYMOUS, Priority.INTERACTIVE, Duration.ZERO)),
        clock.instant(),
        new JobState.Succeeded(clock.instant(), "result"));
  }
}
