package dev.huntgate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import dev.huntgate.audit.Audit;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Conflict;
import dev.huntgate.failure.Failure.QuotaExhausted;
import dev.huntgate.failure.Failure.UpstreamTimeout;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes of one incident and of several, in the steps that upstream takes. */
class IncidentWorkTest {

  private static final Caller ALICE =
      new Caller("alice", Tenant.DEFAULT, Set.of(Permission.INCIDENTS_WRITE));
  private static final IncidentChange RESOLVE =
      new IncidentChange(IncidentStatus.RESOLVED, "", null, null, null, null);

  private final StepwiseUpstream upstream = new StepwiseUpstream();
  private final IncidentWork work = new IncidentWork(IncidentsForTests.over(upstream), Audit.NONE);
  private final BulkIncidentWork bulk = new BulkIncidentWork(work);

  @ParameterizedTest
  @EnumSource(value = Permission.class, names = "INCIDENTS_WRITE", mode = EnumSource.Mode.EXCLUDE)
  void refuses_whoMayDoOnlySomethingElse(Permission held) {
    Caller caller = CallersForTests.with(held);

    for (org.junit.jupiter.api.function.Executable call :
        List.<org.junit.jupiter.api.function.Executable>of(
            () -> work.update(caller, "1", RESOLVE, null, false),
            () -> work.comment(caller, "1", "Seen", false),
            () -> bulk.update(caller, List.of("1"), RESOLVE))) {
      FailureException refused = assertThrows(FailureException.class, call);
      assertEquals(FailureCode.FORBIDDEN, refused.failure().code());
    }
    assertEquals(List.of(), upstream.calls);
  }

  @Test
  void changesThenNamesTheCaller_andShowsWhatIsThereNow() {
    upstream.holds("1");

    ChangedIncident changed = await(work.update(ALICE, "1", RESOLVE, null, false));

    assertEquals(
        List.of(
            "change 1",
            "comment 1: Set status RESOLVED, assigned to nobody (alice via Huntgate)",
            "get 1"),
        upstream.calls);
    Incident now = changed.incident();
    assertNotNull(now);
    assertEquals(IncidentStatus.RESOLVED, now.status());
    assertEquals(StepwiseUpstream.CREATED.plusSeconds(2), now.updatedAt());
    assertEquals(List.of(), changed.warnings());
  }

  @Test
  void takesTheCallersOwnWords_whereThereAreSuch() {
    upstream.holds("1");

    await(work.update(ALICE, "1", RESOLVE.with("Done. "), null, false));
    await(work.comment(ALICE, "1", "Seen", true));

    assertEquals("comment 1: Done. (alice via Huntgate)", upstream.calls.get(1));
    assertEquals("comment 1: Seen (alice via Huntgate)", upstream.calls.get(3));
    assertEquals("get 1 with alerts", upstream.calls.get(4));
  }

  @Test
  void writesNoMoreThanALine_whateverTheCallerIsCalled() {
    upstream.holds("1");
    Caller odd =
        new Caller("a\r\nb" + "c".repeat(200), Tenant.DEFAULT, Set.of(Permission.INCIDENTS_WRITE));

    await(work.comment(odd, "1", "Seen", false));

    assertEquals(
        "comment 1: Seen (a  b" + "c".repeat(96) + "… via Huntgate)", upstream.calls.get(0));
  }

  @Test
  void leavesItAsItIs_whenSomebodyChangedItFirst() {
    upstream.holds("1");
    await(work.update(ALICE, "1", RESOLVE, StepwiseUpstream.CREATED, false));
    upstream.calls.clear();

    Failure failure = failure(work.update(ALICE, "1", RESOLVE, StepwiseUpstream.CREATED, false));

    assertEquals(List.of("get 1"), upstream.calls);
    Conflict conflict = (Conflict) failure;
    assertEquals("ifLastUpdatedAt", conflict.argument());
    assertEquals("RESOLVED", conflict.current().get("status"));
    assertEquals("2026-06-30T00:00:02Z", conflict.current().get("updatedAt"));
    assertTrue(conflict.current().containsKey("assignedTo"));
    Instant known = Instant.parse("2026-06-30T00:00:02Z");
    await(work.update(ALICE, "1", RESOLVE, known, false));
  }

  @Test
  void warns_whenOnlyTheRemarkFails() {
    upstream.holds("1");
    upstream.failing =
        call ->
            call.startsWith("comment")
                ? new FailureException(new UpstreamTimeout("No answer in time.", null))
                : null;

    ChangedIncident changed = await(work.update(ALICE, "1", RESOLVE, null, false));

    assertNotNull(changed.incident());
    assertEquals(1, changed.warnings().size());
    assertTrue(changed.warnings().get(0).contains("No answer in time."));
  }

  @Test
  void warns_whenItCannotBeReadAfterwards() {
    upstream.holds("1");
    upstream.failing =
        call ->
            call.startsWith("get")
                ? new FailureException(new QuotaExhausted("Spent.", Instant.EPOCH))
                : null;

    ChangedIncident changed = await(work.update(ALICE, "1", RESOLVE, null, false));

    assertNull(changed.incident());
    assertTrue(changed.warnings().get(0).contains("Spent."));
  }

  @Test
  void asksNothing_whenTheIdOrTheChangeIsWrong() {
    assertEquals("id", failure(work.comment(ALICE, "../1", "Seen", false)).argument());
    assertEquals("comment", failure(work.comment(ALICE, "1", "", false)).argument());
    assertEquals(
        "determination",
        failure(
                bulk.update(
                    ALICE,
                    List.of("1"),
                    new IncidentChange(
                        null,
                        null,
                        Classification.FALSE_POSITIVE,
                        Determination.MALWARE,
                        null,
                        null)))
            .argument());
    assertEquals("ids", failure(bulk.update(ALICE, List.of(), RESOLVE)).argument());
    List<String> many = IntStream.rangeClosed(1, 51).mapToObj(Integer::toString).toList();
    Failure tooMany = failure(bulk.update(ALICE, many, RESOLVE));
    assertEquals(FailureCode.LIMIT_EXCEEDED, tooMany.code());
    assertTrue(tooMany.message().contains("50"));
    assertEquals(List.of(), upstream.calls);
  }

  @Test
  void tellsForEach_whatBecameOfIt() {
    upstream.holds("1", "2", "4");
    upstream.failing = call -> call.equals("change 4") ? new IllegalStateException("bug") : null;

    List<ChangeOutcome> outcomes =
        await(bulk.update(ALICE, List.of("1", "2", "3", "4", "../5", "2"), RESOLVE));

    assertEquals(
        List.of("1", "2", "3", "4", "../5"), outcomes.stream().map(ChangeOutcome::id).toList());
    assertEquals(
        Arrays.asList(
            null, null, FailureCode.NOT_FOUND, FailureCode.INTERNAL, FailureCode.INVALID_ARGUMENT),
        outcomes.stream()
            .map(outcome -> outcome.failure() == null ? null : outcome.failure().code())
            .toList());
    assertEquals(
        2,
        upstream.held.values().stream().filter(i -> i.status() == IncidentStatus.RESOLVED).count());
  }

  @Test
  void triesNoMore_onceTheBudgetIsSpent() {
    List<String> ids = IntStream.rangeClosed(1, 50).mapToObj(Integer::toString).toList();
    upstream.holds(ids.toArray(String[]::new));
    upstream.failing =
        call ->
            call.equals("change 10")
                ? new FailureException(new QuotaExhausted("Spent.", Instant.EPOCH))
                : null;

    List<ChangeOutcome> outcomes = await(bulk.update(ALICE, ids, RESOLVE));

    assertEquals(50, outcomes.size());
    assertEquals(9, outcomes.stream().filter(outcome -> outcome.failure() == null).count());
    assertEquals(10, upstream.calls.stream().filter(call -> call.startsWith("change")).count());
    outcomes.stream()
        .skip(9)
        .forEach(outcome -> assertTrue(outcome.failure() instanceof QuotaExhausted));
  }

  private static Failure failure(Uni<?> call) {
    return assertThrows(FailureException.class, () -> await(call)).failure();
  }

  private static <T> T await(Uni<T> call) {
    return call.await().indefinitely();
  }
}
