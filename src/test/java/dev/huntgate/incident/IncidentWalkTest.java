package dev.huntgate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IncidentWalkTest {

  private static final Instant END = Instant.parse("2026-06-30T00:00:00Z");

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void meetsEachOnce_whenUpstreamOrdersAsTold(long seed) {
    assertEachOnce(seed, true, 50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void meetsEachOnce_whenUpstreamOrdersByUpdateInstead(long seed) {
    assertEachOnce(seed, false, 100);
  }

  private static void assertEachOnce(long seed, boolean ordered, int cap) {
    Random random = new Random(seed);
    List<Incident> existing = incidents(random);
    ShiftingUpstream upstream =
        new ShiftingUpstream(existing, random, ordered, cap, random.nextInt(8));
    List<Incident> met = walk(upstream, IncidentOrder.CREATED, 1 + random.nextInt(70), 2_000);

    List<String> ids = met.stream().map(Incident::id).toList();
    assertEquals(ids.size(), ids.stream().distinct().count(), "an incident was met twice");
    List<String> known = existing.stream().map(Incident::id).sorted().toList();
    List<String> metKnown = ids.stream().filter(known::contains).sorted().toList();
    assertEquals(known, metKnown);
    List<Incident> sorted = new ArrayList<>(met);
    sorted.sort(IncidentOrder.CREATED.comparator());
    assertEquals(sorted, met, "not in the order of creation");
  }

  @ParameterizedTest
  @CsvSource({"true, 50", "false, 100"})
  void meetsEachOnce_whenManyShareOneCreationTime(boolean ordered, int cap) {
    List<Incident> twins =
        IntStream.range(0, 230)
            .mapToObj(i -> IncidentsForTests.incident("" + i, END, END.plusMillis(i)))
            .toList();
    List<Incident> all = new ArrayList<>(twins);
    IntStream.range(1000, 1100)
        .mapToObj(i -> END.minusSeconds(i))
        .forEach(t -> all.add(IncidentsForTests.incident("" + t.getEpochSecond(), t, t)));
    ShiftingUpstream upstream = new ShiftingUpstream(all, new Random(1), ordered, cap, 0);

    List<Incident> met = walk(upstream, IncidentOrder.CREATED, 20, 200);

    assertEquals(330, met.size());
    assertEquals(330, met.stream().map(Incident::id).distinct().count());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void meetsNoneTwice_whenManyWithOneCreationTimeChangePlaces(long seed) {
    List<Incident> twins =
        IntStream.range(0, 350)
            .mapToObj(i -> IncidentsForTests.incident("" + i, END, END.plusMillis(i)))
            .toList();
    ShiftingUpstream upstream = new ShiftingUpstream(twins, new Random(seed), false, 100, 2);

    List<Incident> met = walk(upstream, IncidentOrder.CREATED, 40, 200);

    assertEquals(met.size(), met.stream().map(Incident::id).distinct().count());
  }

  @Test
  void readsOneUpstreamPagePerPage_whenUpstreamOrdersAsTold() {
    List<Incident> all =
        IntStream.range(0, 200)
            .mapToObj(i -> IncidentsForTests.incident("" + i, END.minusSeconds(i), END))
            .toList();
    ShiftingUpstream upstream = new ShiftingUpstream(all, new Random(1), true, 50, 0);

    List<Incident> met = walk(upstream, IncidentOrder.CREATED, 20, 100);

    assertEquals(all, met);
    assertTrue(upstream.calls <= 11, "used " + upstream.calls + " calls for ten pages");
  }

  @Test
  void readsNoMoreThanFivePages_whenFewMatch() {
    Random random = new Random(7);
    ShiftingUpstream upstream = new ShiftingUpstream(incidents(random, 3000), random, true, 50, 0);
    IncidentFilter none =
        new IncidentFilter(
            List.of(Severity.UNRECOGNIZED),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null);

    IncidentPage page =
        new IncidentWalk(upstream)
            .page(Tenant.DEFAULT, new IncidentQuery(IncidentOrder.CREATED, none, 40, null, false))
            .await()
            .atMost(Duration.ofSeconds(5));

    assertEquals(IncidentWalk.MAX_PAGES, upstream.calls);
    assertTrue(page.incidents().isEmpty());
    assertTrue(page.hasNext());
    assertNotNull(page.end());
  }

  @Test
  void saysThatNothingFollows_whenUpstreamIsEmpty() {
    ShiftingUpstream upstream = new ShiftingUpstream(List.of(), new Random(1), false, 100, 0);

    IncidentPage page =
        new IncidentWalk(upstream)
            .page(
                Tenant.DEFAULT,
                new IncidentQuery(IncidentOrder.UPDATED, IncidentFilter.ALL, 40, null, false))
            .await()
            .atMost(Duration.ofSeconds(5));

    assertTrue(page.incidents().isEmpty());
    assertFalse(page.hasNext());
  }

  @ParameterizedTest
  @CsvSource({"true, 50", "false, 100"})
  void ordersByUpdate_whenAskedTo(boolean ordered, int cap) {
    Random random = new Random(3);
    List<Incident> all = incidents(random, 400);
    List<Incident> met =
        walk(new ShiftingUpstream(all, random, ordered, cap, 0), IncidentOrder.UPDATED, 33, 500);

    List<Incident> sorted = new ArrayList<>(all);
    sorted.sort(IncidentOrder.UPDATED.comparator());
    assertEquals(sorted, met);
  }

  private static List<Incident> walk(
      ShiftingUpstream upstream, IncidentOrder order, int first, int maxPages) {
    List<Incident> met = new ArrayList<>();
    IncidentPosition after = null;
    for (int i = 0; i < maxPages; i++) {
      IncidentPage page =
          new IncidentWalk(upstream)
              .page(
                  Tenant.DEFAULT, new IncidentQuery(order, IncidentFilter.ALL, first, after, false))
              .await()
              .atMost(Duration.ofSeconds(5));
      met.addAll(page.incidents());
      if (!page.hasNext()) {
        return met;
      }
      after = page.end();
    }
    throw new AssertionError("The walk did not end within " + maxPages + " pages");
  }

  private static List<Incident> incidents(Random random) {
    return incidents(random, random.nextInt(900));
  }

  /** Bursts and lulls over some months, updates any time after, and some equal times. */
  static List<Incident> incidents(Random random, int count) {
    List<Incident> made = new ArrayList<>();
    Instant time = END.minus(Duration.ofDays(1 + random.nextInt(120)));
    for (int i = 0; i < count; i++) {
      if (random.nextInt(10) > 0) {
        long step = random.nextInt(20) == 0 ? 86_400_000_000L : 3_600_000L;
        time = time.plusNanos((long) (random.nextDouble() * step * 1000) / 100 * 100);
      }
      Instant updated = time.plusSeconds(random.nextInt(random.nextBoolean() ? 60 : 5_000_000));
      made.add(IncidentsForTests.incident("" + (10 + i), time, updated));
    }
    return made;
  }
}
