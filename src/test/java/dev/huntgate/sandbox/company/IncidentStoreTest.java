package dev.huntgate.sandbox.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncidentStoreTest {

  private static final Instant START = Instant.parse("2026-04-01T12:00:00Z");
  private final IncidentStore store = new IncidentStore(new Company(7, START, 20));

  @Test
  void movesOnlyTheTimeOfUpdate_whenChanged() {
    Incident before = store.all().get(3);
    Instant now = START.plusSeconds(60);
    Incident after =
        store.change(before.id(), now, "a@b", d -> d.status(IncidentStatus.RESOLVED)).orElseThrow();
    assertEquals(now, after.updatedAt());
    assertEquals(before.createdAt(), after.createdAt());
    assertEquals(IncidentStatus.RESOLVED, store.find(before.id()).orElseThrow().status());
  }

  @Test
  void neverMovesTheTimeOfUpdateBack_whenTheClockDoes() {
    Incident before = store.all().get(3);
    Incident after =
        store.change(before.id(), Instant.EPOCH, null, d -> d.assignedTo("a@b")).orElseThrow();
    assertTrue(after.updatedAt().isAfter(before.updatedAt()));
  }

  @Test
  void changesNothing_whenTheIdIsUnknown() {
    assertTrue(store.change(1, START, null, d -> d).isEmpty());
  }

  @Test
  void givesArrivalsTheHighestIdsAndTheNewestTimes() {
    Incident newest = store.all().get(19);
    List<Incident> arrived = store.arrive(3, START.plusSeconds(5));
    assertEquals(3, arrived.size());
    assertEquals(23, store.all().size());
    assertTrue(arrived.stream().allMatch(i -> i.id() > newest.id()));
    assertTrue(arrived.stream().allMatch(i -> i.createdAt().isAfter(newest.createdAt())));
  }

  @Test
  void losesNoChange_whenManyChangeOneIncidentAtOnce() {
    long id = store.all().get(0).id();
    int before = store.all().get(0).comments().size();
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            n ->
                store.change(
                    id, START, null, d -> d.comment(new Comment("remark " + n, "a@b", START))));
    assertEquals(before + 200, store.find(id).orElseThrow().comments().size());
  }
}
