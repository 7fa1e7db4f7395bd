package dev.huntgate.result;

import java.util.Arrays;

/**
 * Sorts texts by their bytes, eight of them at a time: parts that agree in eight are sorted by the
 * next eight, so that long common beginnings are read once.
 */
final class TextSort {

  private static final int SMALL = 12;

  private final TextArena texts;
  private final int[] numbers;
  private final long[] starts;
  private final int[] lengths;
  private final long[] keys;
  private long chance = 42;

  private TextSort(TextArena texts, int[] numbers) {
    this.texts = texts;
    this.numbers = numbers;
    this.starts = new long[numbers.length];
    this.lengths = new int[numbers.length];
    this.keys = new long[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      starts[i] = texts.start(numbers[i]);
      lengths[i] = texts.length(numbers[i], starts[i]);
    }
  }

  static void sort(TextArena texts, int[] numbers) {
    TextSort sort = new TextSort(texts, numbers);
    sort.load(0, numbers.length, 0);
    sort.sort(0, numbers.length, 0);
  }

  static boolean isSame(TextArena texts, int one, int other) {
    long start = texts.start(one);
    long otherStart = texts.start(other);
    int from = TextArena.offset(start);
    int otherFrom = TextArena.offset(otherStart);
    return Arrays.equals(
        texts.block(start),
        from,
        from + texts.length(one, start),
        texts.block(otherStart),
        otherFrom,
        otherFrom + texts.length(other, otherStart));
  }

  /* Calls itself for parts of at most half the size, so that it never nests deeply. */
  private void sort(int first, int behindLast, int firstDepth) {
    int from = first;
    int to = behindLast;
    int depth = firstDepth;
    while (to - from > SMALL) {
      long pivot = pivot(from, to);
      int less = from;
      int more = to;
      for (int i = from; i < more; ) {
        int order = Long.compare(keys[i], pivot);
        if (order < 0) {
          swap(i++, less++);
        } else if (order > 0) {
          swap(i, --more);
        } else {
          i++;
        }
      }
      int ended = endedFirst(less, more, depth);
      int sizeLess = less - from;
      int sizeSame = more - ended;
      int sizeMore = to - more;
      int largest = Math.max(sizeLess, Math.max(sizeSame, sizeMore));
      boolean lessLast = sizeLess == largest;
      boolean sameLast = !lessLast && sizeSame == largest;
      if (!lessLast) {
        sort(from, less, depth);
      }
      load(ended, more, depth + Long.BYTES);
      if (!sameLast) {
        sort(ended, more, depth + Long.BYTES);
      }
      if (lessLast || sameLast) {
        sort(more, to, depth);
      }
      from = lessLast ? from : sameLast ? ended : more;
      to = lessLast ? less : sameLast ? more : to;
      depth += sameLast ? Long.BYTES : 0;
    }
    insert(from, to, depth);
  }

  /* Of texts that agree so far, those that end here come first, the shorter before the longer. */
  private int endedFirst(int from, int to, int depth) {
    int ended = from;
    for (int i = from; i < to; i++) {
      if (lengths[i] <= depth + Long.BYTES) {
        swap(i, ended++);
      }
    }
    for (int length = depth, at = from; at < ended && length < depth + Long.BYTES; length++) {
      for (int i = at; i < ended; i++) {
        if (lengths[i] <= length) {
          swap(i, at++);
        }
      }
    }
    return ended;
  }

  private void load(int from, int to, int depth) {
    for (int i = from; i < to; i++) {
      keys[i] = key(starts[i], lengths[i], depth);
    }
  }

  /* Eight bytes as a signed number that has the order of the unsigned ones. */
  private long key(long start, int length, int depth) {
    byte[] block = texts.block(start);
    int at = TextArena.offset(start) + depth;
    int left = length - depth;
    if (left >= Long.BYTES) {
      return Long.reverseBytes((long) Utf8.LONGS.get(block, at)) ^ Long.MIN_VALUE;
    }
    long key = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      key = key << Byte.SIZE | (i < left ? block[at + i] & 0xFF : 0);
    }
    return key ^ Long.MIN_VALUE;
  }

  private void insert(int from, int to, int depth) {
    for (int i = from + 1; i < to; i++) {
      for (int j = i; j > from && compare(j - 1, j, depth) > 0; j--) {
        swap(j - 1, j);
      }
    }
  }

  private int compare(int one, int other, int depth) {
    if (keys[one] != keys[other]) {
      return Long.compare(keys[one], keys[other]);
    }
    int from = TextArena.offset(starts[one]);
    int otherFrom = TextArena.offset(starts[other]);
    return Arrays.compareUnsigned(
        texts.block(starts[one]),
        from + Math.min(depth, lengths[one]),
        from + lengths[one],
        texts.block(starts[other]),
        otherFrom + Math.min(depth, lengths[other]),
        otherFrom + lengths[other]);
  }

  private long pivot(int from, int to) {
    long a = keys[somewhere(from, to)];
    long b = keys[somewhere(from, to)];
    long c = keys[somewhere(from, to)];
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  /* By chance, so that no order of the input is the worst one. */
  private int somewhere(int from, int to) {
    chance = chance * 0x5DEECE66DL + 11;
    return from + (int) ((chance >>> 33) % (to - from));
  }

  private void swap(int one, int other) {
    int number = numbers[one];
    numbers[one] = numbers[other];
    numbers[other] = number;
    long start = starts[one];
    starts[one] = starts[other];
    starts[other] = start;
    int length = lengths[one];
    lengths[one] = lengths[other];
    lengths[other] = length;
    long key = keys[one];
    keys[one] = keys[other];
    keys[other] = key;
  }
}
