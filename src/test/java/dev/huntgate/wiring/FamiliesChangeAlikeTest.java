package dev.huntgate.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.audit.Audit;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import dev.huntgate.incident.ChangedIncident;
import dev.huntgate.incident.Classification;
import dev.huntgate.incident.Determination;
import dev.huntgate.incident.FoundIncident;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentChange;
import dev.huntgate.incident.IncidentContent;
import dev.huntgate.incident.IncidentCounts;
import dev.huntgate.incident.IncidentFacet;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentOrder;
import dev.huntgate.incident.IncidentPage;
import dev.huntgate.incident.IncidentPosition;
import dev.huntgate.incident.IncidentQuery;
import dev.huntgate.incident.IncidentStatus;
import dev.huntgate.incident.IncidentWork;
import dev.huntgate.incident.Incidents;
import dev.huntgate.incident.IncidentsForTests;
import dev.huntgate.incident.IndexesForTests;
import dev.huntgate.incident.Verdicts;
import dev.huntgate.upstream.Connections;
import dev.huntgate.upstream.LimitsConfig;
import dev.huntgate.upstream.Upstream;
import dev.huntgate.upstream.UpstreamFamily;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.HttpServer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both families against the sandbox: changes do the same, and contents are found alike. */
@QuarkusTest
@TestProfile(UnlimitedSandbox.class)
class FamiliesChangeAlikeTest {

  @Inject OidcClients clients;
  @Inject HttpServer server;
  @Inject LimitsConfig limits;

  @ParameterizedTest
  @EnumSource(UpstreamFamily.class)
  void changesWhatIsGiven_andNothingElse(UpstreamFamily family) {
    Incidents incidents = incidents(family);
    IncidentWork work = new IncidentWork(incidents, Audit.NONE);
    Incident before = page(incidents, IncidentFilter.ALL).get(family.ordinal());

    Incident taken =
        changed(
            work.update(
                Caller.ANONYMOUS,
                before.id(),
                new IncidentChange(
                    IncidentStatus.IN_PROGRESS,
                    "alice@northwhale.example",
                    null,
                    null,
                    List.of("vip", "ä \"b\""),
                    "Mine"),
                before.updatedAt(),
                false));
    assertEquals(IncidentStatus.IN_PROGRESS, taken.status());
    assertEquals("alice@northwhale.example", taken.assignedTo());
    assertEquals(List.of("vip", "ä \"b\""), taken.tags());
    assertEquals(before.classification(), taken.classification());
    assertEquals(before.comments().size() + 1, taken.comments().size());
    assertEquals(
        "Mine (anonymous via Huntgate)", taken.comments().get(taken.comments().size() - 1).text());

    FailureException stale =
        assertThrows(
            FailureException.class,
            () ->
                changed(
                    work.update(
                        Caller.ANONYMOUS,
                        before.id(),
                        IncidentChange.commenting("late"),
                        before.updatedAt(),
                        false)));
    assertEquals(FailureCode.CONFLICT, stale.failure().code());

    Incident dropped =
        changed(
            work.update(
                Caller.ANONYMOUS,
                before.id(),
                new IncidentChange(null, "", null, null, List.of(), null),
                taken.updatedAt(),
                true));
    assertNull(dropped.assignedTo());
    assertEquals(List.of(), dropped.tags());
    assertEquals(IncidentStatus.IN_PROGRESS, dropped.status());
    assertNotNull(dropped.alerts());
    assertTrue(dropped.alerts().size() > 0);
    Incident read = await(incidents.find(Caller.ANONYMOUS, before.id(), true));
    assertEquals(read, dropped);
  }

  @ParameterizedTest
  @EnumSource(UpstreamFamily.class)
  void setsEveryPairThatIsAllowed(UpstreamFamily family) {
    Incidents incidents = incidents(family);
    IncidentWork work = new IncidentWork(incidents, Audit.NONE);
    String id = page(incidents, IncidentFilter.ALL).get(5).id();
    int pairs = 0;
    for (Classification classification : Classification.values()) {
      for (Determination determination : Verdicts.of(classification)) {
        Incident now =
            changed(
                work.update(
                    Caller.ANONYMOUS,
                    id,
                    new IncidentChange(null, null, classification, determination, null, null),
                    null,
                    false));
        assertEquals(classification, now.classification());
        assertEquals(determination, now.determination());
        pairs++;
      }
    }
    assertEquals(15, pairs);
  }

  @ParameterizedTest
  @EnumSource(UpstreamFamily.class)
  void saysThatThereIsNone(UpstreamFamily family) {
    FailureException none =
        assertThrows(
            FailureException.class,
            () ->
                await(
                    new IncidentWork(incidents(family), Audit.NONE)
                        .comment(Caller.ANONYMOUS, "999999999", "x", false)));
    assertEquals(FailureCode.NOT_FOUND, none.failure().code());
    assertEquals("id", none.failure().argument());
  }

  @Test
  void findsContentsAlike() {
    List<Incident> all = walk(incidents(UpstreamFamily.GRAPH), IncidentFilter.ALL, true);
    String technique =
        all.stream()
            .flatMap(incident -> incident.alerts().stream())
            .flatMap(alert -> alert.mitreTechniques().stream())
            .findFirst()
            .orElseThrow();
    String source = all.get(0).alerts().get(0).serviceSource();
    String word = all.get(0).name().split(" ")[0];
    for (IncidentContent content :
        List.of(
            new IncidentContent(List.of(), List.of(), List.of(technique), null),
            new IncidentContent(List.of(), List.of(source), List.of(), null),
            new IncidentContent(List.of(), List.of(), List.of(), word),
            new IncidentContent(List.of(), List.of(source), List.of(technique), word))) {
      IncidentFilter filter =
          new IncidentFilter(
              List.of(), List.of(), List.of(), List.of(), null, null, null, null, null, content);
      List<String> wanted = ids(all.stream().filter(filter::matches).toList());
      assertTrue(!wanted.isEmpty(), content.toString());
      for (UpstreamFamily family : UpstreamFamily.values()) {
        assertEquals(wanted, ids(walk(incidents(family), filter, false)), content.toString());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(IncidentFacet.class)
  void countsAlike(IncidentFacet facet) {
    Clock now = Clock.fixed(Clock.systemUTC().instant(), ZoneOffset.UTC);
    // Few enough to be read whole, however many have changed lately in this sandbox.
    Instant since = now.instant().minus(Duration.ofDays(4));
    IncidentCounts graph = count(UpstreamFamily.GRAPH, facet, since, now);

    assertTrue(graph.complete());
    assertTrue(graph.total() > 20);
    assertEquals(graph, count(UpstreamFamily.DEFENDER, facet, since, now));
  }

  private IncidentCounts count(
      UpstreamFamily family, IncidentFacet facet, Instant since, Clock now) {
    return await(
        IndexesForTests.counting(incidents(family), now)
            .count(Caller.ANONYMOUS, facet, IncidentFilter.ALL, since));
  }

  @ParameterizedTest
  @EnumSource(UpstreamFamily.class)
  void followsWhatWasMerged(UpstreamFamily family) {
    Incidents incidents = incidents(family);
    Incident merged =
        walk(
                incidents,
                new IncidentFilter(
                    List.of(),
                    List.of(IncidentStatus.REDIRECTED),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null),
                false)
            .get(0);

    FoundIncident found = await(incidents.follow(Caller.ANONYMOUS, merged.id(), false));

    assertEquals(merged.redirectIncidentId(), found.incident().id());
    assertEquals(merged.id(), found.redirectedFrom());
  }

  private Incidents incidents(UpstreamFamily family) {
    return IncidentsForTests.over(
        new UpstreamSources(
            tenant ->
                Optional.of(
                    new Upstream(
                        SandboxParts.connection(
                            server.getLocalBaseUri(), family, Connections.limits(limits)),
                        clients,
                        Clock.systemUTC()))));
  }

  private static List<Incident> page(Incidents incidents, IncidentFilter filter) {
    return await(
            incidents.page(
                Caller.ANONYMOUS,
                new IncidentQuery(IncidentOrder.CREATED, filter, 20, null, false)))
        .incidents();
  }

  private static List<Incident> walk(Incidents incidents, IncidentFilter filter, boolean alerts) {
    List<Incident> met = new ArrayList<>();
    IncidentPosition after = null;
    IncidentPage page;
    do {
      page =
          await(
              incidents.page(
                  Caller.ANONYMOUS,
                  new IncidentQuery(IncidentOrder.CREATED, filter, 50, after, alerts)));
      met.addAll(page.incidents());
      after = page.end();
    } while (page.hasNext());
    return met;
  }

  private static List<String> ids(List<Incident> incidents) {
    return incidents.stream().map(Incident::id).toList();
  }

  private static Incident changed(Uni<ChangedIncident> call) {
    ChangedIncident changed = await(call);
    assertEquals(List.of(), changed.warnings());
    assertNotNull(changed.incident());
    return changed.incident();
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(20));
  }
}
