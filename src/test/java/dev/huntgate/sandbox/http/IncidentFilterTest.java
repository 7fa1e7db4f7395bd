package dev.huntgate.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.sandbox.company.Company;
import dev.huntgate.sandbox.company.Incident;
import dev.huntgate.sandbox.company.IncidentStatus;
import dev.huntgate.sandbox.company.Severity;
import dev.huntgate.sandbox.company.Spelled;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentFilterTest {

  private static final Map<String, FilterField> FIELDS =
      Map.of(
          "assignedTo", FilterField.text(Incident::assignedTo),
          "created", FilterField.time(Incident::createdAt),
          "severity", FilterField.member(Incident::severity, Spelled::graph, Severity.values()),
          "status", FilterField.member(Incident::status, Spelled::graph, IncidentStatus.values()));

  private final List<Incident> incidents =
      new Company(7, Instant.parse("2026-04-01T12:00:00Z"), 120).incidents();

  @Test
  void keepsAll_whenThereIsNoFilter() {
    assertKept(null, incident -> true);
  }

  @Test
  void comparesMembersWithoutRegardToCase() {
    assertKept("status eq 'Active'", i -> i.status() == IncidentStatus.ACTIVE);
    assertKept("status ne 'active'", i -> i.status() != IncidentStatus.ACTIVE);
  }

  @Test
  void comparesTimesAsMoments() {
    Instant bound = incidents.get(60).createdAt();
    assertKept("created ge " + bound, i -> !i.createdAt().isBefore(bound));
    assertKept("created lt " + bound, i -> i.createdAt().isBefore(bound));
    assertKept("created le " + bound, i -> !i.createdAt().isAfter(bound));
    assertKept("created gt " + bound, i -> i.createdAt().isAfter(bound));
  }

  @Test
  void bindsAndMoreTightlyThanOr() {
    assertKept(
        "severity eq 'low' or severity eq 'high' and status eq 'resolved'",
        i ->
            i.severity() == Severity.LOW
                || i.severity() == Severity.HIGH && i.status() == IncidentStatus.RESOLVED);
    assertKept(
        "(severity eq 'low' or severity eq 'high') and status eq 'resolved'",
        i ->
            (i.severity() == Severity.LOW || i.severity() == Severity.HIGH)
                && i.status() == IncidentStatus.RESOLVED);
  }

  @Test
  void knowsNobodyAsNull() {
    assertKept("assignedTo eq null", i -> i.assignedTo() == null);
    assertKept("assignedTo ne null", i -> i.assignedTo() != null);
  }

  @Test
  void reachesNobody_whenNotEqualToSomebody() {
    assertKept("assignedTo ne 'o''brien'", i -> true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "status",
        "status eq",
        "status eq active",
        "status eq 'nonsense'",
        "status is 'active'",
        "title eq 'x'",
        "created ge yesterday",
        "created ge '2026-01-01T00:00:00Z'",
        "(status eq 'active'",
        "status eq 'active')",
        "status eq 'active' status eq 'active'",
        "status eq 'active",
      })
  void refuses_whenTheFilterIsMalformed(String filter) {
    Refusal refusal = assertThrows(Refusal.class, () -> IncidentFilter.parse(filter, FIELDS));
    assertEquals(Refusal.Reason.BAD_QUERY, refusal.reason());
  }

  @Test
  void refuses_whenNestedTooDeeply() {
    String filter = "(".repeat(5_000) + "status eq 'active'" + ")".repeat(5_000);
    assertThrows(Refusal.class, () -> IncidentFilter.parse(filter, FIELDS));
  }

  private void assertKept(String filter, Predicate<Incident> expected) {
    assertEquals(
        incidents.stream().filter(expected).map(Incident::id).toList(),
        incidents.stream().filter(IncidentFilter.parse(filter, FIELDS)).map(Incident::id).toList());
  }
}
