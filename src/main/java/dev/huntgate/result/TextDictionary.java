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

  /* Texts of a quarter of a megabyte are not looked for. */
  private static final int LENGTH_BITS = 18;
  private static final int MAX_LENGTH = (1 << LENGTH_BITS) - 1;

  private final TextArenaBuilder arena = new TextArenaBuilder();

  /* By hash: the hash above the number of a text and one; 0 where there is none. */
  private long[] slots = new long[2 * FIRST_ROOM];

  /* By number: where the text starts above its length. */
  private long[] places = new long[FIRST_ROOM];
  private boolean looking = true;
  private int asked;
  private int repeats;

  /** The number of this text. */
  int number(byte[] from, int offset, int length) {
    if (looking) {
      watch();
    }
    if (!looking || length > MAX_LENGTH) {
      return add(from, offset, length);
    }
    int hash = Utf8.hash(from, offset, length);
    int slot = hash & slots.length - 1;
    for (long known = slots[slot]; known != 0; known = slots[slot]) {
      if ((int) (known >>> Integer.SIZE) == hash) {
        long place = places[(int) known - 1];
        if ((place & MAX_LENGTH) == length
            && arena.equalsAt(place >>> LENGTH_BITS, from, offset, length)) {
          repeats++;
          return (int) known - 1;
        }
      }
      slot = slot + 1 & slots.length - 1;
    }
    int number = add(from, offset, length);
    slots[slot] = (long) hash << Integer.SIZE | number + 1;
    if (2 * (number + 1) > slots.length) {
      rehash();
    }
    return number;
  }

  TextArena build() {
    return arena.build();
  }

  private int add(byte[] from, int offset, int length) {
    int number = arena.count();
    long start = arena.add(from, offset, length);
    if (looking) {
      if (number == places.length) {
        places = Arrays.copyOf(places, 2 * number);
      }
      places[number] = start << LENGTH_BITS | Math.min(length, MAX_LENGTH);
    }
    return number;
  }

  private void rehash() {
    long[] wider = new long[2 * slots.length];
    for (long known : slots) {
      if (known != 0) {
        int slot = (int) (known >>> Integer.SIZE) & wider.length - 1;
        while (wider[slot] != 0) {
          slot = slot + 1 & wider.length - 1;
        }
        wider[slot] = known;
      }
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
    slots = new long[0];
    places = slots;
  }
}
