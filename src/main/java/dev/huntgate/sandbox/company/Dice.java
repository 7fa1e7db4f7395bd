package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that comes out the same for the same seed; not safe for use by several threads. */
final class Dice {

  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /** Whether something happens that happens {@code percent} times in a hundred. */
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  UUID uuid() {
    return new UUID(
        (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | 0x8000000000000000L);
  }

  String hex(int digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }

  long number(long low, long high) {
    return random.nextLong(low, high + 1);
  }

  /** A process id as Windows gives them: a multiple of four. */
  long processId() {
    return between(150, 6_000) * 4L;
  }

  /** A moment between two, as fine as sensors write it: ten millionths of a second. */
  Instant moment(Instant from, Instant to) {
    long nanos = random.nextLong(Math.max(1, Duration.between(from, to).toNanos()));
    return from.plusNanos(nanos - nanos % 100);
  }

  /** A moment in whole three-hundredths of a second, as the incident database stores them. */
  Instant stored(Instant near) {
    long third = near.getNano() / 3_333_334L;
    long nanos = Math.round(third * 1_000_000_000d / 300 / 100) * 100;
    return Instant.ofEpochSecond(near.getEpochSecond(), nanos);
  }
}
