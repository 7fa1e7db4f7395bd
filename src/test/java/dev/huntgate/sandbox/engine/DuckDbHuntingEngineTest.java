package dev.huntgate.sandbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DuckDbHuntingEngineTest {

  private static final HuntLimits LIMITS = HuntLimits.beside(2);

  private final AtomicInteger loads = new AtomicInteger();

  private HuntingTable numbers(int rows) {
    return new HuntingTable(
        "Numbers",
        SmallTables.columns("N:LONG", "Word:STRING"),
        () -> {
          loads.incrementAndGet();
          return LongStream.range(0, rows).mapToObj(n -> new Object[] {n, "w" + n});
        });
  }

  private static long count(HuntingEngine engine, String kql, TimeRange range) {
    return (long) engine.run(kql + " | count", range).rows().get(0)[0];
  }

  @Test
  void loadsATableOnce_whenItIsFirstQueried() {
    try (DuckDbHuntingEngine engine =
        new DuckDbHuntingEngine(List.of(numbers(10), SmallTables.one()), SmallTables.CLOCK)) {
      engine.run("One", SmallTables.ALWAYS);
      assertEquals(0, loads.get());
      engine.run("Numbers", SmallTables.ALWAYS);
      engine.run("Numbers | take 1", SmallTables.ALWAYS);
      assertEquals(1, loads.get());
    }
  }

  @Test
  void answersAll_whenManyHuntAtOnce() throws Exception {
    ExecutorService hunters = Executors.newFixedThreadPool(8);
    try (DuckDbHuntingEngine engine =
        new DuckDbHuntingEngine(List.of(numbers(10_000)), SmallTables.CLOCK)) {
      List<Callable<Long>> hunts =
          IntStream.range(0, 40)
              .<Callable<Long>>mapToObj(
                  i -> () -> count(engine, "Numbers | where N % 40 == " + i, SmallTables.ALWAYS))
              .toList();
      for (Future<Long> hunt : hunters.invokeAll(hunts)) {
        assertEquals(250L, hunt.get());
      }
      assertEquals(1, loads.get());
    } finally {
      hunters.shutdownNow();
    }
  }

  @Test
  void cutsTheTable_whenARangeIsGiven() {
    Instant from = SmallTables.NOW.minus(Duration.ofHours(10));
    Instant to = SmallTables.NOW.minus(Duration.ofMinutes(47));
    try (DuckDbHuntingEngine engine =
        new DuckDbHuntingEngine(List.of(SmallTables.logons(), numbers(5)), SmallTables.CLOCK)) {
      assertEquals(
          SmallTables.LOGONS.stream()
              .filter(l -> !l.time().isBefore(from) && !l.time().isAfter(to))
              .count(),
          count(engine, "Logons", new TimeRange(from, to)));
      assertEquals(5, count(engine, "Numbers", new TimeRange(from, to)));
    }
  }

  @Test
  void cutsTheRows_whenThereAreMoreThanAHundredThousand() {
    try (DuckDbHuntingEngine engine =
        new DuckDbHuntingEngine(List.of(numbers(100_001)), SmallTables.CLOCK)) {
      assertEquals(100_000, engine.run("Numbers", SmallTables.ALWAYS).rows().size());
      assertEquals(100_001, count(engine, "Numbers", SmallTables.ALWAYS));
    }
  }

  @Test
  void stops_whenAHuntTakesTooLong() {
    try (DuckDbHuntingEngine engine =
        new DuckDbHuntingEngine(
            List.of(numbers(20_000)), SmallTables.CLOCK, LIMITS.timeOut(Duration.ofMillis(1)))) {
      assertStopped(
          HuntStoppedException.Limit.TIME,
          () ->
              engine.run(
                  "Numbers | extend Long = replace_string(strcat(Word, Word, Word), 'w',"
                      + " 'wwwwwwww') | where countof(strcat(Long, Long, Long, Long), 'w') > 0 |"
                      + " summarize dcount(Long)",
                  SmallTables.ALWAYS));
    }
  }

  @Test
  void stops_whenWhatDecidesTheColumnsTakesTooLong() {
    try (DuckDbHuntingEngine engine =
        new DuckDbHuntingEngine(
            List.of(numbers(200_000)), SmallTables.CLOCK, LIMITS.timeOut(Duration.ofMillis(1)))) {
      assertStopped(
          HuntStoppedException.Limit.TIME,
          () ->
              engine.run(
                  "Numbers | extend b = bag_pack(strcat('k', N % 50), Word) | project b"
                      + " | evaluate bag_unpack(b) | count",
                  SmallTables.ALWAYS));
    }
  }

  @Test
  void tellsItsTime_whenItAnswers() {
    try (DuckDbHuntingEngine engine =
        new DuckDbHuntingEngine(List.of(numbers(1)), SmallTables.CLOCK)) {
      assertTrue(engine.run("Numbers", SmallTables.ALWAYS).cost().running().toNanos() > 0);
    }
  }

  @Test
  void refuses_whenTheResultIsTooLarge() {
    try (DuckDbHuntingEngine engine =
        new DuckDbHuntingEngine(
            List.of(numbers(1_000)), SmallTables.CLOCK, LIMITS.resultBytes(10_000))) {
      assertStopped(
          HuntStoppedException.Limit.RESULT_SIZE, () -> engine.run("Numbers", SmallTables.ALWAYS));
      HuntingAnswer few = engine.run("Numbers | take 100", SmallTables.ALWAYS);
      assertEquals(100 * (8 + 2 * 3) - 20, few.cost().resultBytes());
    }
  }

  @Test
  void stops_whenAHuntNeedsTooMuchMemory() {
    try (DuckDbHuntingEngine engine =
        new DuckDbHuntingEngine(
            List.of(numbers(2_000_000)), SmallTables.CLOCK, LIMITS.memory(80L << 20))) {
      assertStopped(
          HuntStoppedException.Limit.RESOURCES,
          () ->
              engine.run(
                  "Numbers | extend W = strcat(Word, '-', Word, '-', Word) | sort by W asc"
                      + " | summarize dcount(W)",
                  SmallTables.ALWAYS));
    }
  }

  @Test
  void measuresWhatAHuntUses() {
    try (DuckDbHuntingEngine engine =
        new DuckDbHuntingEngine(List.of(numbers(200_000)), SmallTables.CLOCK)) {
      HuntCost cost =
          engine.run("Numbers | summarize count() by Word | take 5", SmallTables.ALWAYS).cost();
      assertEquals(200_000, cost.rowsScanned());
      assertTrue(cost.user().toNanos() > 0, cost::toString);
      assertTrue(cost.peakMemory() > 0, cost::toString);
    }
  }

  @Test
  void bringsUpNoTable_whenTheQueryIsRejected() {
    try (DuckDbHuntingEngine engine =
        new DuckDbHuntingEngine(List.of(numbers(10)), SmallTables.CLOCK)) {
      assertThrows(
          KqlRejectedException.class,
          () -> engine.run("Numbers | where Nothing == 1", SmallTables.ALWAYS));
      assertEquals(0, loads.get());
    }
  }

  private static void assertStopped(HuntStoppedException.Limit limit, Executable hunt) {
    assertEquals(limit, assertThrows(HuntStoppedException.class, hunt).limit());
  }
}
