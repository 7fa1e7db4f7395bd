package dev.huntgate.result;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Small whole numbers that stand for values in their order. */
final class Ranks {

  private record Keyed<K extends Comparable<? super K>>(K key, int number)
      implements Comparable<Keyed<K>> {
    @Override
    public int compareTo(Keyed<K> other) {
      return key.compareTo(other.key);
    }
  }

  private Ranks() {}

  /** The ranks of texts among those that are wanted. */
  static long[] of(int[] wanted, TextCells cells) {
    int[] ranks = new int[cells.texts().count()];
    int[] distinct = new int[Math.min(wanted.length, ranks.length)];
    int count = 0;
    for (int text : wanted) {
      if (ranks[text] == 0) {
        ranks[text] = -1;
        distinct[count++] = text;
      }
    }
    int[] sorted = Arrays.copyOf(distinct, count);
    cells.sort(sorted);
    int rank = 0;
    for (int i = 0; i < count; i++) {
      rank += i > 0 && !cells.isSame(sorted[i - 1], sorted[i]) ? 1 : 0;
      ranks[sorted[i]] = rank;
    }
    long[] keys = new long[wanted.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ranks[wanted[i]];
    }
    return keys;
  }

  /** The ranks of pairs by their first number, then by their second. */
  static long[] ofPairs(long[] first, long[] second) {
    int[] places = new int[first.length];
    Arrays.setAll(places, place -> place);
    RadixSort.sort(places, second.clone(), false);
    long[] firstInOrder = new long[first.length];
    Arrays.setAll(firstInOrder, place -> first[places[place]]);
    RadixSort.sort(places, firstInOrder, false);
    long[] ranks = new long[first.length];
    for (int i = 1; i < places.length; i++) {
      int before = places[i - 1];
      int here = places[i];
      boolean same = first[before] == first[here] && second[before] == second[here];
      ranks[here] = ranks[before] + (same ? 0 : 1);
    }
    return ranks;
  }

  /** Sorts numbers by what they stand for. */
  static <K extends Comparable<? super K>> void sortBy(int[] numbers, IntFunction<K> keys) {
    int[] sorted =
        Arrays.stream(numbers)
            .mapToObj(number -> new Keyed<>(keys.apply(number), number))
            .sorted()
            .mapToInt(Keyed::number)
            .toArray();
    System.arraycopy(sorted, 0, numbers, 0, numbers.length);
  }
}
