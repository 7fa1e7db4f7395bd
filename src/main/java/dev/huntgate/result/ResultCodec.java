package dev.huntgate.result;

import static dev.huntgate.result.EncodedReader.check;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Encodes results for a wire or a shared store: packed as they are in memory, texts compressed.
 *
 * <p>Bytes begin with {@code HGR} and the version, and end with the CRC-32C of all before it. That
 * finds damage, not forgery: where others may write to a store, what it gives has to be sealed.
 */
public final class ResultCodec {

  private static final int MAGIC = 'H' | 'G' << 8 | 'R' << 16;
  private static final int VERSION = 1;
  private static final int HEAD_BYTES = 4;
  private static final int CHECK_BYTES = 8;
  private static final int LEAST_COLUMN_BYTES = 3;
  private static final ColumnType[] TYPES = ColumnType.values();

  private ResultCodec() {}

  /** A result as bytes. */
  public static byte[] encode(Result result) {
    result.requireWhole();
    Utf8Buffer bytes = new Utf8Buffer((int) Math.min(1 << 26, result.bytes() / 2 + 256));
    try (EncodedWriter out = new EncodedWriter(bytes)) {
      for (int i = 0; i < HEAD_BYTES; i++) {
        out.octet((MAGIC | VERSION << 24) >>> 8 * i);
      }
      out.varint(result.rowCount());
      out.varint(result.columns().size());
      for (Column column : result.columns()) {
        out.text(column.name());
        out.octet(column.type().ordinal());
      }
      for (int i = 0; i < result.columns().size(); i++) {
        write(result.cells(i), out);
      }
      out.fixed(crc(bytes.array(), bytes.size()));
    }
    return bytes.toByteArray();
  }

  /**
   * The result of which these are the bytes.
   *
   * @throws UnreadableResultException when they are not such as {@link #encode} makes
   */
  public static Result decode(byte[] bytes) throws UnreadableResultException {
    int end = bytes.length - CHECK_BYTES;
    if (end < HEAD_BYTES || head(bytes, 3) != MAGIC) {
      throw new UnreadableResultException("These bytes are no encoded result");
    }
    if (bytes[3] != VERSION) {
      throw new UnreadableResultException(
          "The encoded result has version " + bytes[3] + ", not " + VERSION);
    }
    check((long) Utf8.LONGS.get(bytes, end) == crc(bytes, end), "its check sum does not match");

    EncodedReader in = new EncodedReader(bytes, HEAD_BYTES, end);
    long rowCount = in.varint();
    List<Column> columns = new ArrayList<>();
    int columnCount = in.count(LEAST_COLUMN_BYTES - 1);
    for (int i = 0; i < columnCount; i++) {
      String name = in.text();
      int type = in.octet();
      check(type < TYPES.length, "a column has an unknown type");
      columns.add(new Column(name, TYPES[type]));
    }
    check(rowCount >= 0 && rowCount <= Integer.MAX_VALUE, "there are too many rows");
    Cells[] cells = new Cells[columnCount];
    for (int i = 0; i < columnCount; i++) {
      cells[i] = read(columns.get(i).type(), (int) rowCount, in);
    }
    check(in.left() == 0, "something follows it");
    return new Result(columns, cells, (int) rowCount);
  }

  private static void write(Cells cells, EncodedWriter out) {
    SeriesCodec.write(cells.series(), out);
    if (cells instanceof TimeCells times) {
      LongSeries nanos = times.nanos();
      out.octet(nanos == null ? 0 : 1);
      if (nanos != null) {
        SeriesCodec.write(nanos, out);
      }
    } else if (cells instanceof TextCells texts) {
      ArenaCodec.write(texts.texts(), out);
    }
  }

  private static Cells read(ColumnType type, int rowCount, EncodedReader in)
      throws UnreadableResultException {
    LongSeries series = SeriesCodec.read(in);
    check(series.count() == rowCount, "a column has another number of rows");
    return switch (type) {
      case STRING, DYNAMIC, GUID, TIMESPAN, DECIMAL -> {
        TextArena texts = ArenaCodec.read(in);
        checkRange(series, 0, texts.count() - 1L, "a cell has a text that is not there");
        check(type != ColumnType.GUID || GuidCells.arePacked(texts), "a GUID is badly packed");
        yield CellsBuilder.cells(type, series, null, texts);
      }
      case DATETIME -> {
        LongSeries nanos = in.octet() == 0 ? null : SeriesCodec.read(in);
        checkTimes(series, nanos);
        yield CellsBuilder.cells(type, series, nanos, null);
      }
      case BOOL, INT, LONG, REAL -> CellsBuilder.cells(type, series, null, null);
    };
  }

  private static void checkTimes(LongSeries ticks, @Nullable LongSeries nanos)
      throws UnreadableResultException {
    checkRange(
        ticks,
        IsoTime.MIN_SECOND * IsoTime.TICKS_A_SECOND,
        IsoTime.MAX_SECOND * IsoTime.TICKS_A_SECOND + IsoTime.TICKS_A_SECOND - 1,
        "a time is beyond the years 0 to 9999");
    if (nanos != null) {
      check(nanos.count() == ticks.count(), "times lack their nanoseconds");
      checkRange(nanos, 0, IsoTime.NANOS_A_TICK - 1, "a time has bad nanoseconds");
    }
  }

  private static void checkRange(LongSeries series, long min, long max, String what)
      throws UnreadableResultException {
    for (int row = 0; row < series.count(); row++) {
      long value = series.get(row);
      check((value >= min && value <= max) || series.isNull(row), what);
    }
  }

  private static int head(byte[] bytes, int length) {
    int head = 0;
    for (int i = 0; i < length; i++) {
      head |= (bytes[i] & 0xFF) << 8 * i;
    }
    return head;
  }

  private static long crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }
}
