package dev.huntgate.result;

import java.math.BigDecimal;
import java.util.function.IntPredicate;

/** The decimal numbers of a column, each with all its digits, ordered by size. */
final class DecimalCells extends TextCells {

  DecimalCells(LongSeries numbers, TextArena texts) {
    super(numbers, texts);
  }

  @Override
  BigDecimal valueAt(int row) {
    return decimal(number(row));
  }

  @Override
  void writeJson(int row, Utf8Buffer out) {
    appendRaw(number(row), out);
  }

  @Override
  void writeText(int row, Utf8Buffer out) {
    appendRaw(number(row), out);
  }

  @Override
  void sort(int[] textNumbers) {
    Ranks.sortBy(textNumbers, this::decimal);
  }

  @Override
  boolean isSame(int one, int other) {
    return decimal(one).compareTo(decimal(other)) == 0;
  }

  @Override
  IntPredicate testTexts(Condition condition, Arguments arguments) {
    return Tests.ordered(
        condition,
        arguments,
        arguments.all(Arguments::decimal),
        (text, number) -> decimal(text).compareTo(number));
  }

  private BigDecimal decimal(int text) {
    return new BigDecimal(string(text));
  }
}
