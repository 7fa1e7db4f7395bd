package dev.huntgate.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.result.RandomResults.Pair;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultJoinerTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void joinsWhatWasCut(long seed) {
    Random random = new Random(seed);
    Pair pair = new RandomResults(seed).next(random.nextInt(20_000));
    ResultJoiner joiner = new ResultJoiner(pair.result().columns());
    for (int from = 0, to; from < pair.rows().size(); from = to) {
      to = Math.min(pair.rows().size(), from + 1 + random.nextInt(5_000));
      Result cut = ResultJoiner.cut(pair.result(), from, to);
      assertEquals(pair.rows().subList(from, to), RowsPropertyTest.rows(cut.rows()));
      joiner.add(cut);
    }

    Result joined = joiner.build();

    assertEquals(pair.result().columns(), joined.columns());
    assertEquals(pair.rows(), RowsPropertyTest.rows(joined.rows()));
    assertTrue(
        joined.bytes() <= pair.result().bytes() * 1.1 + 1_000,
        joined.bytes() + " bytes, not " + pair.result().bytes());
  }

  @Test
  void refusesOtherColumns() {
    ResultJoiner joiner = new ResultJoiner(List.of(new Column("a", ColumnType.LONG)));
    Result other = new ResultBuilder(List.of(new Column("a", ColumnType.INT))).build();

    assertThrows(IllegalArgumentException.class, () -> joiner.add(other));
  }

  @Test
  void isAResult_ofWhichOnlyAPartIsThere() {
    Pair pair = new RandomResults(11).next(100);
    Result part = Result.part(ResultJoiner.cut(pair.result(), 40, 60), 40, 100);

    assertFalse(part.isWhole());
    assertEquals(100, part.rowCount());
    assertEquals(100, part.rows().size());
    for (int row = 40; row < 60; row++) {
      assertEquals(pair.rows().get(row), part.row(row));
      assertEquals(
          pair.result().rows().project(List.of("#1")).row(row),
          part.rows().project(List.of("#1")).row(row));
    }
    for (int row : new int[] {-1, 0, 39, 60, 99, 100}) {
      assertThrows(IndexOutOfBoundsException.class, () -> part.row(row));
    }
  }

  @Test
  void takesNoPartForTheWhole() {
    Result rows = new RandomResults(12).next(10).result();
    Result part = Result.part(rows, 5, 20);
    Rows all = part.rows();
    List<Condition> filter = List.of(Condition.of("LONG", Operator.IS_NULL));
    List<Order> orders = List.of(Order.ascending("LONG"));

    assertThrows(IllegalStateException.class, () -> all.filter(filter));
    assertThrows(IllegalStateException.class, () -> all.orderBy(orders));
    assertThrows(IllegalStateException.class, () -> all.summary("LONG", 1));
    assertThrows(IllegalStateException.class, () -> ResultCodec.encode(part));
    assertThrows(IllegalStateException.class, () -> ResultJoiner.cut(part, 5, 6));
    assertThrows(IllegalArgumentException.class, () -> Result.part(rows, 11, 20));
    assertThrows(IllegalArgumentException.class, () -> Result.part(rows, -1, 20));
    assertTrue(Result.part(rows, 0, 10).isWhole());
  }
}
