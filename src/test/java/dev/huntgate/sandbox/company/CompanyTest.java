package dev.huntgate.sandbox.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CompanyTest {

  private static final Instant START = Instant.parse("2026-04-01T12:00:00Z");
  private final Company company = new Company(7, START, 240);

  @Test
  void tellsTheSameIncidents_whenSeedAndStartAreEqual() {
    assertEquals(company.incidents(), new Company(7, START, 240).incidents());
  }

  @Test
  void tellsOtherIncidents_whenSeedDiffers() {
    assertNotEquals(company.incidents(), new Company(8, START, 240).incidents());
  }

  @Test
  void refuses_whenThereAreToBeNoIncidents() {
    assertThrows(IllegalArgumentException.class, () -> new Company(7, START, 0));
  }

  @Test
  void hasOneToEightAlertsPerIncident() {
    assertEquals(240, company.incidents().size());
    for (Incident incident : company.incidents()) {
      int alerts = incident.alerts().size();
      assertTrue(alerts >= 1 && alerts <= 8, incident.name());
    }
  }

  @Test
  void numbersIncidentsInTheOrderOfTheirCreation() {
    List<Incident> byCreation =
        company.incidents().stream().sorted(Comparator.comparing(Incident::createdAt)).toList();
    assertEquals(
        byCreation.stream().map(Incident::id).toList(),
        byCreation.stream().map(Incident::id).sorted().toList());
  }

  @Test
  void endsBeforeTheStart_andUpdatesAfterCreation() {
    for (Incident incident : company.incidents()) {
      assertFalse(incident.updatedAt().isAfter(START), incident.name());
      assertFalse(incident.updatedAt().isBefore(incident.createdAt()), incident.name());
    }
  }

  @Test
  void hasOldIncidentsAndRecentOnes() {
    Instant monthAgo = START.minus(Duration.ofDays(30));
    assertTrue(company.incidents().stream().anyMatch(i -> i.createdAt().isBefore(monthAgo)));
    assertTrue(
        company.incidents().stream()
            .anyMatch(i -> i.createdAt().isAfter(START.minus(Duration.ofDays(2)))));
  }

  @Test
  void showsEveryKindOfEvidence() {
    Set<Class<?>> kinds =
        company.incidents().stream()
            .flatMap(i -> i.alerts().stream())
            .flatMap(a -> a.evidence().stream())
            .map(e -> e.subject().getClass())
            .collect(Collectors.toSet());
    assertEquals(Set.of(Subject.class.getPermittedSubclasses()), kinds);
  }

  @Test
  void showsEveryStatusAndSeverity() {
    assertEquals(
        Set.of(IncidentStatus.values()),
        company.incidents().stream().map(Incident::status).collect(Collectors.toSet()));
    assertEquals(
        Set.of(Severity.values()),
        company.incidents().stream().map(Incident::severity).collect(Collectors.toSet()));
  }

  @Test
  void redirectsToAnIncidentThatExists_whenMerged() {
    Set<Long> ids = company.incidents().stream().map(Incident::id).collect(Collectors.toSet());
    List<Incident> merged =
        company.incidents().stream().filter(i -> i.redirectedTo() != null).toList();
    assertTrue(merged.size() >= 3);
    for (Incident incident : merged) {
      assertEquals(IncidentStatus.REDIRECTED, incident.status());
      assertTrue(ids.contains(incident.redirectedTo()));
    }
  }

  @Test
  void worksWithASingleIncident() {
    assertEquals(1, new Company(7, START, 1).incidents().size());
  }
}
