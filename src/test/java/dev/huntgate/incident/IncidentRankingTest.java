package dev.huntgate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.SettableClock;
import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Permission;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentRankingTest {

  private static final Instant NOW = Instant.parse("2026-06-30T00:00:00Z");

  private final SettableClock clock = new SettableClock(NOW);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void listsTheWorstFirst_eachOnceFromPageToPage(long seed) {
    Random random = new Random(seed);
    List<Incident> held = incidents(random, 150);
    IncidentRanking ranking = ranking(new ShiftingUpstream(held, random, true, 100, 0));
    IncidentFilter filter =
        new IncidentFilter(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            NOW.minus(Duration.ofDays(5)),
            null,
            null,
            null);
    int first = 1 + random.nextInt(40);

    List<String> met = new ArrayList<>();
    SeverityPosition after = null;
    boolean more = true;
    while (more) {
      RankedIncidents page =
          ranking.page(Caller.ANONYMOUS, filter, first, after, false).await().indefinitely();
      page.incidents().forEach(incident -> met.add(incident.id()));
      more = page.hasNext();
      assertTrue(page.complete());
      if (more) {
        assertEquals(first, page.incidents().size());
        after = SeverityPosition.of(page.incidents().get(first - 1), page.since());
      }
    }

    List<Severity> worstFirst =
        List.of(
            Severity.HIGH,
            Severity.MEDIUM,
            Severity.LOW,
            Severity.INFORMATIONAL,
            Severity.UNRECOGNIZED,
            Severity.UNKNOWN);
    List<String> naive =
        held.stream()
            .filter(filter::matches)
            .sorted(
                Comparator.<Incident>comparingInt(it -> worstFirst.indexOf(it.severity()))
                    .thenComparing(Incident::createdAt, Comparator.reverseOrder())
                    .thenComparing(it -> -Integer.parseInt(it.id())))
            .map(Incident::id)
            .toList();
    assertEquals(naive, met);
  }

  @Test
  void keepsItsBeginning_whileTimePassesFromPageToPage() {
    Incident almostAWeekOld =
        IncidentsForTests.incident("1", NOW.minus(Duration.ofDays(7)).plusSeconds(1), NOW);
    Incident worse = IncidentsForTests.incident("2", NOW.minusSeconds(1), NOW, Severity.HIGH);
    IncidentRanking ranking =
        ranking(new ShiftingUpstream(List.of(almostAWeekOld, worse), new Random(1), true, 100, 0));
    RankedIncidents one =
        ranking.page(Caller.ANONYMOUS, IncidentFilter.ALL, 1, null, false).await().indefinitely();
    assertEquals("2", one.incidents().get(0).id());

    clock.pass(Duration.ofMinutes(1));
    RankedIncidents two =
        ranking
            .page(
                Caller.ANONYMOUS,
                IncidentFilter.ALL,
                1,
                SeverityPosition.of(one.incidents().get(0), one.since()),
                false)
            .await()
            .indefinitely();

    assertEquals("1", two.incidents().get(0).id());
    assertFalse(two.hasNext());
    assertEquals(one.since(), two.since());
  }

  @Test
  void refuses_whoMayNotReadAndPagesOfNoSize() {
    ShiftingUpstream upstream = new ShiftingUpstream(List.of(), new Random(1), true, 50, 0);
    IncidentRanking ranking = ranking(upstream);
    Caller writer = CallersForTests.with(Permission.INCIDENTS_WRITE);

    assertEquals(
        FailureCode.FORBIDDEN,
        refusal(() -> ranking.page(writer, IncidentFilter.ALL, 1, null, false)));
    assertEquals(
        FailureCode.INVALID_ARGUMENT,
        refusal(() -> ranking.page(Caller.ANONYMOUS, IncidentFilter.ALL, 0, null, false)));
    assertEquals(
        FailureCode.LIMIT_EXCEEDED,
        refusal(() -> ranking.page(Caller.ANONYMOUS, IncidentFilter.ALL, 251, null, false)));
    assertEquals(0, upstream.calls);
  }

  private static FailureCode refusal(Runnable asking) {
    return assertThrows(FailureException.class, asking::run).failure().code();
  }

  private IncidentRanking ranking(IncidentSource source) {
    return new IncidentRanking(IndexesForTests.over(IncidentsForTests.over(source), clock));
  }

  private static List<Incident> incidents(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              Instant created = NOW.minusSeconds(1 + random.nextInt(60 * 24 * 6) * 60L);
              Severity severity = Severity.values()[random.nextInt(Severity.values().length)];
              return IncidentsForTests.incident(Integer.toString(i), created, created, severity);
            })
        .toList();
  }
}
