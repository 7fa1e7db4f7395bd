package dev.huntgate.wiring;

import dev.huntgate.hunting.job.HuntJobs;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Begins to run the jobs of replicas that are gone, before anybody asks for one here. */
@Singleton
final class JobsAtStart {

  private static final int AFTER_THE_CHECKS = 5_000;

  private final SharedParts shared;
  private final Instance<HuntJobs> jobs;

  JobsAtStart(SharedParts shared, Instance<HuntJobs> jobs) {
    this.shared = shared;
    this.jobs = jobs;
  }

  void begin(@Observes @Priority(AFTER_THE_CHECKS) StartupEvent start) {
    if (shared.mode() != SharedParts.Mode.ALONE) {
      jobs.get();
    }
  }
}
