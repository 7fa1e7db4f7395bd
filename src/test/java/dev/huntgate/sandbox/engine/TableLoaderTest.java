package dev.huntgate.sandbox.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out of the engine is what the table gave, whichever way each column took. */
class TableLoaderTest {

  private static final List<HuntingColumn> COLUMNS =
      SmallTables.columns(
          "Moment:DATETIME",
          "Few:STRING",
          "Many:STRING",
          "Constant:STRING",
          "Missing:LONG",
          "Number:LONG",
          "Small:INT",
          "Real:REAL",
          "Flag:BOOL",
          "Bag:DYNAMIC",
          "Id:GUID",
          "Unique:DYNAMIC",
          "Late:STRING");

  private static Object[] row(SplittableRandom random, int number) {
    boolean gap = random.nextInt(5) == 0;
    return new Object[] {
      gap
          ? null
          : SmallTables.NOW.minus(Duration.ofSeconds(random.nextInt(1_000_000))).plusNanos(7_000),
      "it's \"few\" \\ Größe " + random.nextInt(9),
      "many 'ünique' " + random.nextLong(),
      "constant 'one'",
      null,
      gap ? null : random.nextLong(),
      gap ? null : random.nextInt(),
      gap ? null : random.nextDouble(),
      gap ? null : random.nextBoolean(),
      gap ? null : "{\"a\":" + random.nextInt(3) + "}",
      gap ? null : "0f5b8c1e-0000-4000-8000-00000000000" + random.nextInt(10),
      gap ? null : "[" + random.nextInt() + "]",
      number == TableLoader.BATCH + 3 ? "late" : ""
    };
  }

  private static List<Object[]> rows(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row(random, i));
    }
    return rows;
  }

  @ParameterizedTest(name = "{0} rows of seed 11")
  @ValueSource(ints = {0, 1, 2_047, 2_049, TableLoader.BATCH, TableLoader.BATCH + 2_100})
  void bringsEveryValueAcross_inTheOrderGiven(int count) {
    List<Object[]> given = rows(11, count);
    HuntingTable table = new HuntingTable("Given", COLUMNS, given::stream);
    try (DuckDbHuntingEngine engine = new DuckDbHuntingEngine(List.of(table), SmallTables.CLOCK)) {
      TimeRange always = new TimeRange(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
      List<Object[]> found = engine.run("Given", always).rows();
      assertEquals(given.size(), found.size());
      for (int i = 0; i < count; i++) {
        assertArrayEquals(given.get(i), found.get(i));
      }
    }
  }
}
