package dev.huntgate.kql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KqlLiteralTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "'a' # a",
        "\"a'b\" # a'b",
        "'a\\'b' # a'b",
        "h'a' # a",
        "H\"a\" # a",
        "@'C:\\x''y' # C:\\x'y",
        "@\"a\"\"b\" # a\"b",
        "'a\\\\b' # a\\b",
        "'\\u0041\\x42' # AB",
        "```a'b``` # a'b",
        "~~~a`b~~~ # a`b",
        "h@'a\\' # a\\",
        "'\\q' # q",
      })
  void isPlainText_whenTheLiteralIsRead(String literal, String expected) {
    assertEquals(expected, KqlLiteral.text(literal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a", "\"", "'a\\'", "@'a''", "@\"", "```a``", "~~~", "h'a\n"})
  void isNotClosed_whenItsEndIsMissing(String literal) {
    assertEquals(false, KqlLiteral.isClosed(literal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a'", "\"\"", "'a\\\\'", "@'a\\'", "@\"\"\"\"", "```a```", "h~~~~~~"})
  void isClosed_whenItsEndIsThere(String literal) {
    assertEquals(true, KqlLiteral.isClosed(literal));
  }

  @ParameterizedTest
  @CsvSource({
    "7d, PT168H",
    "1.5h, PT1H30M",
    "30m, PT30M",
    "10s, PT10S",
    "100ms, PT0.1S",
    "1microsecond, PT0.000001S",
    "1tick, PT0.0000001S",
    "1.02:03:04.5, PT26H3M4.5S",
    "3, PT72H",
    "-00:00:01, PT-1S",
  })
  void isASpan_whenTheTextIsOne(String text, Duration expected) {
    assertEquals(Optional.of(expected), KqlTime.span(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-02, 2026-01-02T00:00:00Z",
    "2026-01-02 03:04, 2026-01-02T03:04:00Z",
    "2026-01-02T03:04:05.6789Z, 2026-01-02T03:04:05.6789Z",
    "2026-01-02T03:04:05+02:00, 2026-01-02T01:04:05Z",
  })
  void isAMoment_whenTheTextIsOne(String text, Instant expected) {
    assertEquals(Optional.of(expected), KqlTime.moment(text));
  }

  @Test
  void isNothing_whenTheTextIsNoTime() {
    assertEquals(Optional.empty(), KqlTime.span("5 apples"));
    assertEquals(Optional.empty(), KqlTime.span("999999999999999d"));
    assertEquals(Optional.empty(), KqlTime.moment("2026-02-31"));
  }
}
