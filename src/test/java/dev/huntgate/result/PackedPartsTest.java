package dev.huntgate.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedPartsTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void packsNumbersOfAnyWidthExactly(long seed) {
    Random random = new Random(seed);
    for (int width = 0; width <= 64; width++) {
      long mask = width == 64 ? -1 : (1L << width) - 1;
      long base = random.nextLong() >> random.nextInt(64);
      long step = random.nextInt(3) == 0 ? 1_000 : 1;
      long slope = random.nextInt(3) == 0 ? random.nextInt(100_000) : 0;
      int count = 1 + random.nextInt(PackedLongs.MAX_COUNT);
      long[] values =
          IntStream.range(0, count)
              .mapToLong(i -> base + slope * i + step * (random.nextLong() & mask))
              .toArray();

      PackedLongs packed = Packing.pack(values, count);

      for (int i = 0; i < count; i++) {
        assertEquals(values[i], packed.get(i), "width " + width);
      }
    }
  }

  @Test
  void takesNextToNothing_forConstantsRunsAndNulls() {
    assertTrue(bytesOf(ColumnType.STRING, row -> "always the same") < 3_000);
    assertTrue(bytesOf(ColumnType.STRING, row -> null) < 3_000);
    assertTrue(bytesOf(ColumnType.LONG, row -> 1_000_000L + 3 * row) < 3_000);
    assertTrue(bytesOf(ColumnType.REAL, row -> 1.5) < 3_000);
    assertTrue(bytesOf(ColumnType.BOOL, row -> row % 2 == 0) < 17_000);
  }

  @Test
  void keepsTextsOnce_whenTheyRepeat_andNoNumbersForThem_whenNoneDoes() {
    long many = bytesOf(ColumnType.STRING, row -> "text " + row * 7919 % 1_000);
    long unique = bytesOf(ColumnType.STRING, row -> "%010d".formatted(row));

    assertTrue(many < 100_000 * 10 / 8 + 20_000, "many " + many);
    assertTrue(unique < 100_000 * 10 + 16 * 1_024 * 4, "unique " + unique);
  }

  @Test
  void keepsGuidsInSixteenBytes() {
    Random random = new Random(5);
    long bytes =
        bytesOf(
            ColumnType.GUID,
            row -> new java.util.UUID(random.nextLong(), random.nextLong()).toString());

    assertTrue(bytes < 100_000 * 17, "bytes " + bytes);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14})
  void sortsStably(long seed) {
    Random random = new Random(seed);
    for (int bits = 0; bits <= 64; bits += 4) {
      int shift = bits == 0 ? 63 : 64 - bits;
      long[] keys = random.longs(random.nextInt(500)).map(key -> key >> shift).toArray();
      int[] items = IntStream.range(0, keys.length).toArray();
      boolean descending = random.nextBoolean();
      List<Integer> expected =
          Arrays.stream(items)
              .boxed()
              .sorted(
                  (a, b) ->
                      descending ? Long.compare(keys[b], keys[a]) : Long.compare(keys[a], keys[b]))
              .toList();

      RadixSort.sort(items, keys.clone(), descending);

      assertEquals(expected, Arrays.stream(items).boxed().toList());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  void writesNumbersAsJavaDoes(long seed) {
    Random random = new Random(seed);
    Utf8Buffer out = new Utf8Buffer(0);
    LongStream.concat(
            LongStream.of(0, 9, 10, -10, Long.MAX_VALUE, Long.MIN_VALUE, 999_999_999_999_999_999L),
            random.longs(2_000).map(value -> value >> random.nextInt(64)))
        .forEach(
            value -> {
              out.clear();
              out.number(value);
              assertEquals(Long.toString(value), out.toString());
            });
    for (int i = 0; i < 20_000; i++) {
      double value =
          i % 2 == 0
              ? random.nextGaussian() * Math.pow(10, random.nextInt(12) - 4)
              : random.nextInt() / Math.pow(10, random.nextInt(9));
      out.clear();
      Decimals.write(value, out);
      assertEquals(value, Double.parseDouble(out.toString()));
      assertTrue(out.size() <= Double.toString(value).length(), out + " is " + value);
    }
  }

  @Test
  void refusesValuesThatDoNotGoWithTheColumn() {
    ResultBuilder builder = new ResultBuilder(List.of(new Column("a", ColumnType.LONG)));

    assertThrows(IllegalStateException.class, () -> builder.setText(0, "text"));
    assertThrows(IllegalArgumentException.class, () -> builder.add(new Object[2]));
    builder.setLong(0, 1);
    assertThrows(IllegalStateException.class, () -> builder.setLong(0, 2));
    ResultBuilder times = new ResultBuilder(List.of(new Column("a", ColumnType.DATETIME)));
    assertThrows(IllegalArgumentException.class, () -> times.setTime(0, Long.MAX_VALUE / 2, 0));
  }

  private interface Values {
    Object at(long row);
  }

  private static long bytesOf(ColumnType type, Values values) {
    ResultBuilder builder = new ResultBuilder(List.of(new Column("a", type)));
    for (int row = 0; row < 100_000; row++) {
      builder.add(new Object[] {values.at(row)});
    }
    return builder.build().bytes();
  }
}
