package dev.huntgate.sandbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeExpressionTest {

  private static DuckDbHuntingEngine engine;

  @BeforeAll
  static void open() {
    engine = new DuckDbHuntingEngine(List.of(SmallTables.one()), SmallTables.CLOCK);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Object value(String expression) {
    return engine.run("One | project v = " + expression, SmallTables.ALWAYS).rows().get(0)[0];
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "bin(Time, 1h) # 2026-03-04T05:00:00Z",
        "bin(Time, 1d) # 2026-03-04T00:00:00Z",
        "bin(Time, 7d) # 2026-03-02T00:00:00Z",
        "floor(Time, 5m) # 2026-03-04T05:05:00Z",
        "startofday(Time) # 2026-03-04T00:00:00Z",
        "startofday(Time, -1) # 2026-03-03T00:00:00Z",
        "startofweek(Time) # 2026-03-01T00:00:00Z",
        "startofmonth(Time) # 2026-03-01T00:00:00Z",
        "endofday(Time) # 2026-03-04T23:59:59.999999Z",
        "ago(1d) # 2026-03-09T12:00:00Z",
        "now() # 2026-03-10T12:00:00Z",
        "Time + 1h # 2026-03-04T06:06:07.089Z",
        "Time - 1d # 2026-03-03T05:06:07.089Z",
        "todatetime('2026-01-02T03:04:05Z') # 2026-01-02T03:04:05Z",
        "datetime(2026-01-02) # 2026-01-02T00:00:00Z",
        "max_of(Time, now()) # 2026-03-10T12:00:00Z",
      })
  void isMoment(String expression, String expected) {
    assertEquals(Instant.parse(expected), value(expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "now() - ago(36h) # PT36H",
        "1h + 30m # PT1H30M",
        "2 * 45s # PT1M30S",
        "1d / 2 # PT12H",
        "dayofweek(Time) # PT72H",
        "time(1.02:03:04) # PT26H3M4S",
        "bin(100s, 1m) # PT1M",
        "totimespan('01:30:00') # PT1H30M",
        "100ms # PT0.1S",
        "1tick # PT0.0000001S",
      })
  void isSpan(String expression, java.time.Duration expected) {
    assertEquals(expected, value(expression));
  }
}
