package dev.huntgate.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.sandbox.engine.TimeRange;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimespansTest {

  private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

  @Test
  void reachesThirtyDaysBack_whenThereIsNone() {
    assertEquals(
        new TimeRange(Instant.parse("2026-03-02T12:00:00Z"), NOW), Timespans.parse(null, NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "P1D, 2026-03-31T12:00:00Z, 2026-04-01T12:00:00Z",
    "PT90M, 2026-04-01T10:30:00Z, 2026-04-01T12:00:00Z",
    "P1DT1H, 2026-03-31T11:00:00Z, 2026-04-01T12:00:00Z",
    "P1M, 2026-03-01T12:00:00Z, 2026-04-01T12:00:00Z",
    "P2W, 2026-03-18T12:00:00Z, 2026-04-01T12:00:00Z",
    "2026-03-01T00:00:00Z/2026-03-02T00:00:00Z, 2026-03-01T00:00:00Z, 2026-03-02T00:00:00Z",
    "P2D/2026-03-10T08:00:00Z, 2026-03-08T08:00:00Z, 2026-03-10T08:00:00Z",
    "2026-03-10T08:00:00Z/PT1H, 2026-03-10T08:00:00Z, 2026-03-10T09:00:00Z",
    "2026-03-10T08:00:00+02:00, 2026-03-10T06:00:00Z, 2026-04-01T12:00:00Z",
    "2026-03-10, 2026-03-10T00:00:00Z, 2026-04-01T12:00:00Z",
  })
  void readsEveryFormOfAnInterval(String text, Instant from, Instant to) {
    assertEquals(new TimeRange(from, to), Timespans.parse(text, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PT",
        "P1D/P1D",
        "a/b",
        "P1D/2026-01-01T00:00:00Z/x",
        "30d",
        "P999999999999Y",
        "2026-03-02T00:00:00Z/2026-03-01T00:00:00Z",
        "/",
        "P1D/"
      })
  void refuses_whenItIsNoInterval(String text) {
    assertThrows(Refusal.class, () -> Timespans.parse(text, NOW));
  }

  @Test
  void reachesBackThirtyDays_whateverIsAskedFor() {
    Instant now = Instant.parse("2026-04-01T12:00:00Z");
    TimeRange kept = Timespans.kept(Timespans.parse("P90D", now), now);
    assertEquals(Timespans.retained(now), kept);
    TimeRange week = Timespans.parse("P7D", now);
    assertEquals(week, Timespans.kept(week, now));
  }
}
