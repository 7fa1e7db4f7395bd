package dev.huntgate.result;

import java.util.function.IntPredicate;

/** The dynamic values of a column, each as its JSON in one line, ordered by that. */
final class DynamicCells extends TextCells {

  DynamicCells(LongSeries numbers, TextArena texts) {
    super(numbers, texts);
  }

  @Override
  JsonText valueAt(int row) {
    return new JsonText(string(number(row)));
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
    TextSort.sort(texts(), textNumbers);
  }

  @Override
  boolean isSame(int one, int other) {
    return TextSort.isSame(texts(), one, other);
  }

  @Override
  IntPredicate testTexts(Condition condition, Arguments arguments) {
    return TextTests.ofJson(condition, arguments, texts(), this::string);
  }
}
