package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.time.Instant;

/**
 * The thirty days that the tables look back on.
 *
 * @param end their end, when the company was founded
 */
record Month(Instant end) {

  private static final int DAYS = 30;
  private static final long DAY = 86_400;

  Instant begin() {
    return end.minus(Duration.ofDays(DAYS));
  }

  /** A moment of these days, most often in working hours, never in the first minute. */
  Instant sometime(Dice dice) {
    Instant from = begin().plusSeconds(60);
    while (true) {
      Instant moment = dice.moment(from, end);
      if (busy(moment.getEpochSecond()) || dice.chance(30)) {
        return moment;
      }
    }
  }

  /** Whether it is between seven and seven of a weekday; the epoch began on a Thursday. */
  private static boolean busy(long second) {
    long hour = second % DAY / 3_600;
    long weekday = (second / DAY + 3) % 7;
    return weekday < 5 && hour >= 7 && hour < 19;
  }
}
