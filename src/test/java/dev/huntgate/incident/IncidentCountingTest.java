package dev.huntgate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.SettableClock;
import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Permission;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import dev.huntgate.incident.IncidentCounts.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentCountingTest {

  private static final Instant NOW = Instant.parse("2026-06-30T00:00:00Z");

  private final SettableClock clock = new SettableClock(NOW);

  @ParameterizedTest(name = "seed {0}, ordered {1}")
  @CsvSource({"1, true", "2, true", "3, false", "4, false"})
  void countsEachOnce_asACountOfAllDoes(long seed, boolean ordered) {
    Random random = new Random(seed);
    List<Incident> held = incidents(random, 150);
    ShiftingUpstream upstream = new ShiftingUpstream(held, random, ordered, 100, 0);
    Instant since = NOW.minus(Duration.ofDays(5));

    IncidentCounts counts = count(upstream, IncidentFacet.SEVERITY, since);

    Map<String, Long> naive =
        held.stream()
            .filter(incident -> !incident.createdAt().isBefore(since))
            .collect(
                Collectors.groupingBy(
                    incident -> incident.severity().name(), TreeMap::new, Collectors.counting()));
    assertEquals(
        naive,
        counts.counts().stream()
            .collect(
                Collectors.toMap(
                    Count::value, count -> (long) count.incidents(), Long::sum, TreeMap::new)));
    assertEquals(true, counts.complete());
    assertEquals(since, counts.since());
    assertEquals(NOW, counts.asOf());
    assertEquals(counts.total(), counts.counts().stream().mapToInt(Count::incidents).sum());
  }

  @Test
  void saysThatItIsNotComplete_whenThereAreMoreThanItMayRead() {
    Random random = new Random(5);
    ShiftingUpstream upstream = new ShiftingUpstream(incidents(random, 600), random, true, 50, 0);

    IncidentCounts counts = count(upstream, IncidentFacet.STATUS, null);

    assertEquals(false, counts.complete());
    assertEquals(5, upstream.calls);
    assertEquals("ACTIVE", counts.counts().get(0).value());
    assertEquals(NOW.minus(Duration.ofDays(7)), counts.since());
  }

  @Test
  void refuses_whoMayNotReadAndTimesToCome() {
    ShiftingUpstream upstream = new ShiftingUpstream(List.of(), new Random(1), true, 50, 0);
    IncidentCounting counting = IndexesForTests.counting(IncidentsForTests.over(upstream), clock);
    Caller writer = CallersForTests.with(Permission.INCIDENTS_WRITE);

    assertThrows(
        FailureException.class,
        () -> counting.count(writer, IncidentFacet.TAG, IncidentFilter.ALL, null));
    FailureException refused =
        assertThrows(
            FailureException.class, () -> count(upstream, IncidentFacet.TAG, NOW.plusSeconds(1)));
    assertEquals(FailureCode.INVALID_ARGUMENT, refused.failure().code());
    assertEquals("since", refused.failure().argument());
    assertEquals(0, upstream.calls);
  }

  @Test
  void countsForEachTag_andForNobody() {
    Incident tagged =
        IncidentsForTests.changed(
            IncidentsForTests.incident("1", NOW.minusSeconds(1), NOW),
            new IncidentChange(null, null, null, null, List.of("b", "a", "b"), null),
            NOW);
    ShiftingUpstream upstream = new ShiftingUpstream(List.of(tagged), new Random(1), true, 50, 0);

    assertEquals(
        List.of(new Count("a", 1), new Count("b", 1)),
        count(upstream, IncidentFacet.TAG, null).counts());
    assertEquals(
        List.of(new Count("", 1)), count(upstream, IncidentFacet.ASSIGNED_TO, null).counts());
  }

  private IncidentCounts count(IncidentSource source, IncidentFacet facet, Instant since) {
    return IndexesForTests.counting(IncidentsForTests.over(source), clock)
        .count(Caller.ANONYMOUS, facet, IncidentFilter.ALL, since)
        .await()
        .indefinitely();
  }

  private static List<Incident> incidents(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              Instant created = NOW.minusSeconds(1 + random.nextInt(86_400 * 6));
              Severity severity = Severity.values()[random.nextInt(5)];
              return IncidentsForTests.incident(Integer.toString(i), created, created, severity);
            })
        .toList();
  }
}
