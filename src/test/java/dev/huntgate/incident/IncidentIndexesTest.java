package dev.huntgate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.SettableClock;
import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentIndexesTest {

  private static final Instant NOW = Instant.parse("2026-06-30T00:00:00Z");
  private static final Duration DAYS = Duration.ofDays(6);

  private final SettableClock clock = new SettableClock(NOW);

  @ParameterizedTest(name = "seed {0}, {1} incidents, ordered {2}, pages of {3}")
  @CsvSource({
    "1, 150, true, 100",
    "2, 150, false, 100",
    "3, 600, true, 50",
    "4, 900, true, 100",
    "5, 600, false, 100",
    "6, 40, true, 50",
    "7, 0, true, 50"
  })
  void knowsWhatUpstreamHas_onceThatHasCometoRest(long seed, int count, boolean ordered, int cap) {
    Random random = new Random(seed);
    ShiftingUpstream upstream =
        new ShiftingUpstream(incidents(random, count), random, ordered, cap, 2);
    IncidentIndexes indexes = IndexesForTests.over(IncidentsForTests.over(upstream), clock);
    Instant since = NOW.minus(Duration.ofDays(5));
    for (int i = 0; i < 30; i++) {
      askWithinTheBound(indexes, upstream, since);
    }
    upstream.rest();
    askWithinTheBound(indexes, upstream, since);

    RecentIncidents recent = askWithinTheBound(indexes, upstream, since);

    assertTrue(recent.complete());
    assertEquals(
        naive(upstream, since),
        recent.incidents().stream()
            .collect(
                Collectors.toMap(
                    Incident::id, Incident::updatedAt, (one, other) -> one, TreeMap::new)));
  }

  @Test
  void takesOneCall_whenNothingButChangesIsToBeRead() {
    Random random = new Random(1);
    ShiftingUpstream upstream = new ShiftingUpstream(incidents(random, 300), random, true, 100, 0);
    IncidentIndexes indexes = IndexesForTests.over(IncidentsForTests.over(upstream), clock);
    Instant since = NOW.minus(Duration.ofDays(5));
    assertTrue(ask(indexes, since).complete());
    int calls = upstream.calls;
    upstream.put(IncidentsForTests.incident("new", NOW.plusSeconds(1), NOW.plusSeconds(1)));

    RecentIncidents recent = ask(indexes, since);

    assertEquals(calls + 1, upstream.calls);
    assertTrue(recent.incidents().stream().anyMatch(incident -> incident.id().equals("new")));
  }

  @Test
  void readsOnToAnEarlierTime_whenAskedFor() {
    Random random = new Random(1);
    ShiftingUpstream upstream = new ShiftingUpstream(incidents(random, 200), random, true, 100, 0);
    IncidentIndexes indexes = IndexesForTests.over(IncidentsForTests.over(upstream), clock);
    ask(indexes, NOW.minus(Duration.ofDays(1)));

    RecentIncidents recent = ask(indexes, NOW.minus(DAYS));

    assertTrue(recent.complete());
    assertEquals(200, recent.incidents().size());
    assertEquals(
        naive(upstream, NOW.minus(Duration.ofDays(2))).size(),
        ask(indexes, NOW.minus(Duration.ofDays(2))).incidents().size());
  }

  @Test
  void forgetsItsOldest_whenMemoryIsShort() {
    Random random = new Random(1);
    ShiftingUpstream upstream = new ShiftingUpstream(incidents(random, 400), random, true, 100, 0);
    IncidentIndexes indexes =
        IndexesForTests.over(IncidentsForTests.over(upstream), clock, 4 * 200_000);
    RecentIncidents first = ask(indexes, NOW.minus(DAYS));
    int calls = upstream.calls;

    RecentIncidents second = ask(indexes, NOW.minus(DAYS));

    assertFalse(second.complete());
    assertEquals(first.incidents().size(), second.incidents().size());
    assertTrue(second.incidents().size() > 50 && second.incidents().size() < 400);
    Instant oldest =
        second.incidents().stream().map(Incident::createdAt).min(Instant::compareTo).orElseThrow();
    assertEquals(naive(upstream, oldest).size(), second.incidents().size());
    assertTrue(ask(indexes, oldest.plusMillis(1)).complete());
    assertEquals(calls + 2, upstream.calls);
  }

  @Test
  void readsOnce_howeverManyAskAtOnce() {
    Held held = new Held();
    IncidentIndexes indexes = IndexesForTests.over(IncidentsForTests.over(held), clock);
    List<UniAssertSubscriber<RecentIncidents>> asking =
        IntStream.range(0, 5)
            .mapToObj(i -> asking(indexes).subscribe().withSubscriber(subscriber()))
            .toList();

    asking.get(0).cancel();
    held.answer(List.of(IncidentsForTests.incident("1", NOW.minusSeconds(1), NOW)));

    assertEquals(1, held.waiting.size());
    asking.stream()
        .skip(1)
        .forEach(one -> assertEquals(1, one.assertCompleted().getItem().incidents().size()));
  }

  @Test
  void readsAnew_whenTheReadingBeforeFailed() {
    Held held = new Held();
    IncidentIndexes indexes = IndexesForTests.over(IncidentsForTests.over(held), clock);
    UniAssertSubscriber<RecentIncidents> failed =
        asking(indexes).subscribe().withSubscriber(subscriber());
    held.waiting.get(0).fail(new IllegalStateException("gone"));
    failed.assertFailedWith(IllegalStateException.class);

    UniAssertSubscriber<RecentIncidents> next =
        asking(indexes).subscribe().withSubscriber(subscriber());
    held.answer(List.of());

    assertTrue(next.assertCompleted().getItem().complete());
  }

  @Test
  void keepsTenantsApart() {
    Tenant other = new Tenant("other");
    IncidentIndexes indexes =
        IndexesForTests.over(
            new Incidents(caller -> new OneIncident(caller.tenant().name())), clock);

    assertEquals("default", ask(indexes, NOW.minus(DAYS)).incidents().get(0).id());
    assertEquals(
        "other",
        indexes
            .recent(Caller.anonymous(other), IncidentFilter.ALL, NOW.minus(DAYS), "since", false)
            .await()
            .indefinitely()
            .incidents()
            .get(0)
            .id());
  }

  @Test
  void refusesTimesToCome() {
    IncidentIndexes indexes = IndexesForTests.over(IncidentsForTests.over(new Held()), clock);
    assertThrows(RuntimeException.class, () -> ask(indexes, NOW.plusSeconds(1)));
  }

  private RecentIncidents askWithinTheBound(
      IncidentIndexes indexes, ShiftingUpstream upstream, Instant since) {
    int before = upstream.calls;
    RecentIncidents recent = ask(indexes, since);
    assertTrue(upstream.calls - before <= IncidentWalk.MAX_PAGES);
    return recent;
  }

  private static RecentIncidents ask(IncidentIndexes indexes, Instant since) {
    return indexes
        .recent(Caller.ANONYMOUS, IncidentFilter.ALL, since, "since", false)
        .await()
        .atMost(Duration.ofSeconds(5));
  }

  private static Uni<RecentIncidents> asking(IncidentIndexes indexes) {
    return indexes.recent(Caller.ANONYMOUS, IncidentFilter.ALL, null, "since", false);
  }

  private static UniAssertSubscriber<RecentIncidents> subscriber() {
    return UniAssertSubscriber.create();
  }

  private static TreeMap<String, Instant> naive(ShiftingUpstream upstream, Instant since) {
    return upstream.incidents().stream()
        .filter(incident -> !incident.createdAt().isBefore(since))
        .collect(
            Collectors.toMap(Incident::id, Incident::updatedAt, (one, other) -> one, TreeMap::new));
  }

  private static List<Incident> incidents(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              Instant created = NOW.minusSeconds(1 + random.nextInt((int) DAYS.toSeconds()));
              return IncidentsForTests.incident(Integer.toString(i), created, created);
            })
        .toList();
  }

  /** An upstream whose answers come when the test says. */
  private static final class Held extends ReadOnlySource {

    private final List<UniEmitter<? super IncidentBatch>> waiting = new ArrayList<>();

    @Override
    public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
      return Uni.createFrom().emitter(waiting::add);
    }

    void answer(List<Incident> incidents) {
      waiting.get(waiting.size() - 1).complete(new IncidentBatch(incidents, false, true));
    }
  }

  /** An upstream that has one incident, whose id is its name. */
  private static final class OneIncident extends ReadOnlySource {

    private final String name;

    OneIncident(String name) {
      this.name = name;
    }

    @Override
    public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
      Incident one = IncidentsForTests.incident(name, NOW.minusSeconds(1), NOW);
      return Uni.createFrom().item(new IncidentBatch(List.of(one), false, true));
    }
  }
}
