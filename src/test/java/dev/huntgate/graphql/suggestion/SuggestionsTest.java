package dev.huntgate.graphql.suggestion;

import static dev.huntgate.graphql.suggestion.EvidenceForTests.MALICIOUS;
import static dev.huntgate.graphql.suggestion.EvidenceForTests.NOW;
import static dev.huntgate.graphql.suggestion.EvidenceForTests.SHA1;
import static dev.huntgate.graphql.suggestion.EvidenceForTests.SUSPICIOUS;
import static dev.huntgate.graphql.suggestion.EvidenceForTests.account;
import static dev.huntgate.graphql.suggestion.EvidenceForTests.alert;
import static dev.huntgate.graphql.suggestion.EvidenceForTests.device;
import static dev.huntgate.graphql.suggestion.EvidenceForTests.file;
import static dev.huntgate.graphql.suggestion.EvidenceForTests.finding;
import static dev.huntgate.graphql.suggestion.EvidenceForTests.incident;
import static dev.huntgate.graphql.suggestion.EvidenceForTests.mail;
import static dev.huntgate.graphql.suggestion.EvidenceForTests.process;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.hunting.saved.SavedHunt;
import dev.huntgate.hunting.saved.ShippedHunts;
import dev.huntgate.incident.Alert;
import dev.huntgate.incident.Device;
import dev.huntgate.incident.Evidence.DnsEvidence;
import dev.huntgate.incident.Evidence.FileEvidence;
import dev.huntgate.incident.Evidence.IpEvidence;
import dev.huntgate.incident.Evidence.MailboxEvidence;
import dev.huntgate.incident.Evidence.UrlEvidence;
import dev.huntgate.incident.Evidence.UserEvidence;
import dev.huntgate.incident.Finding;
import dev.huntgate.incident.Incident;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

  private static final Finding HARMLESS = finding("NO_THREATS_FOUND");
  private static final List<SavedHunt> HUNTS = ShippedHunts.all();

  @Test
  void fillsFromDevicesAccountsFilesAddressesLinksAndMailboxes() {
    Incident incident =
        incident(
            2,
            alert(
                "1",
                List.of(device("DESK-7.contoso.example")),
                new UserEvidence(SUSPICIOUS, account("alice")),
                new FileEvidence(MALICIOUS, file("evil.exe", SHA1), null, null),
                new IpEvidence(MALICIOUS, "203.0.113.7", "NL"),
                new UrlEvidence(MALICIOUS, "https://lure.example/a?b=c"),
                new DnsEvidence(SUSPICIOUS, "c2.example", null, null, List.of("198.51.100.1")),
                new MailboxEvidence(SUSPICIOUS, "bob@contoso.example", null, null, null),
                mail()));

    assertEquals(
        Map.of("lookBack", "P3D", "devices", List.of("desk-7.contoso.example")),
        parameters(incident, "encoded-powershell"));
    assertEquals(List.of("alice"), parameters(incident, "alerts-touching").get("accounts"));
    assertEquals(
        Map.of("lookBack", "P3D", "sha1", List.of(SHA1), "fileNames", List.of("evil.exe")),
        parameters(incident, "file-spread"));
    assertEquals(
        Map.of(
            "lookBack",
            "P3D",
            "addresses",
            List.of("203.0.113.7", "203.0.113.99", "198.51.100.1"),
            "domains",
            List.of("lure.example", "mail.example", "c2.example")),
        parameters(incident, "address-contacts"));
    assertEquals(
        List.of("https://lure.example/a?b=c", "https://mail.example/x"),
        parameters(incident, "link-clicks").get("urls"));
    assertEquals(
        List.of("alice@contoso.example"), parameters(incident, "link-clicks").get("accounts"));
    assertEquals(
        Map.of(
            "lookBack",
            "P3D",
            "senders",
            List.of("billing@mail.example"),
            "recipients",
            List.of("bob@contoso.example", "carol@contoso.example")),
        parameters(incident, "mail-with-threats"));
    assertEquals("desk-7.contoso.example", parameters(incident, "device-timeline").get("device"));
  }

  @Test
  void putsThoseFirst_thatFindMoreOfTheTechniques() {
    Incident incident = incident(1, alert("1", List.of(device("a.example"))));

    List<Suggestion> suggested = Suggestions.of(incident, HUNTS, NOW, 3);

    assertEquals("encoded-powershell", suggested.get(0).hunt().name());
    assertEquals(
        "Looks for 1 device of the incident, whose alerts show T1059.001, too.",
        suggested.get(0).reason());
    assertEquals("office-child-processes", suggested.get(1).hunt().name());
    assertEquals(3, suggested.size());
  }

  @Test
  void leavesOut_whatIsHarmlessOrEverywhere() {
    Incident incident =
        incident(
            1,
            alert(
                "1",
                List.of(),
                new IpEvidence(HARMLESS, "192.0.2.1", "DE"),
                new UserEvidence(SUSPICIOUS, account("SYSTEM")),
                process(SUSPICIOUS, "powershell.exe")));

    assertEquals(List.of(), Suggestions.of(incident, HUNTS, NOW, 50));
  }

  @Test
  void fillsNothing_whenThereIsNothing() {
    assertEquals(List.of(), Suggestions.of(incident(1), HUNTS, NOW, 50));
    assertEquals(List.of(), Suggestions.of(incident(1, (Alert[]) null), HUNTS, NOW, 50));
  }

  @Test
  void leavesValuesOut_thatTheParameterRefuses() {
    Incident incident =
        incident(
            1,
            alert(
                "1",
                List.of(),
                new FileEvidence(MALICIOUS, file("x".repeat(1_001), "no hash"), null, null),
                new FileEvidence(MALICIOUS, file("evil.exe", null), null, null)));

    assertEquals(
        Map.of("lookBack", "P2D", "fileNames", List.of("evil.exe")),
        parameters(incident, "file-spread"));
  }

  @Test
  void keepsToItsBounds_whenTheIncidentIsLargeAndOld() {
    Device[] many =
        IntStream.range(0, 300).mapToObj(n -> device("d" + n + ".example")).toArray(Device[]::new);
    Incident incident = incident(90, alert("1", List.of(many)));

    Map<String, Object> parameters = parameters(incident, "encoded-powershell");

    assertEquals(20, ((List<?>) parameters.get("devices")).size());
    assertEquals("P30D", parameters.get("lookBack"));
    assertEquals(1, Suggestions.of(incident, HUNTS, NOW, 1).size());
  }

  @Test
  void answersTheSame_inWhateverOrderTheEvidenceComes() {
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      alerts.add(
          alert(
              "a" + i,
              List.of(device("d" + i % 5 + ".example")),
              new IpEvidence(i % 3 == 0 ? MALICIOUS : SUSPICIOUS, "203.0.113." + i % 7, null)));
    }
    List<Suggestion> expected =
        Suggestions.of(incident(1, alerts.toArray(Alert[]::new)), HUNTS, NOW, 50);
    assertFalse(expected.isEmpty());
    Random random = new Random(5);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(alerts, random);
      assertEquals(
          expected, Suggestions.of(incident(1, alerts.toArray(Alert[]::new)), HUNTS, NOW, 50));
    }
    assertTrue(
        ((List<?>)
                parameters(incident(1, alerts.toArray(Alert[]::new)), "address-contacts")
                    .get("addresses"))
            .get(0)
            .toString()
            .matches("203\\.0\\.113\\.[0236]"));
  }

  @Test
  void givesParametersThatTheHuntTakes_always() {
    Incident incident = incident(2, alert("1", List.of(device("a.example")), mail()));
    for (Suggestion each : Suggestions.of(incident, HUNTS, NOW, 50)) {
      assertTrue(each.hunt().kqlWith(each.parameters()).endsWith(each.hunt().kql()));
    }
  }

  private static Map<String, Object> parameters(Incident incident, String name) {
    return Suggestions.of(incident, HUNTS, NOW, 50).stream()
        .filter(each -> each.hunt().name().equals(name))
        .findFirst()
        .orElseThrow()
        .parameters();
  }
}
