package dev.huntgate.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.result.RandomResults.Pair;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultCodecTest {

  private static final int CHECK_BYTES = 8;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void decodesWhatItEncoded(long seed) throws UnreadableResultException {
    Pair pair = new RandomResults(seed).next(new Random(seed).nextInt(6_000));
    byte[] bytes = ResultCodec.encode(pair.result());

    Result decoded = ResultCodec.decode(bytes);

    assertEquals(pair.result().columns(), decoded.columns());
    assertEquals(pair.rows(), RowsPropertyTest.rows(decoded.rows()));
    assertEquals(pair.result().bytes(), decoded.bytes());
    assertArrayEquals(bytes, ResultCodec.encode(decoded));
  }

  @Test
  void decodesWhatItEncoded_whenThereIsNothing() throws UnreadableResultException {
    Result empty = ResultCodec.decode(ResultCodec.encode(new ResultBuilder(List.of()).build()));

    assertEquals(0, empty.rowCount());
    assertEquals(List.of(), empty.columns());
  }

  @Test
  void decodesTexts_thatFillBlocksOrAreLongerThanOne() throws UnreadableResultException {
    ResultBuilder builder = new ResultBuilder(List.of(new Column("a", ColumnType.STRING)));
    int[] lengths = {0, 100_000, 300_000, 0, 262_144, 262_143, 1, 0, 1, 1_000_000, 5};
    for (int length : lengths) {
      builder.add(new Object[] {(char) ('a' + length % 26) + "x".repeat(length)});
    }
    Result result = builder.build();

    Result decoded = ResultCodec.decode(ResultCodec.encode(result));

    for (int row = 0; row < lengths.length; row++) {
      String expected = (char) ('a' + lengths[row] % 26) + "x".repeat(lengths[row]);
      assertEquals(List.of(expected), result.row(row));
      assertEquals(List.of(expected), decoded.row(row));
    }
  }

  @Test
  void refusesEveryTruncation() {
    byte[] bytes = ResultCodec.encode(new RandomResults(20).next(50).result());

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(UnreadableResultException.class, () -> ResultCodec.decode(cut));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  void refusesDamage(long seed) {
    Random random = new Random(seed);
    byte[] bytes = ResultCodec.encode(new RandomResults(seed).next(200).result());

    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = bytes.clone();
      for (int count = 0; count <= random.nextInt(3); count++) {
        damaged[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      }
      if (!Arrays.equals(bytes, damaged)) {
        assertThrows(UnreadableResultException.class, () -> ResultCodec.decode(damaged));
      }
    }
  }

  /* Whoever makes up bytes can make the check sum fit; that must neither take memory nor hang. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33})
  void refusesOrReads_butNeverBreaks_whenTheCheckSumFitsTheDamage(long seed) {
    Random random = new Random(seed);
    byte[] bytes = ResultCodec.encode(new RandomResults(seed).next(100).result());
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = bytes.clone();
      int at = 4 + random.nextInt(bytes.length - 4 - CHECK_BYTES);
      int run = Math.min(1 + random.nextInt(9), bytes.length - CHECK_BYTES - at);
      for (int byteOfRun = 0; byteOfRun < run; byteOfRun++) {
        damaged[at + byteOfRun] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
      }
      fitCheckSum(damaged);
      try {
        Result decoded = ResultCodec.decode(damaged);
        assertTrue(decoded.bytes() < 1_000_000);
      } catch (UnreadableResultException expected) {
        refused++;
      }
    }
    assertTrue(refused > 500, "refused " + refused);
  }

  @Test
  void refusesForeignBytesAndOtherVersions() {
    byte[] other = ResultCodec.encode(new RandomResults(40).next(5).result());
    other[3] = 2;
    fitCheckSum(other);
    byte[] foreign = new byte[1_000];
    new Random(41).nextBytes(foreign);

    assertThrows(UnreadableResultException.class, () -> ResultCodec.decode(foreign));
    UnreadableResultException refusal =
        assertThrows(UnreadableResultException.class, () -> ResultCodec.decode(other));
    assertTrue(refusal.getMessage().contains("version 2"));
  }

  private static void fitCheckSum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length - CHECK_BYTES);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(bytes.length - CHECK_BYTES, crc.getValue());
  }
}
