package dev.huntgate.result;

import java.util.Arrays;

/**
 * A {@link TextArena} in the making that keeps equal texts once, as long as that pays.
 *
 * <p>Where next to nothing repeats, it stops looking: each text then gets a number of its own, and
 * numbers that just count up take no room.
 */
final class TextDictionary {

  private static final int FIRST_ROOM = 16;
  private static final int PROBATION = 1 << 14;
  private static final int WINDOW = PackedLongs.MAX_COUNT;
  private static final int LEAST_REPEATS = WINDOW / 20;

  private final TextArenaBuilder arena = new TextArenaBuilder();
  private int[] slots = new int[2 * FIRST_ROOM];
  private int[] hashes = new int[FIRST_ROOM];
  private int[] lengths = new int[FIRST_ROOM];
  private long[] starts = new long[FIRST_ROOM];
  private boolean looking = true;
  private int asked;
  private int repeats;

  /** The number of this text. */
  int number(byte[] from, int offset, int length) {
    if (looking) {
      watch();
    }
    if (!looking) {
      arena.add(from, offset, length);
      return arena.count() - 1;
    }
    int hash = Utf8.hash(from, offset, length);
    int slot = hash & slots.length - 1;
    while (slots[slot] != 0) {
      int known = slots[slot] - 1;
      if (hashes[known] == hash
          && lengths[known] == length
          && arena.equalsAt(starts[known], from, offset, length)) {
        repeats++;
        return known;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return add(hash, slot, from, offset, length);
  }

  TextArena build() {
    return arena.build();
  }

  private int add(int hash, int slot, byte[] from, int offset, int length) {
    int number = arena.count();
    if (number == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * number);
      lengths = Arrays.copyOf(lengths, 2 * number);
      starts = Arrays.copyOf(starts, 2 * number);
    }
    hashes[number] = hash;
    lengths[number] = length;
    starts[number] = arena.add(from, offset, length);
    slots[slot] = number + 1;
    if (2 * (number + 1) > slots.length) {
      rehash();
    }
    return number;
  }

  private void rehash() {
    int[] wider = new int[2 * slots.length];
    for (int number = 0; number < arena.count(); number++) {
      int slot = hashes[number] & wider.length - 1;
      while (wider[slot] != 0) {
        slot = slot + 1 & wider.length - 1;
      }
      wider[slot] = number + 1;
    }
    slots = wider;
  }

  private void watch() {
    if (++asked % WINDOW == 0) {
      if (asked >= PROBATION && repeats < LEAST_REPEATS) {
        stopLooking();
      }
      repeats = 0;
    }
  }

  private void stopLooking() {
    looking = false;
    slots = new int[0];
    hashes = slots;
    lengths = slots;
    starts = new long[0];
  }
}
