package dev.huntgate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many walk through the same incidents at their own pace, from pages that are seconds old. */
class CachedWalkTest {

  private static final Duration LISTS = Duration.ofSeconds(5);
  private static final int WALKERS = 8;
  private static final int MOST_STEPS = 20_000;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void eachMeetsEachOnce_whenUpstreamOrdersAsTold(long seed) {
    assertEachOnce(seed, true, 50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void eachMeetsEachOnce_whenUpstreamOrdersByUpdateInstead(long seed) {
    assertEachOnce(seed, false, 100);
  }

  private static void assertEachOnce(long seed, boolean ordered, int cap) {
    Random random = new Random(seed);
    List<Incident> existing = IncidentWalkTest.incidents(random, 100 + random.nextInt(500));
    ShiftingUpstream upstream = new ShiftingUpstream(existing, random, ordered, cap, 0);
    Instant start = upstream.now();
    IncidentCache cache =
        CachingIncidents.keeping(LISTS, () -> Duration.between(start, upstream.now()).toNanos());
    AtomicInteger asked = new AtomicInteger();
    IncidentSource source = counting(new CachedIncidentSource(upstream, cache), asked);
    int first = 5 + random.nextInt(60);
    int changes = random.nextInt(3);

    List<Walker> finished = new ArrayList<>();
    List<Walker> walking = new ArrayList<>();
    for (int step = 0; finished.size() < WALKERS; step++) {
      assertTrue(step < MOST_STEPS, "The walks did not end");
      boolean joins = walking.size() + finished.size() < WALKERS && random.nextInt(4) == 0;
      if (joins || walking.isEmpty()) {
        walking.add(new Walker(source, first, upstream.now().minus(LISTS)));
        walking.add(new Walker(source, first, upstream.now().minus(LISTS)));
      }
      Walker next = walking.get(random.nextInt(walking.size()));
      if (next.step()) {
        walking.remove(next);
        finished.add(next);
      }
      upstream.change(random.nextInt(3) == 0 ? random.nextInt(changes + 1) : 0);
    }

    finished.forEach(walker -> walker.assertMetEachOnce(upstream));
    assertTrue(upstream.calls < asked.get(), "nothing was answered from a kept page");
  }

  private static IncidentSource counting(IncidentSource next, AtomicInteger asked) {
    return new IncidentSource() {
      @Override
      public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
        asked.incrementAndGet();
        return next.list(tenant, listing);
      }

      @Override
      public Uni<Incident> get(Tenant tenant, String id, boolean withAlerts) {
        return next.get(tenant, id, withAlerts);
      }

      @Override
      public List<IncidentChange> steps(Tenant tenant, IncidentChange change) {
        return next.steps(tenant, change);
      }

      @Override
      public Uni<Optional<Incident>> update(Tenant tenant, String id, IncidentChange step) {
        return next.update(tenant, id, step);
      }
    };
  }

  private static final class Walker {

    private final IncidentWalk walk;
    private final int first;
    private final Instant seenFrom;
    private final List<Incident> met = new ArrayList<>();
    private IncidentPosition after;

    /**
     * @param seenFrom when the oldest page was read that it may begin with
     */
    Walker(IncidentSource source, int first, Instant seenFrom) {
      this.walk = new IncidentWalk(source);
      this.first = first;
      this.seenFrom = seenFrom;
    }

    /** Reads a page; answers whether it was the last. */
    boolean step() {
      IncidentQuery query =
          new IncidentQuery(IncidentOrder.CREATED, IncidentFilter.ALL, first, after, false);
      IncidentPage page = walk.page(Tenant.DEFAULT, query).await().atMost(Duration.ofSeconds(5));
      met.addAll(page.incidents());
      after = page.end();
      return !page.hasNext();
    }

    void assertMetEachOnce(ShiftingUpstream upstream) {
      List<String> ids = met.stream().map(Incident::id).toList();
      assertEquals(ids.size(), ids.stream().distinct().count(), "an incident was met twice");
      TreeSet<String> known =
          upstream.incidents().stream()
              .filter(incident -> !incident.createdAt().isAfter(seenFrom))
              .map(Incident::id)
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(
          known,
          ids.stream().filter(known::contains).collect(Collectors.toCollection(TreeSet::new)));
      List<Incident> sorted = new ArrayList<>(met);
      sorted.sort(IncidentOrder.CREATED.comparator());
      assertEquals(sorted, met, "not in the order of creation");
    }
  }
}
