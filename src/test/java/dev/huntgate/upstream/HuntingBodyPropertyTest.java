package dev.huntgate.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.result.ColumnType;
import dev.huntgate.result.Result;
import dev.huntgate.upstream.OddValues.Odd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuntingBodyPropertyTest {

  private static final Map<ColumnType, String> TYPES =
      Map.of(
          ColumnType.BOOL, "SByte",
          ColumnType.INT, "Int32",
          ColumnType.LONG, "Int64",
          ColumnType.REAL, "Double",
          ColumnType.DECIMAL, "SqlDecimal",
          ColumnType.STRING, "String",
          ColumnType.DATETIME, "DateTime",
          ColumnType.TIMESPAN, "TimeSpan",
          ColumnType.GUID, "Guid",
          ColumnType.DYNAMIC, "Object");
  private static final String[] NAMES = {"A", "A", "A", "", "a b", "ä", "\\\"q\\\"", "B"};
  private static final String[] OTHERS = {
    "\"unknown\":5",
    "\"unknown\":{\"A\":[1,{}]}",
    "\"A@odata.type\":\"#Int64\"",
    "\"A@odata.x\":{\"y\":[1]}",
  };

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void readsWhatWasWritten_howeverOdd(long seed) throws IOException {
    Random random = new Random(seed);
    OddValues values = new OddValues(random);
    List<String> names = new ArrayList<>();
    List<ColumnType> types = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      names.add(i < 10 ? NAMES[random.nextInt(NAMES.length)] : "C" + i);
      types.add(i < 10 ? ColumnType.values()[i] : ColumnType.values()[random.nextInt(10)]);
    }
    List<List<@Nullable Object>> expected = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < 300; row++) {
      @Nullable Object[] read = new @Nullable Object[types.size()];
      rows.add(row(random, values, names, types, read));
      expected.add(Arrays.asList(read));
    }
    String results = "\"results\":[" + String.join(",", rows) + "]";
    String schema = schema(names, types);
    String body = random.nextBoolean() ? schema + "," + results : results + ", " + schema;

    Result result = read("{" + body + "}", random);

    assertEquals(expected, IntStream.range(0, result.rowCount()).mapToObj(result::row).toList());
  }

  private static String row(
      Random random,
      OddValues values,
      List<String> names,
      List<ColumnType> types,
      @Nullable Object[] read) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, types.size()).boxed().toList());
    if (random.nextInt(3) == 0) {
      Collections.shuffle(order, random);
    }
    List<String> members = new ArrayList<>();
    boolean[] filled = new boolean[types.size()];
    for (int at : order) {
      if (random.nextInt(10) == 0) {
        members.add(OTHERS[random.nextInt(OTHERS.length)]);
      }
      if (random.nextInt(15) > 0) {
        String name = names.get(at);
        int place =
            IntStream.range(0, filled.length)
                .filter(i -> names.get(i).equals(name) && !filled[i])
                .findFirst()
                .orElseThrow();
        Odd odd = values.next(types.get(place));
        filled[place] = true;
        read[place] = odd.value();
        members.add("\"" + name + "\": " + odd.json());
      }
    }
    return "{" + String.join(",", members) + "}";
  }

  private static String schema(List<String> names, List<ColumnType> types) {
    return "\"schema\":["
        + String.join(
            ",",
            IntStream.range(0, types.size())
                .mapToObj(
                    i ->
                        "{\"name\":\"%s\",\"type\":\"%s\"}"
                            .formatted(names.get(i), TYPES.get(types.get(i))))
                .toList())
        + "]";
  }

  private static Result read(String body, Random random) throws IOException {
    HuntingBody reader = new HuntingBody();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < bytes.length; ) {
      int to = Math.min(bytes.length, from + 1 + random.nextInt(2_000));
      reader.feed(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
    return reader.finish().result();
  }
}
