package dev.huntgate.upstream;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Reads times in ISO 8601, one after the other; not thread-safe.
 *
 * <p>The form in which upstream writes nearly all of them is read without making objects.
 */
final class TimeText {

  private static final int SECONDS_A_DAY = 86_400;
  private static final int WHOLE_SECONDS = 19;
  private static final int MAX_NANO_DIGITS = 9;
  private static final int[] DAYS_BEFORE_MONTH = {
    0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
  };
  private static final int DAYS_TO_1970 = 719_163;

  private long second;
  private int nano;

  /** Whole seconds since 1970 of what was read last. */
  long second() {
    return second;
  }

  /** The nanoseconds beyond them. */
  int nano() {
    return nano;
  }

  /**
   * Reads a time; without an offset it is in UTC.
   *
   * @throws java.time.DateTimeException when the text is none
   */
  void read(char[] text, int offset, int length) {
    if (!readPlain(text, offset, length)) {
      Instant time = parse(new String(text, offset, length));
      second = time.getEpochSecond();
      nano = time.getNano();
    }
  }

  /* Reads 2026-03-01T09:30:00.1234567Z. */
  private boolean readPlain(char[] text, int at, int length) {
    if (length <= WHOLE_SECONDS
        || text[at + 4] != '-'
        || text[at + 7] != '-'
        || text[at + 10] != 'T'
        || text[at + 13] != ':'
        || text[at + 16] != ':'
        || text[at + length - 1] != 'Z') {
      return false;
    }
    int year = number(text, at, 4);
    int month = number(text, at + 5, 2);
    int day = number(text, at + 8, 2);
    int hour = number(text, at + 11, 2);
    int minute = number(text, at + 14, 2);
    int inMinute = number(text, at + 17, 2);
    if ((year | month | day | hour | minute | inMinute) < 0
        || month < 1
        || month > 12
        || day < 1
        || day > daysIn(year, month)
        || hour > 23
        || minute > 59
        || inMinute > 59
        || !readFraction(text, at + WHOLE_SECONDS, length - WHOLE_SECONDS - 1)) {
      return false;
    }
    second = epochDay(year, month, day) * SECONDS_A_DAY + hour * 3_600L + minute * 60L + inMinute;
    return true;
  }

  private boolean readFraction(char[] text, int at, int length) {
    nano = 0;
    if (length == 0) {
      return true;
    }
    int digits = length - 1;
    if (text[at] != '.' || digits < 1 || digits > MAX_NANO_DIGITS) {
      return false;
    }
    nano = number(text, at + 1, digits);
    if (nano < 0) {
      return false;
    }
    for (int i = digits; i < MAX_NANO_DIGITS; i++) {
      nano *= 10;
    }
    return true;
  }

  private static int number(char[] text, int at, int digits) {
    int number = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  private static long epochDay(int year, int month, int day) {
    int before = year - 1;
    long days = 365L * before + Math.floorDiv(before, 4);
    days += Math.floorDiv(before, 400) - Math.floorDiv(before, 100);
    days += DAYS_BEFORE_MONTH[month] + (month > 2 && isLeap(year) ? 1 : 0) + day;
    return days - DAYS_TO_1970;
  }

  private static int daysIn(int year, int month) {
    int days = DAYS_BEFORE_MONTH[month + 1] - DAYS_BEFORE_MONTH[month];
    return month == 2 && isLeap(year) ? days + 1 : days;
  }

  private static boolean isLeap(int year) {
    return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /**
   * The time in a text that says its offset from UTC.
   *
   * @throws java.time.DateTimeException when the text is none, or says no offset
   */
  static Instant instant(String text) {
    TimeText time = new TimeText();
    if (time.readPlain(text.toCharArray(), 0, text.length())) {
      return Instant.ofEpochSecond(time.second, time.nano);
    }
    return withOffset(text);
  }

  private static Instant parse(String text) {
    boolean zoned =
        text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
    return zoned ? withOffset(text) : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private static Instant withOffset(String text) {
    return text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant();
  }
}
