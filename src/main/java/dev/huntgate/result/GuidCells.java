package dev.huntgate.result;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** The GUIDs of a column; see {@link GuidText}. */
final class GuidCells extends TextCells {

  GuidCells(LongSeries numbers, TextArena texts) {
    super(numbers, texts);
  }

  @Override
  String valueAt(int row) {
    return guid(number(row));
  }

  @Override
  void writeJson(int row, Utf8Buffer out) {
    int text = number(row);
    if (isCanonical(text)) {
      out.append('"');
      unpack(text, out);
      out.append('"');
    } else {
      out.jsonString(guid(text));
    }
  }

  @Override
  void writeText(int row, Utf8Buffer out) {
    int from = out.size();
    unpack(number(row), out);
    Utf8.replaceSurrogates(out.array(), from, out.size() - from);
  }

  @Override
  void sort(int[] textNumbers) {
    if (Arrays.stream(textNumbers).allMatch(this::isCanonical)) {
      TextSort.sort(texts(), textNumbers);
    } else {
      Ranks.sortBy(textNumbers, this::key);
    }
  }

  @Override
  boolean isSame(int one, int other) {
    return key(one).equals(key(other));
  }

  @Override
  IntPredicate testTexts(Condition condition, Arguments arguments) {
    List<String> keys = arguments.all(Arguments::string).stream().map(GuidText::key).toList();
    return switch (condition.operator()) {
      case CONTAINS -> text -> key(text).contains(keys.get(0));
      case NOT_CONTAINS -> text -> !key(text).contains(keys.get(0));
      case STARTS_WITH -> text -> key(text).startsWith(keys.get(0));
      default ->
          Tests.of(
              condition.operator(),
              arguments,
              keys,
              String::compareTo,
              (text, key) -> key(text).compareTo(key));
    };
  }

  /** Whether all texts are such as a column of GUIDs keeps. */
  static boolean arePacked(TextArena texts) {
    for (int text = 0; text < texts.count(); text++) {
      long start = texts.start(text);
      int length = texts.length(text, start);
      if (!GuidText.isPacked(texts.block(start), TextArena.offset(start), length)) {
        return false;
      }
    }
    return true;
  }

  private String key(int text) {
    return GuidText.key(guid(text));
  }

  private String guid(int text) {
    Utf8Buffer out = new Utf8Buffer(0);
    unpack(text, out);
    return Utf8.decode(out.array(), 0, out.size());
  }

  private boolean isCanonical(int text) {
    return texts().length(text, texts().start(text)) == GuidText.PACKED_BYTES;
  }

  private void unpack(int text, Utf8Buffer out) {
    long start = texts().start(text);
    GuidText.unpack(
        texts().block(start), TextArena.offset(start), texts().length(text, start), out);
  }
}
