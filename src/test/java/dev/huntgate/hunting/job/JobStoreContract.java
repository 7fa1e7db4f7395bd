package dev.huntgate.hunting.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Terms;
import dev.huntgate.budget.VirtualTime;
import dev.huntgate.failure.Failure.Overloaded;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.HuntProgress;
import dev.huntgate.hunting.HuntRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of jobs does, of one process or shared. */
public abstract class JobStoreContract {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration KEEP = Duration.ofMinutes(10);
  private static final Tenant OTHER = new Tenant("other");

  protected final VirtualTime clock = new VirtualTime(START);
  private JobStore jobs;

  /** An empty store for the tenants {@code default} and {@code other}. */
  protected abstract JobStore store(Duration keep, int most, VirtualTime time);

  @BeforeEach
  void begin() {
    jobs = store(KEEP, 2, clock);
  }

  @Test
  void findsATenantsOwnJobsOnly() {
    put(job("a", Tenant.DEFAULT));

    assertTrue(find(Tenant.DEFAULT, "a").isPresent());
    assertTrue(find(OTHER, "a").isEmpty());
    put(ended("a", Tenant.DEFAULT));
    assertTrue(find(Tenant.DEFAULT, "a").orElseThrow().hasEnded());
    assertTrue(find(OTHER, "a").isEmpty());
  }

  @Test
  void dropsAJob_whenItEndedLongAgo() {
    put(ended("a", Tenant.DEFAULT));
    clock.pass(KEEP.minusSeconds(1));
    put(ended("b", Tenant.DEFAULT));
    assertTrue(find(Tenant.DEFAULT, "a").isPresent());

    clock.pass(Duration.ofSeconds(1));

    assertTrue(find(Tenant.DEFAULT, "a").isEmpty());
    assertTrue(find(Tenant.DEFAULT, "b").isPresent());
  }

  @Test
  void keepsAJob_howeverLongItIsUnderWay() {
    put(job("a", Tenant.DEFAULT));
    clock.pass(Duration.ofDays(2));

    assertTrue(find(Tenant.DEFAULT, "a").isPresent());
  }

  @Test
  void refusesATenantsJob_whenItHasTooManyUnderWay() {
    put(job("a", Tenant.DEFAULT));
    put(job("b", Tenant.DEFAULT));
    put(job("b", Tenant.DEFAULT));

    FailureException refused =
        assertThrows(FailureException.class, () -> put(job("c", Tenant.DEFAULT)));
    assertInstanceOf(Overloaded.class, refused.failure());
    put(job("c", OTHER));
    put(ended("a", Tenant.DEFAULT));
    put(job("c", Tenant.DEFAULT));
  }

  @Test
  void staysAsItEnded_whenAnotherEndComesLater() {
    put(job("a", Tenant.DEFAULT));
    HuntJob first = ended("a", Tenant.DEFAULT);
    put(first);

    HuntJob later = first.in(new JobState.Cancelled(clock.instant()));

    assertEquals(first, jobs.put(later).await().indefinitely());
    assertEquals(first, jobs.put(job("a", Tenant.DEFAULT)).await().indefinitely());
    assertEquals(first, find(Tenant.DEFAULT, "a").orElseThrow());
  }

  @Test
  void keepsAllThatWasAsked() {
    Caller caller = new Caller("Zoë \"{}\" \u2028", OTHER, Set.of(Permission.HUNTING_SAVED));
    Terms terms = new Terms(caller, Priority.BACKGROUND, Duration.ofSeconds(90));
    HuntJob job =
        new HuntJob(
            "a",
            new HuntRequest("T | where x == '\\'\n", "P7D", Duration.ZERO, terms, true, "saved"),
            START,
            new JobState.Pending(new HuntProgress.Queued(7, START.plusMillis(1_500))));

    put(job);

    assertEquals(job, find(OTHER, "a").orElseThrow());
  }

  private void put(HuntJob job) {
    jobs.put(job).await().indefinitely();
  }

  private Optional<HuntJob> find(Tenant tenant, String id) {
    return jobs.find(tenant, id).await().indefinitely();
  }

  private HuntJob ended(String id, Tenant tenant) {
    return job(id, tenant).in(new JobState.Succeeded(clock.instant(), "result"));
  }

  private static HuntJob job(String id, Tenant tenant) {
    Terms terms = new Terms(Caller.anonymous(tenant), Priority.INTERACTIVE, Duration.ZERO);
    return new HuntJob(
        id,
        HuntRequest.of("T", null, terms),
        START,
        new JobState.Pending(new HuntProgress.Queued(0, START)));
  }
}
