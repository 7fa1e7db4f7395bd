package dev.huntgate.result;

import org.jspecify.annotations.Nullable;

/** The {@link Cells} of one column in the making, whatever its type. */
final class CellsBuilder {

  private final ColumnType type;
  private final LongSeriesBuilder series = new LongSeriesBuilder();
  private final @Nullable TextDictionary texts;
  private @Nullable LongSeriesBuilder nanos;

  CellsBuilder(ColumnType type) {
    this.type = type;
    this.texts =
        switch (type) {
          case STRING, DYNAMIC, GUID, TIMESPAN, DECIMAL -> new TextDictionary();
          case BOOL, INT, LONG, REAL, DATETIME -> null;
        };
  }

  ColumnType type() {
    return type;
  }

  int count() {
    return series.count();
  }

  void addNull() {
    series.addNull();
    if (nanos != null) {
      nanos.add(0);
    }
  }

  void add(long value) {
    series.add(value);
  }

  void add(long epochSecond, int nano) {
    if (epochSecond < IsoTime.MIN_SECOND || epochSecond > IsoTime.MAX_SECOND) {
      throw new IllegalArgumentException("A time beyond the years 0 to 9999");
    }
    int rest = nano % IsoTime.NANOS_A_TICK;
    if (rest != 0 && nanos == null) {
      nanos = new LongSeriesBuilder();
      for (int i = 0; i < series.count(); i++) {
        nanos.add(0);
      }
    }
    series.add(epochSecond * IsoTime.TICKS_A_SECOND + nano / IsoTime.NANOS_A_TICK);
    if (nanos != null) {
      nanos.add(rest);
    }
  }

  void add(byte[] text, int offset, int length) {
    if (texts == null) {
      throw new IllegalStateException("No text in a column of " + type);
    }
    series.add(texts.number(text, offset, length));
  }

  Cells build() {
    LongSeries values = series.build();
    LongSeries rest = nanos == null ? null : nanos.build();
    TextArena arena = texts == null ? null : texts.build();
    return cells(type, values, rest, arena);
  }

  /**
   * The cells of a type.
   *
   * @param nanos for DATETIME, where there is a need for them
   * @param texts for the types that are kept as text
   */
  static Cells cells(
      ColumnType type, LongSeries series, @Nullable LongSeries nanos, @Nullable TextArena texts) {
    if (texts == null) {
      return switch (type) {
        case BOOL -> new BoolCells(series);
        case INT, LONG -> new IntegerCells(series);
        case REAL -> new RealCells(series);
        case DATETIME -> new TimeCells(series, nanos);
        default -> throw new IllegalArgumentException("No texts for a column of " + type);
      };
    }
    return switch (type) {
      case STRING -> new StringCells(series, texts);
      case DYNAMIC -> new DynamicCells(series, texts);
      case GUID -> new GuidCells(series, texts);
      case TIMESPAN -> new TimespanCells(series, texts);
      case DECIMAL -> new DecimalCells(series, texts);
      default -> throw new IllegalArgumentException("Texts for a column of " + type);
    };
  }
}
