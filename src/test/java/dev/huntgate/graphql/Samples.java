package dev.huntgate.graphql;

import dev.huntgate.incident.Account;
import dev.huntgate.incident.Alert;
import dev.huntgate.incident.AlertStatus;
import dev.huntgate.incident.Classification;
import dev.huntgate.incident.Comment;
import dev.huntgate.incident.Determination;
import dev.huntgate.incident.Evidence;
import dev.huntgate.incident.Evidence.IpEvidence;
import dev.huntgate.incident.Evidence.OtherEvidence;
import dev.huntgate.incident.Evidence.UserEvidence;
import dev.huntgate.incident.Finding;
import dev.huntgate.incident.Incident;
import dev.huntgate.incident.IncidentStatus;
import dev.huntgate.incident.IncidentsForTests;
import dev.huntgate.incident.Severity;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Domain records to test with. */
final class Samples {

  static final Instant START = Instant.parse("2026-03-01T00:00:00.123456700Z");

  private Samples() {}

  /** Incidents with the ids 1 to {@code count}, each created a minute after the one before. */
  static List<Incident> incidents(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Samples::incident).toList();
  }

  static Incident withoutAlerts(Incident incident) {
    return IncidentsForTests.with(null, incident.redirectIncidentId(), incident);
  }

  /** A result with one column, whose rows hold the numbers from 0. */
  static Result rows(int count) {
    ResultBuilder builder = new ResultBuilder(List.of(new Column("n", ColumnType.LONG)));
    IntStream.range(0, count).forEach(n -> builder.add(new Object[] {(long) n}));
    return builder.build();
  }

  private static Incident incident(int number) {
    return incident(number, List.of(alert(number)));
  }

  private static Incident incident(int number, List<Alert> alerts) {
    Instant created = START.plusSeconds(60L * number);
    return new Incident(
        Integer.toString(number),
        "Incident " + number,
        created,
        created.plusSeconds(5),
        IncidentStatus.ACTIVE,
        number % 2 == 0 ? Severity.HIGH : Severity.LOW,
        Classification.UNKNOWN,
        Determination.UNKNOWN,
        null,
        null,
        List.of("red"),
        List.of(),
        List.of(new Comment("Seen", "alice@contoso.example", created)),
        alerts,
        null,
        null,
        42,
        null,
        null,
        null,
        URI.create("https://portal.example/incidents/" + number),
        List.of());
  }

  private static Alert alert(int number) {
    Account account =
        new Account("alice", "CONTOSO", null, null, "alice@contoso.example", null, null, null);
    List<Evidence> evidence =
        List.of(
            new IpEvidence(Finding.NONE, "203.0.113.7", "NL"),
            new UserEvidence(Finding.NONE, account),
            new OtherEvidence(Finding.NONE, "IOT_DEVICE", Map.of("vendor", "Acme")));
    return new Alert(
        "alert-" + number,
        Integer.toString(number),
        "Alert " + number,
        null,
        "Execution",
        List.of("Execution"),
        AlertStatus.NEW,
        Severity.HIGH,
        Classification.UNKNOWN,
        Determination.UNKNOWN,
        "MICROSOFT_DEFENDER_FOR_ENDPOINT",
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
        START,
        START,
        null,
        START,
        START,
        List.of("T1059.001"),
        List.of(),
        evidence,
        List.of(),
        List.of(),
        null,
        null,
        null,
        Map.of("count", 3, "nested", List.of(Map.of("ratio", 0.5))),
        Map.of(),
        List.of());
  }
}
