package dev.huntgate.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.hunting.HuntQuery;
import dev.huntgate.hunting.HuntsForTests;
import dev.huntgate.incident.Alert;
import dev.huntgate.incident.Device;
import dev.huntgate.incident.Evidence;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentFilter;
import dev.huntgate.incident.IncidentOrder;
import dev.huntgate.incident.IncidentPage;
import dev.huntgate.incident.IncidentPosition;
import dev.huntgate.incident.IncidentQuery;
import dev.huntgate.incident.Incidents;
import dev.huntgate.incident.IncidentsForTests;
import dev.huntgate.incident.Severity;
import dev.huntgate.upstream.Connections;
import dev.huntgate.upstream.LimitsConfig;
import dev.huntgate.upstream.Upstream;
import dev.huntgate.upstream.UpstreamFamily;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.HttpServer;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both adapters against the sandbox over HTTP: what one carries, the other carries alike. */
@QuarkusTest
@TestProfile(UnlimitedSandbox.class)
class FamiliesAgreeTest {

  @Inject OidcClients clients;
  @Inject HttpServer server;
  @Inject LimitsConfig limits;

  @ParameterizedTest
  @EnumSource(UpstreamFamily.class)
  void meetsEachIncidentOnce_whileTheyChangeAndArrive(UpstreamFamily family) {
    Incidents incidents = IncidentsForTests.over(sources(family));
    Set<String> existing = new TreeSet<>();
    walk(incidents, IncidentFilter.ALL, 100, false, () -> {}).forEach(i -> existing.add(i.id()));
    assertTrue(existing.size() >= 200);
    List<String> changing = new ArrayList<>(existing);
    int[] turn = {0};

    List<Incident> met =
        walk(
            incidents,
            IncidentFilter.ALL,
            23,
            false,
            () -> {
              for (int i = 0; i < 5; i++) {
                update(changing.get((turn[0]++ * 37) % changing.size()));
              }
              RestAssured.given()
                  .queryParam("count", 3)
                  .post("/sandbox/control/incidents")
                  .then()
                  .statusCode(200);
            });

    List<String> ids = met.stream().map(Incident::id).toList();
    assertEquals(ids.size(), Set.copyOf(ids).size(), "an incident was met twice");
    assertEquals(
        existing,
        ids.stream().filter(existing::contains).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void readsEqualIncidents() {
    List<Incident> graph =
        walk(
            IncidentsForTests.over(sources(UpstreamFamily.GRAPH)),
            IncidentFilter.ALL,
            50,
            true,
            () -> {});
    List<Incident> defender =
        walk(
            IncidentsForTests.over(sources(UpstreamFamily.DEFENDER)),
            IncidentFilter.ALL,
            50,
            true,
            () -> {});

    assertEquals(graph.size(), defender.size());
    for (int i = 0; i < graph.size(); i++) {
      assertEquals(common(graph.get(i)), common(defender.get(i)));
      List<Alert> left = graph.get(i).alerts();
      List<Alert> right = defender.get(i).alerts();
      assertNotNull(left);
      assertNotNull(right);
      assertEquals(
          left.stream().map(FamiliesAgreeTest::common).toList(),
          right.stream().map(FamiliesAgreeTest::common).toList());
      assertTrue(graph.get(i).unrecognized().isEmpty());
      assertTrue(defender.get(i).unrecognized().isEmpty());
    }
  }

  @Test
  void filtersAlike_whoeverFilters() {
    IncidentFilter high =
        new IncidentFilter(
            List.of(Severity.HIGH, Severity.LOW),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null);
    List<String> graph =
        ids(walk(IncidentsForTests.over(sources(UpstreamFamily.GRAPH)), high, 9, false, () -> {}));
    List<String> defender =
        ids(
            walk(
                IncidentsForTests.over(sources(UpstreamFamily.DEFENDER)),
                high,
                9,
                false,
                () -> {}));

    assertTrue(graph.size() > 20);
    assertEquals(graph, defender);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DeviceProcessEvents | where FileName =~ 'powershell.exe' | summarize n = count() by"
            + " DeviceName | top 5 by n",
        // The newest: at any moment the oldest leave what can be hunted.
        "DeviceInfo | sort by Timestamp desc, ReportId asc | take 50",
        "DeviceProcessEvents | sort by Timestamp desc, ReportId asc | take 200",
        "DeviceLogonEvents | sort by Timestamp desc, ReportId asc | take 200",
        "EmailEvents | sort by Timestamp desc, ReportId asc | take 200",
      })
  void huntsAlike(String kql) throws Exception {
    HuntQuery query = HuntsForTests.query(kql, null);
    HuntAnswer graph = await(sources(UpstreamFamily.GRAPH).run(Tenant.DEFAULT, query));
    HuntAnswer defender = await(sources(UpstreamFamily.DEFENDER).run(Tenant.DEFAULT, query));

    assertEquals(graph.result().columns(), defender.result().columns());
    assertEquals(graph.result().rowCount(), defender.result().rowCount());
    assertTrue(graph.result().rowCount() > 0);
    ObjectMapper json = new ObjectMapper();
    for (int row = 0; row < graph.result().rowCount(); row++) {
      for (int column = 0; column < graph.result().columns().size(); column++) {
        Object left = graph.result().row(row).get(column);
        Object right = defender.result().row(row).get(column);
        if (left instanceof dev.huntgate.result.JsonText one
            && right instanceof dev.huntgate.result.JsonText other) {
          left = json.readTree(one.text());
          right = json.readTree(other.text());
        }
        assertEquals(
            emptyAsNull(left), emptyAsNull(right), graph.result().columns().get(column).name());
      }
    }
  }

  /** Graph has no null for text; the other family may. */
  private static Object emptyAsNull(Object value) {
    return "".equals(value) ? null : value;
  }

  private static List<Object> common(Incident incident) {
    return java.util.Arrays.asList(
        incident.id(),
        incident.name(),
        incident.createdAt(),
        incident.updatedAt(),
        incident.status(),
        incident.severity(),
        incident.classification(),
        incident.determination(),
        incident.assignedTo(),
        incident.redirectIncidentId(),
        incident.tags(),
        incident.comments());
  }

  private static List<Object> common(Alert alert) {
    return java.util.Arrays.asList(
        alert.id(),
        alert.incidentId(),
        alert.title(),
        alert.description(),
        alert.category(),
        alert.status(),
        alert.severity(),
        alert.classification(),
        alert.determination(),
        alert.serviceSource(),
        alert.detectionSource(),
        alert.assignedTo(),
        alert.actorName(),
        alert.threatFamilyName(),
        alert.investigationState(),
        alert.createdAt(),
        alert.updatedAt(),
        alert.resolvedAt(),
        alert.firstActivityAt(),
        alert.lastActivityAt(),
        alert.mitreTechniques(),
        alert.devices().stream().map(Device::id).toList(),
        kinds(alert));
  }

  /** How many of each kind that both families have. */
  private static Map<String, Long> kinds(Alert alert) {
    return alert.evidence().stream()
        .map(Evidence::getClass)
        .map(Class::getSimpleName)
        .filter(
            kind ->
                !Set.of(
                        "CloudApplicationEvidence",
                        "OauthApplicationEvidence",
                        "DnsEvidence",
                        "OtherEvidence")
                    .contains(kind))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static List<String> ids(List<Incident> incidents) {
    return incidents.stream().map(Incident::id).toList();
  }

  private UpstreamSources sources(UpstreamFamily family) {
    return new UpstreamSources(
        tenant ->
            Optional.of(
                new Upstream(
                    SandboxParts.connection(
                        server.getLocalBaseUri(), family, Connections.limits(limits)),
                    clients,
                    Clock.systemUTC())));
  }

  private static List<Incident> walk(
      Incidents incidents, IncidentFilter filter, int first, boolean alerts, Runnable between) {
    List<Incident> met = new ArrayList<>();
    IncidentPosition after = null;
    IncidentPage page;
    do {
      page =
          await(
              incidents.page(
                  Caller.ANONYMOUS,
                  new IncidentQuery(IncidentOrder.CREATED, filter, first, after, alerts)));
      met.addAll(page.incidents());
      after = page.end();
      between.run();
    } while (page.hasNext());
    return met;
  }

  private static void update(String id) {
    String token =
        RestAssured.given()
            .formParam("grant_type", "client_credentials")
            .formParam("client_id", "huntgate-sandbox")
            .formParam("client_secret", "sandbox-only")
            .formParam("scope", "https://graph.microsoft.com/.default")
            .post("/sandbox/login/other/oauth2/v2.0/token")
            .then()
            .statusCode(200)
            .extract()
            .path("access_token");
    RestAssured.given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body("{\"assignedTo\": \"someone@northwhale.example\"}")
        .patch("/sandbox/graph/v1.0/security/incidents/" + id)
        .then()
        .statusCode(200);
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(20));
  }
}
