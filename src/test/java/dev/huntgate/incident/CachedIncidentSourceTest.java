package dev.huntgate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.access.Tenant;
import dev.huntgate.cache.CacheEvents;
import dev.huntgate.cache.Served.Origin;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Overloaded;
import dev.huntgate.failure.Failure.QuotaExhausted;
import dev.huntgate.failure.Failure.UpstreamDenied;
import dev.huntgate.failure.Failure.UpstreamTimeout;
import dev.huntgate.failure.Failure.UpstreamUnavailable;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CachedIncidentSourceTest {

  private static final Tenant OTHER = new Tenant("other");
  private static final Instant CREATED = Instant.parse("2026-06-30T00:00:00Z");
  private static final Duration LISTS = Duration.ofSeconds(5);
  private static final Duration SINGLES = Duration.ofSeconds(10);

  private final AtomicLong nanos = new AtomicLong();
  private final List<String> events = new ArrayList<>();
  private final HeldUpstream upstream = new HeldUpstream();
  private final IncidentCache cache = cache(LISTS, SINGLES);
  private final IncidentSource source = new CachedIncidentSource(upstream, cache);

  @Test
  void asksOnce_when100AskForTheSameAtOnce() {
    List<UniAssertSubscriber<IncidentBatch>> pages = new ArrayList<>();
    List<UniAssertSubscriber<Incident>> singles = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      pages.add(subscribed(source.list(Tenant.DEFAULT, listing(false, false))));
      singles.add(subscribed(source.get(Tenant.DEFAULT, "7", true)));
    }

    upstream.answerAll();

    pages.forEach(page -> assertSame(pages.get(0).getItem(), page.awaitItem().getItem()));
    singles.forEach(one -> assertEquals("7", one.awaitItem().getItem().id()));
    assertEquals(List.of("default list", "default get 7 true"), upstream.calls);
    assertEquals(2, events.stream().filter(("default " + Origin.BOUGHT)::equals).count());
    assertEquals(198, events.stream().filter(("default " + Origin.JOINED)::equals).count());
  }

  @Test
  void asksAgain_whenAPageOrAnIncidentIsTooOld() {
    IncidentBatch page = list(false);
    Incident single = get("7", false);

    nanos.addAndGet(LISTS.toNanos() - 1);
    assertSame(page, list(false));
    assertSame(single, get("7", false));

    nanos.addAndGet(1);
    assertNotSame(page, list(false));
    assertSame(single, get("7", false));

    nanos.addAndGet(SINGLES.toNanos());
    assertNotSame(single, get("7", false));
  }

  @Test
  void asksAgain_whenAReadFailed() {
    UniAssertSubscriber<Incident> failing = subscribed(source.get(Tenant.DEFAULT, "7", false));
    upstream.failNext();
    failing.awaitFailure();

    assertEquals("7", get("7", false).id());
    assertEquals(2, upstream.calls.size());
  }

  @Test
  void tellsApart_whatComesWithAlertsAndWhatDoesNot() {
    list(false);
    list(true);
    get("7", false);
    get("7", true);

    assertEquals(
        List.of("default list", "default list", "default get 7 false", "default get 7 true"),
        upstream.calls);
  }

  @Test
  void keepsTenantsApart() {
    get("7", false);
    awaited(source.get(OTHER, "7", false));
    list(false);
    awaited(source.list(OTHER, listing(false, false)));

    assertEquals(
        List.of("default get 7 false", "other get 7 false", "default list", "other list"),
        upstream.calls);
  }

  @Test
  void readsPagesOfOneMomentAnew() {
    awaited(source.list(Tenant.DEFAULT, listing(false, true)));
    awaited(source.list(Tenant.DEFAULT, listing(false, true)));

    assertEquals(2, upstream.calls.size());
    assertEquals(0, cache.size());
  }

  @Test
  void forgetsAnIncidentAndThePages_whenItWasChanged() {
    Incident changed = get("7", false);
    Incident changedWithAlerts = get("7", true);
    Incident untouched = get("8", false);
    IncidentBatch page = list(false);
    IncidentBatch others = awaited(source.list(OTHER, listing(false, false)));
    Incident namesake = awaited(source.get(OTHER, "7", false));

    cache.invalidate(Tenant.DEFAULT, "7");

    assertNotSame(changed, get("7", false));
    assertNotSame(changedWithAlerts, get("7", true));
    assertNotSame(page, list(false));
    assertSame(untouched, get("8", false));
    assertSame(others, awaited(source.list(OTHER, listing(false, false))));
    assertSame(namesake, awaited(source.get(OTHER, "7", false)));
  }

  @Test
  void keepsNothing_thatWasBeingReadDuringAChange() {
    UniAssertSubscriber<Incident> single = subscribed(source.get(Tenant.DEFAULT, "7", false));
    UniAssertSubscriber<IncidentBatch> page =
        subscribed(source.list(Tenant.DEFAULT, listing(false, false)));

    cache.invalidate(Tenant.DEFAULT, "7");
    UniAssertSubscriber<Incident> after = subscribed(source.get(Tenant.DEFAULT, "7", false));
    upstream.answerAll();

    assertNotSame(single.awaitItem().getItem(), after.awaitItem().getItem());
    assertSame(after.getItem(), get("7", false));
    assertNotSame(page.awaitItem().getItem(), list(false));
  }

  @Test
  void forgets_whenAChangeThroughItEnded() {
    Incident before = get("7", false);
    IncidentBatch page = list(false);

    awaited(source.update(Tenant.DEFAULT, "7", IncidentChange.commenting("Seen")));

    assertNotSame(before, get("7", false));
    assertNotSame(page, list(false));
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new UpstreamTimeout("No answer.", null), true),
        Arguments.of(new UpstreamUnavailable("It broke.", null, true), true),
        Arguments.of(new UpstreamDenied("No.", null), true),
        Arguments.of(new UpstreamUnavailable("Not reached.", null, false), false),
        Arguments.of(new QuotaExhausted("Spent.", CREATED), false),
        Arguments.of(new Overloaded("Busy."), false));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void forgets_unlessAFailedChangeWasCertainlyNotSent(Failure failure, boolean forgotten) {
    Incident before = get("7", false);
    UniAssertSubscriber<Optional<Incident>> failing =
        subscribed(source.update(Tenant.DEFAULT, "7", IncidentChange.commenting("Seen")));
    upstream.failNext(new FailureException(failure));
    failing.awaitFailure();

    assertEquals(forgotten, before != get("7", false));
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT10S, 2, 1", "PT5S, PT0S, 1, 2", "PT0S, PT0S, 2, 2"})
  void readsEachAnew_whenSwitchedOff(
      Duration lists, Duration singles, int listCalls, int singleCalls) {
    IncidentSource partly = new CachedIncidentSource(upstream, cache(lists, singles));
    for (int i = 0; i < 2; i++) {
      awaited(partly.list(Tenant.DEFAULT, listing(false, false)));
      awaited(partly.get(Tenant.DEFAULT, "7", false));
    }

    assertEquals(listCalls, upstream.calls.stream().filter("default list"::equals).count());
    assertEquals(
        singleCalls, upstream.calls.stream().filter("default get 7 false"::equals).count());
  }

  @ParameterizedTest
  @CsvSource({"PT-1S, PT10S, lists", "PT5S, PT1M0.001S, singles"})
  void refusesTimes_thatAreNoneOrTooLong(Duration lists, Duration singles, String named) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> cache(lists, singles));

    assertEquals(
        "huntgate.cache.incidents."
            + named
            + " has to be from PT0S to PT1M, not "
            + (named.equals("lists") ? lists : singles),
        refusal.getMessage());
  }

  private IncidentCache cache(Duration lists, Duration singles) {
    CacheEvents recorded =
        new CacheEvents() {
          @Override
          public void answered(Tenant tenant, Origin origin, Duration saved) {
            events.add(tenant + " " + origin);
          }

          @Override
          public void evicted(long bytes) {}
        };
    return new IncidentCache(new CachingIncidents(1_000_000, lists, singles), recorded, nanos::get);
  }

  private IncidentBatch list(boolean withAlerts) {
    return awaited(source.list(Tenant.DEFAULT, listing(withAlerts, false)));
  }

  private Incident get(String id, boolean withAlerts) {
    return awaited(source.get(Tenant.DEFAULT, id, withAlerts));
  }

  private <T> T awaited(Uni<T> call) {
    UniAssertSubscriber<T> subscriber = subscribed(call);
    upstream.answerAll();
    return subscriber.awaitItem().getItem();
  }

  private static IncidentListing listing(boolean withAlerts, boolean anew) {
    return new IncidentListing(
        IncidentOrder.CREATED, null, null, IncidentFilter.ALL, 23, 0, withAlerts, anew);
  }

  private static <T> UniAssertSubscriber<T> subscribed(Uni<T> uni) {
    return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
  }
}
