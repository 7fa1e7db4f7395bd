package dev.huntgate.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huntgate.sandbox.company.Company;
import dev.huntgate.sandbox.company.Incident;
import dev.huntgate.sandbox.company.IncidentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WritersTest {

  private final List<Incident> incidents =
      new Company(7, Instant.parse("2026-04-01T12:00:00Z"), 240).incidents();

  @Test
  void tellsEveryKindOfEvidenceApart_onGraph() {
    Set<String> types = new TreeSet<>();
    for (Incident incident : incidents) {
      for (JsonNode alert : graph(true, true).write(incident).path("alerts")) {
        alert.path("evidence").forEach(e -> types.add(e.path("@odata.type").asText()));
      }
    }
    assertEquals(15, types.size(), types::toString);
  }

  @Test
  void leavesAlertsOut_whenNotExpanded() {
    assertFalse(graph(false, true).write(incidents.get(0)).has("alerts"));
  }

  @Test
  void hidesTheNewestStatus_whenUnknownMembersAreNotAskedFor() {
    Incident waiting =
        incidents.stream()
            .filter(i -> i.status() == IncidentStatus.AWAITING_ACTION)
            .findFirst()
            .orElseThrow();
    assertEquals("unknownFutureValue", graph(false, false).write(waiting).path("status").asText());
    assertEquals("awaitingAction", graph(false, true).write(waiting).path("status").asText());
  }

  @Test
  void writesEveryKey_orOnlyWhatAppliesWithAVerdict_natively() {
    Set<String> types = new TreeSet<>();
    for (Incident incident : incidents) {
      for (JsonNode alert : DefenderIncidentWriter.write(incident).path("alerts")) {
        for (JsonNode entity : alert.path("entities")) {
          types.add(entity.path("entityType").asText());
          assertEquals(incident.id() % 4 == 0, entity.has("verdict"));
          assertEquals(incident.id() % 4 != 0, entity.size() == 31);
        }
      }
    }
    assertEquals(
        Set.of(
            "File",
            "Ip",
            "MailBox",
            "MailCluster",
            "MailMessage",
            "Process",
            "Registry",
            "SecurityGroup",
            "Url",
            "User"),
        types);
  }

  @Test
  void spellsEachFamilyItsOwnWay() {
    Incident incident =
        incidents.stream()
            .filter(i -> i.status() == IncidentStatus.IN_PROGRESS)
            .findFirst()
            .orElseThrow();
    ObjectNode graph = graph(false, true).write(incident);
    ObjectNode defender = DefenderIncidentWriter.write(incident);
    assertEquals("inProgress", graph.path("status").asText());
    assertEquals("InProgress", defender.path("status").asText());
    assertEquals("unknown", graph.path("determination").asText());
    assertEquals("NotAvailable", defender.path("determination").asText());
    assertTrue(graph.path("id").isTextual());
    assertTrue(defender.path("incidentId").isIntegralNumber());
    assertEquals(graph.path("createdDateTime").asText(), defender.path("createdTime").asText());
  }

  @Test
  void writesTimesWithoutZerosAtTheEnd() {
    assertEquals("2026-01-02T03:04:05Z", WireTime.of(Instant.parse("2026-01-02T03:04:05Z")));
    assertEquals("2026-01-02T03:04:05.29Z", WireTime.of(Instant.parse("2026-01-02T03:04:05.290Z")));
    assertEquals(
        "2026-01-02T03:04:05.0733333Z", WireTime.of(Instant.parse("2026-01-02T03:04:05.0733333Z")));
  }

  private static GraphIncidentWriter graph(boolean alerts, boolean unknownMembers) {
    return new GraphIncidentWriter("tenant-of-the-test", alerts, unknownMembers);
  }
}
