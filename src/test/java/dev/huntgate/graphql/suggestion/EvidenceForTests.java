package dev.huntgate.graphql.suggestion;

import dev.huntgate.incident.Account;
import dev.huntgate.incident.Alert;
import dev.huntgate.incident.AlertStatus;
import dev.huntgate.incident.Classification;
import dev.huntgate.incident.Determination;
import dev.huntgate.incident.Device;
import dev.huntgate.incident.Evidence;
import dev.huntgate.incident.Evidence.MailMessageEvidence;
import dev.huntgate.incident.Evidence.ProcessEvidence;
import dev.huntgate.incident.FileDetails;
import dev.huntgate.incident.Finding;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentStatus;
import dev.huntgate.incident.MailSender;
import dev.huntgate.incident.Severity;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Incidents and what was found in them, for tests of what is suggested from that. */
final class EvidenceForTests {

  static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
  static final Finding MALICIOUS = finding("MALICIOUS");
  static final Finding SUSPICIOUS = finding("SUSPICIOUS");
  static final String SHA1 = "0123456789abcdef0123456789ABCDEF01234567";

  private EvidenceForTests() {}

  static Finding finding(String verdict) {
    return new Finding(null, verdict, null, null, List.of(), List.of(), List.of());
  }

  static Account account(String name) {
    return new Account(name, "CONTOSO", null, null, name + "@contoso.example", null, null, null);
  }

  static FileDetails file(String name, String sha1) {
    return new FileDetails(name, "C:\\x", sha1, null, null, null, null, null, null, null);
  }

  static ProcessEvidence process(Finding finding, String image) {
    return new ProcessEvidence(
        finding, 1L, image, null, file(image, SHA1), null, null, null, null, null, null);
  }

  static MailMessageEvidence mail() {
    return new MailMessageEvidence(
        MALICIOUS,
        new MailSender("billing@mail.example", "Billing", "mail.example"),
        null,
        "203.0.113.99",
        "carol@contoso.example",
        "Invoice",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of("https://mail.example/x"),
        List.of(),
        List.of());
  }

  static Device device(String name) {
    return new Device(
        SUSPICIOUS,
        "id-" + name,
        null,
        name,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null);
  }

  static Alert alert(String id, List<Device> devices, Evidence... evidence) {
    return new Alert(
        id,
        "1",
        "Alert",
        null,
        null,
        List.of(),
        AlertStatus.NEW,
        Severity.HIGH,
        Classification.UNKNOWN,
        Determination.UNKNOWN,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of("T1059.001"),
        devices,
        List.of(evidence),
        List.of(),
        List.of(),
        null,
        null,
        null,
        Map.of(),
        Map.of(),
        List.of());
  }

  static Incident incident(int days, Alert... alerts) {
    Instant created = NOW.minus(Duration.ofDays(days));
    return new Incident(
        "1",
        "Incident",
        created,
        created,
        IncidentStatus.ACTIVE,
        Severity.HIGH,
        Classification.UNKNOWN,
        Determination.UNKNOWN,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        alerts == null ? null : List.of(alerts),
        null,
        null,
        null,
        null,
        null,
        null,
        URI.create("https://portal.example/incidents/1"),
        List.of());
  }
}
