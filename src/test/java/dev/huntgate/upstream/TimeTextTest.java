package dev.huntgate.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

  @Test
  void readsEveryDayLikeJava() {
    TimeText time = new TimeText();
    for (long day = -719_162; day <= 2_932_896; day += 1 + day % 7 * day % 7) {
      String text = Instant.ofEpochSecond(day * 86_400).toString();
      read(time, text);
      assertEquals(day * 86_400, time.second(), text);
      assertEquals(0, time.nano());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T09:30:00.1Z",
        "2026-03-01T09:30:00.000000001Z",
        "2024-02-29T23:59:59.999999999Z",
        "2026-03-01T24:00:00Z",
        "-0001-01-01T00:00:00Z",
        "+12026-03-01T09:30:00Z",
      })
  void readsLikeJava(String text) {
    TimeText time = new TimeText();
    read(time, text);

    assertEquals(Instant.parse(text), Instant.ofEpochSecond(time.second(), time.nano()));
    assertEquals(Instant.parse(text), TimeText.instant(text));
  }

  @Test
  void needsAnOffset_whereTheTimeIsWanted() {
    assertEquals(
        Instant.parse("2026-03-01T07:30:00Z"), TimeText.instant("2026-03-01T09:30:00+02:00"));
    assertThrows(DateTimeException.class, () -> TimeText.instant("2026-03-01T09:30:00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-01-01T25:00:00Z",
        "2026-01-01T00:60:00Z",
        "2026-01-01T00:00:00.1234567890Z",
        "2026-01-01T00:00:00.Z.",
        "2026-01-01 00:00:00Z",
        "2026-01-01T00:00:0/Z",
        "Z",
        "x",
      })
  void refusesWhatIsNoTime(String text) {
    assertThrows(DateTimeException.class, () -> read(new TimeText(), text));
    assertThrows(DateTimeException.class, () -> TimeText.instant(text));
  }

  private static void read(TimeText time, String text) {
    char[] padded = ("xx" + text + "yy").toCharArray();
    time.read(padded, 2, text.length());
  }
}
