package dev.huntgate.result;

import java.time.Instant;

/**
 * Times as counts of 100 ns since 1970, which KQL's datetime counts in, and the nanoseconds between
 * two of them.
 */
final class IsoTime {

  static final long TICKS_A_SECOND = 10_000_000;
  static final int NANOS_A_TICK = 100;

  /** The first and the last second that can be kept: those of the years 0 and 9999. */
  static final long MIN_SECOND = -62_167_219_200L;

  static final long MAX_SECOND = 253_402_300_799L;

  private static final int SECONDS_A_DAY = 86_400;
  private static final int SECONDS_A_HOUR = 3_600;
  private static final int SECONDS_A_MINUTE = 60;
  private static final int NANO_DIGITS = 9;
  private static final int MAX_BYTES = 32;

  /* The civil calendar repeats every 400 years; counted from 1 March, the leap day comes last. */
  private static final int DAYS_AN_ERA = 146_097;
  private static final int YEARS_AN_ERA = 400;
  private static final int DAYS_TO_1970 = 719_468;

  private IsoTime() {}

  static Instant instant(long ticks, int nanos) {
    long second = Math.floorDiv(ticks, TICKS_A_SECOND);
    long rest = Math.floorMod(ticks, TICKS_A_SECOND);
    return Instant.ofEpochSecond(second, rest * NANOS_A_TICK + nanos);
  }

  /** Appends a time in ISO 8601, in UTC, with as many digits of a second as it has. */
  static void write(long ticks, int nanos, Utf8Buffer out) {
    long second = Math.floorDiv(ticks, TICKS_A_SECOND);
    int nano = (int) Math.floorMod(ticks, TICKS_A_SECOND) * NANOS_A_TICK + nanos;
    int day = (int) Math.floorDiv(second, (long) SECONDS_A_DAY);
    int time = (int) Math.floorMod(second, (long) SECONDS_A_DAY);
    byte[] to = out.reserve(MAX_BYTES);
    int at = date(day, to, out.size());
    to[at++] = 'T';
    at = Decimals.pad(time / SECONDS_A_HOUR, 2, to, at);
    to[at++] = ':';
    at = Decimals.pad(time / SECONDS_A_MINUTE % 60, 2, to, at);
    to[at++] = ':';
    at = Decimals.pad(time % SECONDS_A_MINUTE, 2, to, at);
    if (nano > 0) {
      to[at++] = '.';
      int digits = NANO_DIGITS;
      while (nano % 10 == 0) {
        nano /= 10;
        digits--;
      }
      at = Decimals.pad(nano, digits, to, at);
    }
    to[at++] = 'Z';
    out.resize(at);
  }

  private static int date(int epochDay, byte[] to, int from) {
    int day = epochDay + DAYS_TO_1970;
    int era = Math.floorDiv(day, DAYS_AN_ERA);
    int inEra = day - era * DAYS_AN_ERA;
    int yearInEra = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365;
    int inYear = inEra - (365 * yearInEra + yearInEra / 4 - yearInEra / 100);
    int shifted = (5 * inYear + 2) / 153;
    int dayOfMonth = inYear - (153 * shifted + 2) / 5 + 1;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    int year = yearInEra + era * YEARS_AN_ERA + (month <= 2 ? 1 : 0);
    int at = Decimals.pad(year, 4, to, from);
    to[at++] = '-';
    at = Decimals.pad(month, 2, to, at);
    to[at++] = '-';
    return Decimals.pad(dayOfMonth, 2, to, at);
  }
}
