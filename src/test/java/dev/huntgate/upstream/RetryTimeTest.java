package dev.huntgate.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTimeTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:07:30Z");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          "17",                            "quota exceeded, try in 8 seconds", 2026-03-01T10:07:47Z
          "0.5",                           "",                                 2026-03-01T10:07:30.500Z
          "Sun, 01 Mar 2026 10:09:00 GMT", "",                                 2026-03-01T10:09:00Z
          "Sun, 01 Mar 2026 10:00:00 GMT", "",                                 2026-03-01T10:07:30Z
          "soon",                          "You can go on in 8 seconds.",      2026-03-01T10:07:38Z
          ,  "allowed 30 per 00:01:00 for the key K. You can send requests again in 8 seconds.", 2026-03-01T10:07:38Z
          ,  "You can run queries again in 12 minutes.",  2026-03-01T10:19:30Z
          ,  "You can run queries again in 00:05:10.",    2026-03-01T10:12:40Z
          ,  "try again at 2026-03-01T11:00:00Z please",  2026-03-01T11:00:00Z
          ,  "calls quota exceeded! maximum allowed 45 per 00:01:00", 2026-03-01T10:08:30Z
          ,  "calls quota exceeded! maximum allowed 1500 per 01:00:00", 2026-03-01T11:07:30Z
          ,  "exceeded processing resources allocated to this tenant. Run again in <duration>.", 2026-03-01T10:15:00Z
          ,  "Too many requests.",                        2026-03-01T10:08:30Z
          ,  "",                                          2026-03-01T10:08:30Z
          "99999999",                      "",             2026-03-02T10:07:30Z
          ,  "again at 2026-13-45T99:00:00Z",              2026-03-01T10:08:30Z
          """)
  void readsTheTime_whateverTheWording(
      @Nullable String retryAfter, String message, Instant expected) {
    assertEquals(expected, RetryTime.read(retryAfter, message, NOW));
  }
}
