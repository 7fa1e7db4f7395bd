package dev.huntgate.upstream.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huntgate.incident.Alert;
import dev.huntgate.incident.AlertStatus;
import dev.huntgate.incident.Classification;
import dev.huntgate.incident.Determination;
import dev.huntgate.incident.Evidence;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentStatus;
import dev.huntgate.incident.Severity;
import dev.huntgate.incident.Unrecognized;
import dev.huntgate.upstream.ConnectionsForTests;
import dev.huntgate.upstream.ContractSamples;
import dev.huntgate.upstream.UpstreamFamily;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphIncidentReaderTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final GraphIncidentReader reader =
      new GraphIncidentReader(
          ConnectionsForTests.connection(UpstreamFamily.GRAPH, "https://graph.example/v1.0"));

  @Test
  void readsEveryField() throws IOException {
    Incident incident =
        read(
            """
            {"@odata.type": "#microsoft.graph.security.incident", "id": "41",
             "incidentWebUrl": "https://portal.example/incidents/41?tid=t", "tenantId": "t",
             "redirectIncidentId": "40", "displayName": "Odd sign-ins",
             "createdDateTime": "2026-02-01T08:00:00.5533333Z",
             "lastUpdateDateTime": "2026-02-02T09:00:00Z", "assignedTo": "ann@north.example",
             "classification": "truePositive", "determination": "compromisedAccount",
             "status": "awaitingAction", "severity": "high", "customTags": ["vip"],
             "systemTags": ["Experts"], "description": "long", "summary": "short",
             "priorityScore": 87, "lastModifiedBy": "bo", "resolvingComment": "done",
             "comments": [{"comment": "hm", "createdByDisplayName": "Cy",
                           "createdDateTime": "2026-02-01T09:00:00Z"}]}
            """);

    assertEquals("41", incident.id());
    assertEquals("Odd sign-ins", incident.name());
    assertEquals(Instant.parse("2026-02-01T08:00:00.5533333Z"), incident.createdAt());
    assertEquals(IncidentStatus.AWAITING_ACTION, incident.status());
    assertEquals(Severity.HIGH, incident.severity());
    assertEquals(Classification.TRUE_POSITIVE, incident.classification());
    assertEquals(Determination.COMPROMISED_ACCOUNT, incident.determination());
    assertEquals("40", incident.redirectIncidentId());
    assertEquals(List.of("vip"), incident.tags());
    assertEquals(List.of("Experts"), incident.systemTags());
    assertEquals("Cy", incident.comments().get(0).createdBy());
    assertEquals(87, incident.priorityScore());
    assertEquals("done", incident.resolvingComment());
    assertEquals(URI.create("https://portal.example/incidents/41?tid=t"), incident.portalUrl());
    assertNull(incident.alerts());
    assertTrue(incident.unrecognized().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\": 7, \"createdDateTime\": \"soon\", \"customTags\": null, \"alerts\": [null, 5]}",
        "{\"id\": \"7\", \"comments\": {}, \"priorityScore\": \"high\", \"newField\": {\"a\": 1}}",
        "{\"alerts\": [{\"evidence\": [{\"@odata.type\": 7}, {}, 1]}]}",
      })
  void doesNotFail_whateverIsMissingOrOdd(String json) throws IOException {
    assertNotNull(read(json).name());
  }

  @Test
  void remembersValues_thatItDoesNotKnow() throws IOException {
    Incident incident = read("{\"severity\": \"apocalyptic\", \"status\": \"paused\"}");

    assertEquals(Severity.UNRECOGNIZED, incident.severity());
    assertEquals(IncidentStatus.UNRECOGNIZED, incident.status());
    assertEquals(
        List.of(new Unrecognized("status", "paused"), new Unrecognized("severity", "apocalyptic")),
        incident.unrecognized());
  }

  @Test
  void readsEvidence_ofEachKind() throws IOException {
    Incident incident =
        read(
            """
            {"id": "1", "alerts": [{"id": "a", "status": "new", "title": "T",
              "serviceSource": "microsoftDefenderForEndpoint", "additionalData": {"k": {"v": [1]}},
              "evidence": [
               {"@odata.type": "#microsoft.graph.security.deviceEvidence", "mdeDeviceId": "d1",
                "roles": ["compromised"], "verdict": "malicious", "osBuild": 19045,
                "rbacGroupId": 12, "loggedOnUsers": [{"accountName": "ann"}],
                "vmMetadata": {"vmId": "v", "cloudProvider": "azure"}},
               {"@odata.type": "#microsoft.graph.security.fileEvidence", "verdict": "suspicious",
                "fileDetails": {"fileName": "a.exe", "sha256": "ff", "fileSize": 12}},
               {"@odata.type": "#microsoft.graph.security.processEvidence", "processId": 4242,
                "imageFile": {"fileName": "p.exe"}, "userAccount": {"accountName": "ann"}},
               {"@odata.type": "#microsoft.graph.security.userEvidence",
                "userAccount": {"userPrincipalName": "ann@north.example"}},
               {"@odata.type": "#microsoft.graph.security.ipEvidence", "ipAddress": "203.0.113.9"},
               {"@odata.type": "#microsoft.graph.security.urlEvidence", "url": "https://x.example"},
               {"@odata.type": "#microsoft.graph.security.mailboxEvidence", "primaryAddress": "b"},
               {"@odata.type": "#microsoft.graph.security.analyzedMessageEvidence",
                "p2Sender": {"emailAddress": "e"}, "urls": ["u"], "attachmentsCount": 2},
               {"@odata.type": "#microsoft.graph.security.mailClusterEvidence", "emailCount": 9},
               {"@odata.type": "#microsoft.graph.security.registryKeyEvidence", "registryKey": "k"},
               {"@odata.type": "#microsoft.graph.security.registryValueEvidence",
                "registryValueName": "n"},
               {"@odata.type": "#microsoft.graph.security.securityGroupEvidence", "sid": "S-1"},
               {"@odata.type": "#microsoft.graph.security.cloudApplicationEvidence", "appId": 11},
               {"@odata.type": "#microsoft.graph.security.oauthApplicationEvidence", "appId": "o"},
               {"@odata.type": "#microsoft.graph.security.dnsEvidence", "domainName": "x.example",
                "ipAddresses": [{"ipAddress": "203.0.113.9"}]},
               {"@odata.type": "#microsoft.graph.security.kubernetesPodEvidence", "name": "pod"}]}]}
            """);

    Alert alert = incident.alerts().get(0);
    assertEquals(AlertStatus.NEW, alert.status());
    assertEquals(Map.of("k", Map.of("v", List.of(1))), alert.additionalData());
    assertEquals("d1", alert.devices().get(0).id());
    assertEquals(List.of("COMPROMISED"), alert.devices().get(0).finding().roles());
    assertEquals(
        List.of(
            "FileEvidence",
            "ProcessEvidence",
            "UserEvidence",
            "IpEvidence",
            "UrlEvidence",
            "MailboxEvidence",
            "MailMessageEvidence",
            "MailClusterEvidence",
            "RegistryKeyEvidence",
            "RegistryValueEvidence",
            "SecurityGroupEvidence",
            "CloudApplicationEvidence",
            "OauthApplicationEvidence",
            "DnsEvidence",
            "OtherEvidence"),
        alert.evidence().stream().map(e -> e.getClass().getSimpleName()).toList());
    Evidence.OtherEvidence other =
        assertInstanceOf(Evidence.OtherEvidence.class, alert.evidence().get(14));
    assertEquals("KUBERNETES_POD", other.kind());
    assertEquals("pod", other.properties().get("name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"graph-incidents-list.json", "graph-incidents-expand-alerts.json"})
  void readsTheContractsSamples(String sample) throws IOException {
    for (JsonNode node : JSON.readTree(ContractSamples.text(sample)).path("value")) {
      Incident incident = reader.read(node);
      assertEquals("2972395", incident.id());
      assertEquals(IncidentStatus.ACTIVE, incident.status());
      assertEquals(Determination.MULTI_STAGED_ATTACK, incident.determination());
      assertEquals(List.of("Demo"), incident.tags());
      assertTrue(incident.unrecognized().isEmpty());
      assertEquals(sample.contains("expand"), incident.alerts() != null);
    }
  }

  @Test
  void readsTheContractsAlerts_withoutLoss() throws IOException {
    JsonNode value = JSON.readTree(ContractSamples.text("graph-alerts_v2-list.json")).path("value");
    Incident incident = reader.read(JSON.createObjectNode().set("alerts", value));

    Alert alert = incident.alerts().get(0);
    assertEquals("Suspicious execution of hidden file", alert.title());
    assertEquals("MICROSOFT_DEFENDER_FOR_ENDPOINT", alert.serviceSource());
    assertEquals(
        value.get(0).path("evidence").size(), alert.devices().size() + alert.evidence().size());
    assertTrue(alert.unrecognized().isEmpty());
  }

  @Test
  void readsTheContractsReplyToAnUpdate() throws IOException {
    Incident incident = read(ContractSamples.text("graph-incident-update-response.json"));

    assertEquals(Classification.TRUE_POSITIVE, incident.classification());
    assertEquals("Demo incident", incident.comments().get(0).text());
  }

  private Incident read(String json) throws IOException {
    return reader.read(JSON.readTree(json));
  }
}
