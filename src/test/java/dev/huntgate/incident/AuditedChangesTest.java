package dev.huntgate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Permission;
import dev.huntgate.audit.AuditForTests;
import dev.huntgate.failure.Failure.QuotaExhausted;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the audit is told of changes of incidents: of each incident once, and no values. */
class AuditedChangesTest {

  private static final Caller ALICE = CallersForTests.named("alice");
  private static final Caller READER = CallersForTests.with(Permission.INCIDENTS_READ);
  private static final String SECRET = "The password was hunter2\n{}";
  private static final IncidentChange ALL =
      new IncidentChange(
          IncidentStatus.RESOLVED,
          "bob@contoso.example",
          Classification.TRUE_POSITIVE,
          Determination.MALWARE,
          List.of("red"),
          SECRET);
  private static final IncidentChange TAKEN =
      new IncidentChange(null, "", null, null, List.of(), null);

  private final StepwiseUpstream upstream = new StepwiseUpstream();
  private final AuditForTests audit = new AuditForTests();
  private final IncidentWork work = new IncidentWork(IncidentsForTests.over(upstream), audit);
  private final BulkIncidentWork bulk = new BulkIncidentWork(work);

  @Test
  void tellsTheNamesOfWhatChanged_andNoValues() {
    upstream.holds("1");

    await(work.update(ALICE, "1", ALL, null, false));
    await(work.update(ALICE, "1", TAKEN, null, false));
    await(work.comment(ALICE, "1", SECRET, true));

    assertEquals(
        List.of(
            one(
                "OK",
                "1",
                "status",
                "assignedTo",
                "classification",
                "determination",
                "tags",
                "comment"),
            one("OK", "1", "assignedTo", "tags"),
            one("OK", "1", "comment")),
        audit.lines());
  }

  @Test
  void tellsOfAChangeThatWasMade_whateverCameAfterwards() {
    upstream.holds("1");
    upstream.failing =
        call ->
            call.startsWith("get")
                ? new FailureException(new QuotaExhausted("Spent.", Instant.EPOCH))
                : null;

    await(work.update(ALICE, "1", TAKEN, null, false));

    assertEquals(List.of(one("OK", "1", "assignedTo", "tags")), audit.lines());
  }

  @Test
  void tellsOfChangesThatWereNotMade() {
    upstream.holds("1", "2");
    upstream.failing = call -> call.equals("change 2") ? new IllegalStateException("broken") : null;

    assertThrows(FailureException.class, () -> work.update(READER, "1", TAKEN, null, false));
    assertThrows(FailureException.class, () -> work.comment(READER, "1", SECRET, false));
    fails(work.update(ALICE, "1", TAKEN, Instant.EPOCH, false));
    fails(work.update(ALICE, "2", TAKEN, null, false));
    fails(work.update(ALICE, "3", TAKEN, null, false));
    fails(work.update(ALICE, "a\nb", TAKEN, null, false));
    fails(work.comment(ALICE, "1", " ", false));

    assertEquals(
        List.of(
            one("FORBIDDEN", "1", "assignedTo", "tags"),
            one("FORBIDDEN", "1", "comment"),
            one("CONFLICT", "1", "assignedTo", "tags"),
            one("INTERNAL", "2", "assignedTo", "tags"),
            one("NOT_FOUND", "3", "assignedTo", "tags"),
            one("INVALID_ARGUMENT", "a\\nb", "assignedTo", "tags"),
            one("INVALID_ARGUMENT", "1", "comment")),
        audit.lines());
  }

  @Test
  void tellsOfEachIncident_whenSeveralAreChangedAlike() {
    upstream.holds("1", "2", "4");
    upstream.failing =
        call ->
            call.equals("change 4")
                ? new FailureException(new QuotaExhausted("Spent.", Instant.EPOCH))
                : null;

    await(bulk.update(ALICE, List.of("1", "2", "../3", "4", "1", "5"), TAKEN));

    assertEquals(
        List.of(
            one("OK", "1", "assignedTo", "tags"),
            one("OK", "2", "assignedTo", "tags"),
            one("INVALID_ARGUMENT", "../3", "assignedTo", "tags"),
            one("QUOTA_EXHAUSTED", "4", "assignedTo", "tags"),
            one("QUOTA_EXHAUSTED", "5", "assignedTo", "tags")),
        audit.lines());
  }

  @Test
  void tellsOnce_whenSeveralAreRefusedTogether() {
    List<String> many = IntStream.range(0, 60).mapToObj(Integer::toString).toList();

    assertThrows(FailureException.class, () -> bulk.update(READER, many, TAKEN));
    fails(bulk.update(ALICE, many, TAKEN));
    fails(bulk.update(ALICE, List.of(), TAKEN));

    assertEquals(
        List.of(
            several("FORBIDDEN", 60),
            several("LIMIT_EXCEEDED", 60),
            several("INVALID_ARGUMENT", 0)),
        audit.lines());
    assertTrue(upstream.calls.isEmpty());
  }

  private static String one(String outcome, String id, String... fields) {
    return start(outcome) + "\"incident\":\"" + id + "\",\"fields\":[" + quoted(fields) + "]}";
  }

  private static String several(String outcome, int count) {
    return start(outcome)
        + "\"incidents\":"
        + count
        + ",\"fields\":["
        + quoted("assignedTo", "tags")
        + "]}";
  }

  private static String start(String outcome) {
    return "{\"event\":\"incidentChange\",\"outcome\":\""
        + outcome
        + "\",\"caller\":\"alice\",\"tenant\":\"default\",";
  }

  private static String quoted(String... fields) {
    return List.of(fields).stream().map(f -> '"' + f + '"').collect(Collectors.joining(","));
  }

  private static void fails(Uni<?> call) {
    assertThrows(Exception.class, () -> await(call));
  }

  private static <T> T await(Uni<T> call) {
    return call.await().indefinitely();
  }
}
