package dev.huntgate.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.huntgate.result.RandomResults.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsPropertyTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void givesBackWhatWasPutIn(long seed) {
    Random random = new Random(seed);
    Pair pair = new RandomResults(seed).next(random.nextInt(300));

    assertEquals(pair.rows(), rows(pair.result().rows()));
  }

  @Test
  void givesBackWhatWasPutIn_whenThereAreManyChunks() {
    Pair pair = new RandomResults(9).next(30_000);

    assertEquals(pair.rows(), rows(pair.result().rows()));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void sortsLikeAList(long seed) {
    Random random = new Random(seed);
    Pair pair = new RandomResults(seed).next(1 + random.nextInt(600));
    NaiveRows naive = new NaiveRows(pair.result().columns(), pair.rows());

    for (int i = 0; i < 20; i++) {
      List<Order> orders = orders(random, pair.result().columns().size());
      assertEquals(
          naive.orderBy(orders).rows(),
          rows(pair.result().rows().orderBy(orders)),
          orders.toString());
    }
  }

  @Test
  void sortsLikeAList_whenThereAreManyRows() {
    Pair pair = new RandomResults(21).next(20_000);
    NaiveRows naive = new NaiveRows(pair.result().columns(), pair.rows());

    for (int place = 1; place <= pair.result().columns().size(); place++) {
      List<Order> orders = List.of(Order.descending("#" + place), Order.ascending("INT"));
      assertEquals(
          naive.orderBy(orders).rows(), rows(pair.result().rows().orderBy(orders)), "#" + place);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38, 39, 40})
  void filtersLikeAList_alsoWhenInOrder(long seed) {
    Random random = new Random(seed);
    RandomResults results = new RandomResults(seed);
    Pair pair = results.next(1 + random.nextInt(300));
    NaiveRows naive = new NaiveRows(pair.result().columns(), pair.rows());

    for (int i = 0; i < 150; i++) {
      List<Condition> conditions = new ArrayList<>();
      for (int count = random.nextInt(3); count >= 0; count--) {
        conditions.add(condition(random, results, pair.result().columns()));
      }
      List<Order> orders = orders(random, pair.result().columns().size());
      assertEquals(
          naive.filter(conditions).rows(),
          rows(pair.result().rows().filter(conditions)),
          conditions.toString());
      assertEquals(
          naive.orderBy(orders).filter(conditions).rows(),
          rows(pair.result().rows().orderBy(orders).filter(conditions)));
      assertEquals(
          naive.filter(conditions).orderBy(orders).rows(),
          rows(pair.result().rows().filter(conditions).orderBy(orders)));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {41, 42, 43, 44, 45})
  void summarisesLikeAList(long seed) {
    Random random = new Random(seed);
    Pair pair = new RandomResults(seed).next(random.nextInt(2_000));
    List<Condition> conditions = List.of(Condition.of("INT", Operator.GE, -2L));
    Rows some = pair.result().rows().filter(conditions);
    NaiveRows naive = new NaiveRows(pair.result().columns(), pair.rows()).filter(conditions);

    for (int place = 0; place < pair.result().columns().size(); place++) {
      TreeMap<Object, Integer> counts = naive.counts(place);
      Summary summary = some.summary("#" + (place + 1), 7);

      assertEquals(naive.rows().size(), summary.rowCount());
      assertEquals(
          summary.rowCount() - counts.values().stream().mapToInt(Integer::intValue).sum(),
          summary.nullCount());
      assertEquals(counts.size(), summary.distinctCount());
      assertEquals(
          counts.entrySet().stream()
              .sorted(Map.Entry.<Object, Integer>comparingByValue().reversed())
              .limit(7)
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .toList(),
          summary.top().stream().map(top -> top.value() + " " + top.count()).toList());
      counts.keySet().removeIf(value -> value.equals(Double.NaN));
      if (counts.isEmpty()) {
        assertNull(summary.min());
        assertNull(summary.max());
      } else {
        assertEquals(counts.firstKey(), summary.min());
        assertEquals(0, naive.compare(place, counts.lastKey(), summary.max()));
      }
    }
  }

  private static List<Order> orders(Random random, int columns) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(
            i ->
                new Order(
                    "#" + (1 + random.nextInt(columns)),
                    random.nextBoolean(),
                    random.nextBoolean() ? Nulls.FIRST : Nulls.LAST))
        .toList();
  }

  private static Condition condition(Random random, RandomResults results, List<Column> columns) {
    int place = random.nextInt(columns.size());
    ColumnType type = columns.get(place).type();
    String column = "#" + (place + 1);
    if (random.nextInt(10) == 0 || type == ColumnType.DYNAMIC) {
      return Condition.of(column, random.nextBoolean() ? Operator.IS_NULL : Operator.IS_NOT_NULL);
    }
    if (type == ColumnType.STRING && random.nextInt(3) > 0) {
      Operator[] operators = {Operator.CONTAINS, Operator.NOT_CONTAINS, Operator.STARTS_WITH};
      Operator operator = operators[random.nextInt(3)];
      String text = (String) results.value(type, -1);
      int from = random.nextInt(text.length() + 1);
      String part = text.substring(from, from + random.nextInt(text.length() - from + 1));
      Condition condition = Condition.of(column, operator, isWellFormed(part) ? part : text);
      return random.nextBoolean() ? condition.ignoringCase() : condition;
    }
    Operator[] operators = {
      Operator.EQ,
      Operator.NE,
      Operator.LT,
      Operator.LE,
      Operator.GT,
      Operator.GE,
      Operator.IN,
      Operator.NOT_IN
    };
    Operator operator = operators[random.nextInt(operators.length)];
    int count = operator.takesMany() ? random.nextInt(5) : 1;
    List<@Nullable Object> values = new ArrayList<>();
    while (values.size() < count) {
      Object value = results.value(type, -1);
      if (!value.equals("not one")) {
        values.add(type == ColumnType.DATETIME ? value.toString() : value);
      }
    }
    boolean ignoreCase = type == ColumnType.STRING && !operator.isOrder() && random.nextBoolean();
    return new Condition(column, operator, values, ignoreCase);
  }

  /* Half a surrogate pair is found in the whole one by chars, but not by code points. */
  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }

  static List<List<@Nullable Object>> rows(Rows rows) {
    return IntStream.range(0, rows.size()).mapToObj(rows::row).toList();
  }
}
