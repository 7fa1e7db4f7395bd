package dev.huntgate.result;

/** A stable sort whose time grows with the length of what is sorted, not with its order. */
final class RadixSort {

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;
  private static final int MASK = DIGITS - 1;

  private RadixSort() {}

  /**
   * Sorts items by their keys, which are signed; equal ones keep their order in either direction.
   *
   * @param keys the key of each item; spoilt afterwards
   */
  static void sort(int[] items, long[] keys, boolean descending) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (long key : keys) {
      min = Math.min(min, key);
      max = Math.max(max, key);
    }
    for (int i = 0; i < keys.length; i++) {
      keys[i] = descending ? max - keys[i] : keys[i] - min;
    }
    int bits = keys.length == 0 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(max - min);
    int[] fromItems = items;
    long[] fromKeys = keys;
    int[] toItems = new int[items.length];
    long[] toKeys = new long[items.length];
    for (int shift = 0; shift < bits; shift += DIGIT_BITS) {
      pass(fromItems, fromKeys, toItems, toKeys, shift);
      int[] sortedItems = toItems;
      long[] sortedKeys = toKeys;
      toItems = fromItems;
      toKeys = fromKeys;
      fromItems = sortedItems;
      fromKeys = sortedKeys;
    }
    if (fromItems != items) {
      System.arraycopy(fromItems, 0, items, 0, items.length);
    }
  }

  private static void pass(
      int[] items, long[] keys, int[] sortedItems, long[] sortedKeys, int shift) {
    int[] places = new int[DIGITS];
    for (long key : keys) {
      places[(int) (key >>> shift) & MASK]++;
    }
    int place = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      int count = places[digit];
      places[digit] = place;
      place += count;
    }
    for (int i = 0; i < items.length; i++) {
      int to = places[(int) (keys[i] >>> shift) & MASK]++;
      sortedItems[to] = items[i];
      sortedKeys[to] = keys[i];
    }
  }
}
