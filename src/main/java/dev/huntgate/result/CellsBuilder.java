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
    addTicks(
        epochSecond * IsoTime.TICKS_A_SECOND + nano / IsoTime.NANOS_A_TICK,
        nano % IsoTime.NANOS_A_TICK);
  }

  void add(byte[] text, int offset, int length) {
    if (texts == null) {
      throw new IllegalStateException("No text in a column of " + type);
    }
    series.add(texts.number(text, offset, length));
  }

  /** Adds the values of some rows of another column of this type. */
  void addAll(Cells other, int from, int to) {
    Adding adding = adding(other);
    for (int row = from; row < to; row++) {
      if (other.isNull(row)) {
        addNull();
      } else {
        adding.add(row);
      }
    }
  }

  Cells build() {
    LongSeries values = series.build();
    LongSeries rest = nanos == null ? null : nanos.build();
    TextArena arena = texts == null ? null : texts.build();
    return cells(type, values, rest, arena);
  }

  private interface Adding {
    void add(int row);
  }

  private Adding adding(Cells other) {
    LongSeries values = other.series();
    if (other instanceof TextCells others && texts != null) {
      return addingTexts(others, texts);
    }
    LongSeries rest = other instanceof TimeCells times ? times.nanos() : null;
    return row -> addTicks(values.get(row), rest == null ? 0 : (int) rest.get(row));
  }

  /* A text is looked for once, however many rows have it. */
  private Adding addingTexts(TextCells others, TextDictionary mine) {
    TextArena arena = others.texts();
    int[] known = new int[arena.count()];
    return row -> {
      int text = others.number(row);
      if (known[text] == 0) {
        long start = arena.start(text);
        byte[] block = arena.block(start);
        int length = arena.length(text, start);
        known[text] = mine.number(block, TextArena.offset(start), length) + 1;
      }
      series.add(known[text] - 1);
    };
  }

  /* Other numbers than times have no rest. */
  private void addTicks(long ticks, int rest) {
    if (rest != 0 && nanos == null) {
      nanos = new LongSeriesBuilder();
      for (int i = 0; i < series.count(); i++) {
        nanos.add(0);
      }
    }
    series.add(ticks);
    if (nanos != null) {
      nanos.add(rest);
    }
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
