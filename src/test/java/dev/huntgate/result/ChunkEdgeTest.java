package dev.huntgate.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkEdgeTest {

  @Test
  void keepsNulls_whereverTheyStandAmongFullChunks() {
    int rows = 3 * PackedLongs.MAX_COUNT + 5;
    for (int edge = PackedLongs.MAX_COUNT - 1; edge <= PackedLongs.MAX_COUNT + 1; edge++) {
      ResultBuilder builder = new ResultBuilder(List.of(new Column("n", ColumnType.LONG)));
      for (int row = 0; row < rows; row++) {
        builder.add(new Object[] {row % edge == 0 ? null : Long.valueOf(row)});
      }

      Result result = builder.build();

      for (int row = 0; row < rows; row++) {
        assertEquals(row % edge == 0 ? null : Long.valueOf(row), result.row(row).get(0));
      }
    }
  }
}
