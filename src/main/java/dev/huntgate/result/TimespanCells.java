package dev.huntgate.result;

import java.util.function.IntPredicate;

/** The timespans of a column, each as upstream wrote it, ordered by length. */
final class TimespanCells extends TextCells {

  TimespanCells(LongSeries numbers, TextArena texts) {
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
    Ranks.sortBy(textNumbers, this::span);
  }

  @Override
  boolean isSame(int one, int other) {
    return span(one).compareTo(span(other)) == 0;
  }

  @Override
  IntPredicate testTexts(Condition condition, Arguments arguments) {
    IntPredicate test =
        Tests.ordered(
            condition,
            arguments,
            arguments.all(Arguments::timespan),
            (text, span) -> span(text).compareTo(span));
    return condition.operator().isOrder()
        ? text -> span(text).duration() != null && test.test(text)
        : test;
  }

  private TimespanText span(int text) {
    return TimespanText.of(string(text));
  }
}
