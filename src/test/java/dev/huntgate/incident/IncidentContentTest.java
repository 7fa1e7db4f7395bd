package dev.huntgate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentContentTest {

  private static final Incident INCIDENT =
      IncidentsForTests.with(
          List.of(alert("MICROSOFT_DEFENDER_FOR_ENDPOINT", "T1059.001"), alert(null, "T1566")),
          null,
          IncidentsForTests.changed(
              IncidentsForTests.incident("924565", Instant.EPOCH, Instant.EPOCH),
              new IncidentChange(
                  null,
                  "Alice@contoso.example",
                  null,
                  null,
                  List.of("VIP", "Red team"),
                  "Looks bad"),
              Instant.EPOCH));

  @ParameterizedTest
  @CsvSource({
    "vip, true",
    "' red TEAM ', true",
    "red, false",
  })
  void goesByWholeTags(String tag, boolean wanted) {
    assertEquals(
        wanted,
        new IncidentContent(List.of("none", tag), List.of(), List.of(), null).matches(INCIDENT));
  }

  @ParameterizedTest
  @CsvSource({
    "T1059, true",
    "t1059.001, true",
    "T1059.002, false",
    "T105, false",
    "T1566, true",
    "T1566.001, false",
  })
  void goesByTechniquesAndTheirSubTechniques(String technique, boolean wanted) {
    IncidentContent content = new IncidentContent(List.of(), List.of(), List.of(technique), null);
    assertTrue(content.needsAlerts());
    assertEquals(wanted, content.matches(INCIDENT));
    assertFalse(content.matches(IncidentsForTests.with(null, null, INCIDENT)));
  }

  @ParameterizedTest
  @CsvSource({
    "microsoft_defender_for_endpoint, true",
    "MICROSOFT_DEFENDER, false",
  })
  void goesByServiceSources(String source, boolean wanted) {
    assertEquals(
        wanted, new IncidentContent(List.of(), List.of(source), List.of(), null).matches(INCIDENT));
  }

  @ParameterizedTest
  @CsvSource({
    "incident, true",
    "'alice BAD', true",
    "'alice good', false",
    "9245, true",
    "'  ', true",
    "team, true",
    "'te vi', true",
  })
  void findsEachWordSomewhere(String text, boolean wanted) {
    IncidentContent content = new IncidentContent(List.of(), List.of(), List.of(), text);
    assertFalse(content.needsAlerts());
    assertEquals(wanted, content.matches(INCIDENT));
  }

  @Test
  void isEqual_whateverTheCaseAndOrder() {
    assertEquals(
        new IncidentContent(List.of("b", "A", "a"), List.of(), List.of(), "X "),
        new IncidentContent(List.of("a", "B"), List.of(), List.of(), "x"));
  }

  private static Alert alert(String source, String technique) {
    return new Alert(
        "a",
        null,
        "Alert",
        null,
        null,
        List.of(),
        AlertStatus.NEW,
        Severity.LOW,
        Classification.UNKNOWN,
        Determination.UNKNOWN,
        source,
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
        List.of(technique),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        Map.of(),
        Map.of(),
        List.of());
  }
}
