package dev.huntgate.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

  private static final int PIECE = 64 * 1024;

  @ParameterizedTest
  @CsvSource({"0, 0, 10", "0, 1, 10", "0, 5000, 100", "17, 4000, 1000", "3, 3, 50"})
  void togetherAreTheFile(int from, int to, int rowBytes) {
    CountedRows rows = new CountedRows(rowBytes);

    List<byte[]> pieces = all(new Pieces(rows, from, to, false));

    assertEquals(rows.file(from, to), new String(joined(pieces), StandardCharsets.UTF_8));
    pieces.forEach(piece -> assertTrue(piece.length < PIECE + rowBytes + CountedRows.HEAD_BYTES));
    assertEquals(to - from, rows.written());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20_000})
  void togetherAreTheFile_whenCompressed(int to) throws IOException {
    CountedRows rows = new CountedRows(100);

    byte[] squeezed = joined(all(new Pieces(rows, 0, to, true)));

    byte[] file = new GZIPInputStream(new ByteArrayInputStream(squeezed)).readAllBytes();
    assertArrayEquals(rows.file(0, to).getBytes(StandardCharsets.UTF_8), file);
    assertTrue(to < 20_000 || squeezed.length < file.length / 4);
  }

  @Test
  void makesOnlyWhatIsAskedFor() {
    CountedRows rows = new CountedRows(1_000);
    Pieces pieces = new Pieces(rows, 0, 100_000, false);

    pieces.next();
    assertEquals(66, rows.written());
    pieces.next();
    assertEquals(132, rows.written());
  }

  @Test
  void endsAndFreesWhatItHolds_whenClosed() {
    CountedRows rows = new CountedRows(1_000);
    Pieces pieces = new Pieces(rows, 0, 100_000, true);
    pieces.next();
    int written = rows.written();

    pieces.close();

    assertNull(pieces.next());
    assertEquals(written, rows.written());
  }

  @Test
  void carriesARow_thatIsLargerThanAPiece() {
    CountedRows rows = new CountedRows(300_000);

    List<byte[]> pieces = all(new Pieces(rows, 0, 2, false));

    assertEquals(2, pieces.size());
  }

  @Test
  void failsAsTheRowsDo() {
    RowWriter broken =
        new CountedRows(10) {
          @Override
          public void row(int index, dev.huntgate.result.Utf8Buffer out) {
            throw new IllegalStateException("broken");
          }
        };

    assertThrows(IllegalStateException.class, () -> new Pieces(broken, 0, 2, false).next());
  }

  private static List<byte[]> all(Pieces pieces) {
    List<byte[]> all = new ArrayList<>();
    for (byte[] piece = pieces.next(); piece != null; piece = pieces.next()) {
      all.add(piece);
    }
    pieces.close();
    return all;
  }

  private static byte[] joined(List<byte[]> pieces) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    pieces.forEach(joined::writeBytes);
    return joined.toByteArray();
  }
}
