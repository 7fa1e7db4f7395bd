package dev.huntgate.result;

import java.util.function.IntPredicate;

/** The strings of a column, ordered by code point. */
final class StringCells extends TextCells {

  StringCells(LongSeries numbers, TextArena texts) {
    super(numbers, texts);
  }

  @Override
  String valueAt(int row) {
    return string(number(row));
  }

  @Override
  void writeJson(int row, Utf8Buffer out) {
    appendJsonString(number(row), out);
  }

  @Override
  void writeText(int row, Utf8Buffer out) {
    appendText(number(row), out);
  }

  @Override
  void sort(int[] textNumbers) {
    TextSort.sort(texts(), textNumbers);
  }

  @Override
  boolean isSame(int one, int other) {
    return TextSort.isSame(texts(), one, other);
  }

  @Override
  IntPredicate testTexts(Condition condition, Arguments arguments) {
    return TextTests.of(condition, arguments, texts(), this::string);
  }
}
