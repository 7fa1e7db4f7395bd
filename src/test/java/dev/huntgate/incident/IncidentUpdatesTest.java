package dev.huntgate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.VirtualTime;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.UpstreamDenied;
import dev.huntgate.failure.Failure.UpstreamThrottled;
import dev.huntgate.failure.Failure.UpstreamUnavailable;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentUpdatesTest {

  private static final Instant NOW = Instant.parse("2026-06-30T00:00:00Z");
  private static final Duration EVERY = Duration.ofSeconds(30);

  private final VirtualTime time = new VirtualTime(NOW);
  private final Random random = new Random(7);
  private final Upstream upstream = new Upstream(incidents(20));
  private final IncidentUpdates updates = updates(EVERY);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void tellsEachChangeOnce_asACompareOfAllDoes(long seed) {
    Random changes = new Random(seed);
    AssertSubscriber<Incident> watcher = watch();
    time.pass(Duration.ZERO);
    Map<String, Instant> before = state();
    int told = 0;
    for (int round = 0; round < 40; round++) {
      upstream.held.change(changes.nextInt(4));
      time.pass(EVERY);

      Map<String, Instant> changed = new TreeMap<>(state());
      changed.entrySet().removeAll(before.entrySet());
      before = state();
      List<Incident> news = watcher.getItems().subList(told, watcher.getItems().size());
      told += news.size();
      assertEquals(
          changed,
          news.stream()
              .collect(
                  Collectors.toMap(
                      Incident::id, Incident::updatedAt, (one, other) -> one, TreeMap::new)));
      assertEquals(changed.size(), news.size());
    }
    assertTrue(told > 20);
  }

  @Test
  void asksOnceForAll_howeverManyWatch() {
    List<AssertSubscriber<Incident>> watchers =
        IntStream.range(0, 50).mapToObj(i -> watch()).toList();
    time.pass(Duration.ZERO);
    upstream.held.put(changed("new"));
    time.pass(EVERY);

    assertEquals(2, upstream.calls);
    watchers.forEach(watcher -> assertEquals("new", watcher.getItems().get(0).id()));
  }

  @Test
  void asksNoMore_whenNobodyWatches() {
    AssertSubscriber<Incident> one = watch();
    AssertSubscriber<Incident> other = watch();
    time.pass(EVERY);
    one.cancel();
    time.pass(EVERY);
    other.cancel();
    int calls = upstream.calls;

    time.pass(Duration.ofHours(1));
    assertEquals(calls, upstream.calls);

    upstream.held.put(changed("unwatched"));
    AssertSubscriber<Incident> late = watch();
    time.pass(EVERY);
    assertEquals(calls + 2, upstream.calls);
    assertEquals(List.of(), late.getItems());
  }

  @Test
  void tellsOnlyWhatTheFilterLetsThrough_withAlertsForWhoWantsThem() {
    IncidentFilter high =
        new IncidentFilter(
            List.of(Severity.HIGH), List.of(), List.of(), List.of(), null, null, null, null, null);
    AssertSubscriber<Incident> plain = watch();
    time.pass(Duration.ZERO);
    assertFalse(upstream.lastListing().withAlerts());
    AssertSubscriber<Incident> picky =
        updates
            .watch(Caller.ANONYMOUS, high, true)
            .subscribe()
            .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    upstream.held.put(changed("medium"));
    upstream.held.put(IncidentsForTests.incident("high", NOW, NOW.plusSeconds(2), Severity.HIGH));
    time.pass(EVERY);

    assertTrue(upstream.lastListing().withAlerts());
    assertEquals(List.of("medium", "high"), ids(plain));
    assertEquals(List.of("high"), ids(picky));
    picky.cancel();
    time.pass(EVERY);
    assertFalse(upstream.lastListing().withAlerts());
  }

  @Test
  void tellsWhatChangedMeanwhile_whenUpstreamAnswersAgain() {
    AssertSubscriber<Incident> watcher = watch();
    time.pass(Duration.ZERO);
    upstream.failure = new UpstreamUnavailable("down", null, true);
    upstream.held.put(changed("meanwhile"));
    time.pass(EVERY.multipliedBy(100));
    int tries = upstream.calls - 1;
    assertTrue(tries > 5 && tries < 25, () -> tries + " calls");

    upstream.failure = null;
    time.pass(EVERY.multipliedBy(10));

    assertEquals(List.of("meanwhile"), ids(watcher));
    watcher.assertNotTerminated();
  }

  @Test
  void waitsAsLongAsUpstreamSays_whenItIsThrottled() {
    watch();
    time.pass(Duration.ZERO);
    upstream.failure = new UpstreamThrottled("slow down", NOW.plus(Duration.ofMinutes(10)), null);
    time.pass(EVERY);
    assertEquals(2, upstream.calls);

    time.passTo(NOW.plus(Duration.ofMinutes(10)).minusSeconds(1));
    assertEquals(2, upstream.calls);
    time.pass(Duration.ofSeconds(1));
    assertEquals(3, upstream.calls);
  }

  @Test
  void ends_whenUpstreamNoLongerAllowsIt() {
    AssertSubscriber<Incident> one = watch();
    AssertSubscriber<Incident> other = watch();
    upstream.failure = new UpstreamDenied("not any more", null);
    time.pass(EVERY);

    for (AssertSubscriber<Incident> watcher : List.of(one, other)) {
      FailureException failure = (FailureException) watcher.assertTerminated().getFailure();
      assertEquals(FailureCode.UPSTREAM_DENIED, failure.failure().code());
    }
    time.pass(Duration.ofHours(1));
    assertEquals(1, upstream.calls);
  }

  @Test
  void letsGoOfWhoeverDoesNotTakeWhatComes_andOfNobodyElse() {
    AssertSubscriber<Incident> idle =
        updates
            .watch(Caller.ANONYMOUS, IncidentFilter.ALL, false)
            .subscribe()
            .withSubscriber(AssertSubscriber.create(0));
    AssertSubscriber<Incident> awake = watch();
    time.pass(Duration.ZERO);
    int changes = 0;
    while (changes <= 1000) {
      for (int i = 0; i < 90; i++) {
        upstream.held.put(IncidentsForTests.incident("" + changes, NOW, NOW.plusMillis(++changes)));
      }
      time.pass(EVERY);
    }
    time.pass(EVERY.multipliedBy(5));

    assertEquals(changes, awake.getItems().size());
    awake.assertNotTerminated();
    idle.request(Long.MAX_VALUE);
    FailureException failure = (FailureException) idle.assertTerminated().getFailure();
    assertEquals(FailureCode.OVERLOADED, failure.failure().code());
  }

  @Test
  void keepsTenantsApart() {
    Caller stranger = Caller.anonymous(new Tenant("other"));
    AssertSubscriber<Incident> other =
        updates
            .watch(stranger, IncidentFilter.ALL, false)
            .subscribe()
            .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    AssertSubscriber<Incident> own = watch();
    time.pass(Duration.ZERO);
    upstream.held.put(changed("ours"));
    time.pass(EVERY);

    assertEquals(List.of("ours"), ids(own));
    assertEquals(List.of(), other.getItems());
  }

  @Test
  void refuses_whoMayNotReadAndAskingAllTheTime() {
    Caller writer = CallersForTests.with(Permission.INCIDENTS_WRITE);
    FailureException refused =
        assertThrows(
            FailureException.class, () -> updates.watch(writer, IncidentFilter.ALL, false));
    assertEquals(FailureCode.FORBIDDEN, refused.failure().code());
    assertThrows(IllegalArgumentException.class, () -> updates(Duration.ofMillis(999)));
  }

  private AssertSubscriber<Incident> watch() {
    return updates
        .watch(Caller.ANONYMOUS, IncidentFilter.ALL, false)
        .subscribe()
        .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
  }

  private IncidentUpdates updates(Duration every) {
    IncidentSource empty = new Upstream(List.of());
    return new IncidentUpdates(
        new Incidents(caller -> caller.tenant().equals(Tenant.DEFAULT) ? upstream : empty),
        new IndexesForTests.Config(1, every),
        time,
        time);
  }

  private Map<String, Instant> state() {
    return upstream.held.incidents().stream()
        .collect(Collectors.toMap(Incident::id, Incident::updatedAt, (a, b) -> b, HashMap::new));
  }

  private static List<String> ids(AssertSubscriber<Incident> watcher) {
    return watcher.getItems().stream().map(Incident::id).toList();
  }

  private static Incident changed(String id) {
    return IncidentsForTests.incident(id, NOW.minusSeconds(5), NOW.plusSeconds(1));
  }

  private static List<Incident> incidents(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              Instant created = NOW.minusSeconds(1 + i);
              return IncidentsForTests.incident("old" + i, created, created);
            })
        .toList();
  }

  /** An upstream that fails for as long as the test says. */
  private final class Upstream extends ReadOnlySource {

    private final ShiftingUpstream held;
    private @Nullable Failure failure;
    private @Nullable IncidentListing last;
    private int calls;

    Upstream(List<Incident> incidents) {
      this.held = new ShiftingUpstream(incidents, random, true, 100, 0);
    }

    @Override
    public Uni<IncidentBatch> list(Tenant tenant, IncidentListing listing) {
      calls++;
      last = listing;
      return failure == null
          ? held.list(tenant, listing)
          : Uni.createFrom().failure(new FailureException(failure));
    }

    IncidentListing lastListing() {
      return last;
    }
  }
}
