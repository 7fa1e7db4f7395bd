package dev.huntgate.upstream.defender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huntgate.incident.Alert;
import dev.huntgate.incident.Classification;
import dev.huntgate.incident.Determination;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentStatus;
import dev.huntgate.incident.Severity;
import dev.huntgate.upstream.ConnectionsForTests;
import dev.huntgate.upstream.ContractSamples;
import dev.huntgate.upstream.UpstreamFamily;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefenderIncidentReaderTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final DefenderIncidentReader reader =
      new DefenderIncidentReader(
          ConnectionsForTests.connection(UpstreamFamily.DEFENDER, "https://defender.example"));

  @Test
  void readsEveryField() throws IOException {
    Incident incident =
        read(
            """
            {"incidentId": 41, "redirectIncidentId": 40, "incidentName": "Odd sign-ins",
             "createdTime": "2026-02-01T08:00:00.29Z", "lastUpdateTime": "2026-02-02T09:00:00Z",
             "assignedTo": "ann@north.example", "classification": "TruePositive",
             "determination": "NotAvailable", "status": "InProgress", "severity": "UnSpecified",
             "tags": ["vip"], "comments": [{"comment": "hm", "createdBy": "cy",
                "createTime": "2026-02-01T09:00:00Z"}],
             "alerts": [{"alertId": "a", "incidentId": 41, "serviceSource": "OfficeATP",
               "detectionSource": "MCAS", "status": "InProgress", "severity": "Low",
               "classification": null, "determination": null, "title": "T", "investigationId": 9,
               "investigationState": "PartiallyRemediated", "creationTime": "2026-02-01T08:00:00Z",
               "lastUpdatedTime": "2026-02-01T08:30:00Z", "mitreTechniques": ["T1078"],
               "devices": [{"mdatpDeviceId": "d1", "deviceDnsName": "h.example", "osBuild": 19045,
                 "osProcessor": "x64", "rbacGroupId": 12, "riskScore": "High", "tags": ["t"],
                 "vmMetadata": {"vmId": "v"}}],
               "entities": [
                 {"entityType": "User", "accountName": "ann", "aadUserId": "u", "sha1": null},
                 {"entityType": "Ip", "ipAddress": "203.0.113.9"},
                 {"entityType": "Url", "url": "https://x.example"},
                 {"entityType": "File", "fileName": "a.exe", "sha256": "ff", "deviceId": "d1"},
                 {"entityType": "Process", "processId": 4242, "fileName": "p.exe",
                  "verdict": "Malicious"},
                 {"entityType": "MailBox", "mailboxAddress": "b"},
                 {"entityType": "MailMessage", "sender": "e", "recipient": "r"},
                 {"entityType": "MailCluster", "clusterBy": "Subject"},
                 {"entityType": "Registry", "registryKey": "k", "registryValue": "v"},
                 {"entityType": "Registry", "registryKey": "k"},
                 {"entityType": "SecurityGroup", "securityGroupName": "g"},
                 {"entityType": "CloudThing", "somethingNew": "x", "sha1": null}]}]}
            """,
            true);

    assertEquals("41", incident.id());
    assertEquals("40", incident.redirectIncidentId());
    assertEquals(IncidentStatus.IN_PROGRESS, incident.status());
    assertEquals(Severity.UNKNOWN, incident.severity());
    assertEquals(Determination.UNKNOWN, incident.determination());
    assertEquals(
        URI.create("https://portal.example/incidents/41?tid=directory-1"), incident.portalUrl());
    assertEquals(Instant.parse("2026-02-01T09:00:00Z"), incident.comments().get(0).createdAt());
    Alert alert = incident.alerts().get(0);
    assertEquals(Classification.UNKNOWN, alert.classification());
    assertEquals("MICROSOFT_DEFENDER_FOR_OFFICE_365", alert.serviceSource());
    assertEquals("CLOUD_APP_SECURITY", alert.detectionSource());
    assertEquals("PARTIALLY_REMEDIATED", alert.investigationState());
    assertEquals("9", alert.investigationId());
    assertEquals(Instant.parse("2026-02-01T08:30:00Z"), alert.updatedAt());
    assertEquals("d1", alert.devices().get(0).id());
    assertEquals("x64", alert.devices().get(0).osProcessor());
    assertEquals(
        List.of(
            "UserEvidence",
            "IpEvidence",
            "UrlEvidence",
            "FileEvidence",
            "ProcessEvidence",
            "MailboxEvidence",
            "MailMessageEvidence",
            "MailClusterEvidence",
            "RegistryValueEvidence",
            "RegistryKeyEvidence",
            "SecurityGroupEvidence",
            "OtherEvidence"),
        alert.evidence().stream().map(e -> e.getClass().getSimpleName()).toList());
    assertEquals("MALICIOUS", alert.evidence().get(4).finding().verdict());
  }

  @Test
  void leavesAlertsOut_whenTheyAreNotWanted() throws IOException {
    assertNull(read("{\"incidentId\": 1, \"alerts\": [{}]}", false).alerts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"alerts\": [{\"entities\": [{}], \"devices\": [{}]}, null]}"})
  void doesNotFail_whateverIsMissing(String json) throws IOException {
    assertNotNull(read(json, true).name());
  }

  @ParameterizedTest
  @CsvSource({
    "CompromisedUser, COMPROMISED_ACCOUNT",
    "CompromisedAccount, COMPROMISED_ACCOUNT",
    "Clean, NOT_MALICIOUS",
    "NotMalicious, NOT_MALICIOUS",
    "NoEnoughDataToValidate, NOT_ENOUGH_DATA_TO_VALIDATE",
    "ConfirmedUserActivity, CONFIRMED_ACTIVITY",
    "Apt, APT",
    "SecurityPersonnel, SECURITY_PERSONNEL",
    "Somewhat, UNRECOGNIZED",
  })
  void readsDeterminations_oldAndNew(String theirs, Determination ours) throws IOException {
    assertEquals(ours, read("{\"determination\": \"" + theirs + "\"}", false).determination());
  }

  @Test
  void readsTheContractsSample_withoutLoss() throws IOException {
    JsonNode list = JSON.readTree(ContractSamples.text("incidents-list.json")).path("value");
    int alerts = 0;
    for (JsonNode node : list) {
      Incident incident = reader.read(node, true);
      assertEquals(node.path("incidentName").asText(), incident.name());
      assertTrue(incident.unrecognized().isEmpty(), incident.unrecognized()::toString);
      for (int i = 0; i < incident.alerts().size(); i++) {
        Alert alert = incident.alerts().get(i);
        JsonNode theirs = node.path("alerts").get(i);
        assertEquals(theirs.path("devices").size(), alert.devices().size());
        assertEquals(theirs.path("entities").size(), alert.evidence().size());
        assertTrue(alert.unrecognized().isEmpty(), alert.unrecognized()::toString);
        alerts++;
      }
    }
    assertTrue(alerts > 0);
  }

  private Incident read(String json, boolean withAlerts) throws IOException {
    return reader.read(JSON.readTree(json), withAlerts);
  }
}
