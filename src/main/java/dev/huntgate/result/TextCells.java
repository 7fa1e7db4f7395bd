package dev.huntgate.result;

import java.util.function.IntPredicate;

/** The values of a column that is kept as text: for each row the number of its text. */
abstract sealed class TextCells extends Cells
    permits StringCells, DynamicCells, GuidCells, TimespanCells, DecimalCells {

  private static final int FIELD_BYTES = 8;

  private final LongSeries numbers;
  private final TextArena texts;

  TextCells(LongSeries numbers, TextArena texts) {
    this.numbers = numbers;
    this.texts = texts;
  }

  /** Orders texts; equal ones may come in any order. */
  abstract void sort(int[] textNumbers);

  /** Whether two texts stand for the same value. */
  abstract boolean isSame(int one, int other);

  /** Tells the texts that meet a condition. */
  abstract IntPredicate testTexts(Condition condition, Arguments arguments);

  @Override
  final boolean isNull(int row) {
    return numbers.isNull(row);
  }

  @Override
  final long[] keys(int[] rows) {
    int[] wanted = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      wanted[i] = (int) numbers.get(rows[i]);
    }
    return Ranks.of(wanted, this);
  }

  /** Each text is looked at once, however many rows have it. */
  @Override
  final IntPredicate test(Condition condition, Arguments arguments) {
    IntPredicate test = testTexts(condition, arguments);
    byte[] known = new byte[texts.count()];
    return row -> {
      int text = (int) numbers.get(row);
      if (known[text] == 0) {
        known[text] = (byte) (test.test(text) ? 1 : -1);
      }
      return known[text] > 0;
    };
  }

  @Override
  final LongSeries series() {
    return numbers;
  }

  @Override
  final long bytes() {
    return Footprint.object(FIELD_BYTES) + numbers.bytes() + texts.bytes();
  }

  final TextArena texts() {
    return texts;
  }

  final int number(int row) {
    return (int) numbers.get(row);
  }

  final String string(int text) {
    long start = texts.start(text);
    return Utf8.decode(texts.block(start), TextArena.offset(start), texts.length(text, start));
  }

  /** Appends the bytes of a text as they are kept. */
  final void appendRaw(int text, Utf8Buffer out) {
    long start = texts.start(text);
    out.append(texts.block(start), TextArena.offset(start), texts.length(text, start));
  }

  /** Appends a text as UTF-8 proper. */
  final void appendText(int text, Utf8Buffer out) {
    int from = out.size();
    appendRaw(text, out);
    Utf8.replaceSurrogates(out.array(), from, out.size() - from);
  }

  final void appendJsonString(int text, Utf8Buffer out) {
    long start = texts.start(text);
    out.jsonString(texts.block(start), TextArena.offset(start), texts.length(text, start));
  }
}
