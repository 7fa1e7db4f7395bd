package dev.huntgate.kql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KqlReadingTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static KqlReading read(String kql) {
    return KqlReading.read(kql, NOW);
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "T | where Timestamp > ago(30d) # P30D",
        "T | where Timestamp > ago(1h) or Timestamp > ago(2d) # P2D",
        "T | where Timestamp > now(-7d) # P7D",
        "T | where Timestamp > now() - 7d # P7D",
        "let back = 12h; T | where Timestamp > ago(back) # PT12H",
        "T | where Timestamp > ago(time(1.12:00:00)) # PT36H",
        "T | join (U | where Timestamp > ago(5m)) on A # PT5M",
        "T | where Timestamp > datetime(2026-02-28) # PT36H",
        "T | where now() - Timestamp <= 3d # P3D",
        "T | where ago(1d) < Timestamp # P1D",
        "T | where TimeGenerated between (ago(9d) .. 2d) # P9D",
        "T | where bin(Timestamp, 1h) >= startofday(ago(1d)) # PT36H",
        "T | where Timestamp > startofweek(now()) # PT12H",
        "T | where Timestamp > startofmonth(now(), -1) # PT684H",
        "T | where Timestamp > datetime_add('week', -1, now()) # P7D",
        "T | where Timestamp > todatetime('2026-03-01') # PT12H",
        "T | where Timestamp > ago(7d) and Timestamp > ago(1d) # P1D",
        "T | where Timestamp > ago(7d) | where Timestamp > ago(1d) # P1D",
        "T | where Timestamp > ago(totimespan('2.00:00:00')) # P2D",
        "let f = (d: timespan) { T | where Timestamp > ago(d) }; union f(1d), f(3d) # P3D",
        "T | where Created > ago(5m) # PT5M",
        "union (T | where Timestamp > ago(1d)), (U | where Timestamp > ago(2d)) # P2D",
      })
  void tellsTheLookBack_whenTheQueryCountsBackFromNow(String kql, Duration expected) {
    assertEquals(Optional.of(expected), read(kql).lookBack());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "T | where A == 'ago(30d)'",
        "T | where Timestamp < ago(7d)",
        "T | extend Old = ago(7d)",
        "T | where Timestamp > ago(-7d)",
        "T | where Timestamp !between (ago(7d) .. now())",
        "T | where Created > ago(90d)",
        "T | where Timestamp > ago(99999999999999d)",
        "T"
      })
  void tellsNoLookBack_whenTheQueryNamesNone(String kql) {
    assertEquals(Optional.empty(), read(kql).lookBack());
  }

  @Test
  void tellsTheWindow_whenBothEndsAreNamed() {
    TimeWindow window =
        read("T | where Timestamp between (datetime(2026-02-01) .. datetime(2026-02-02T06:00))")
            .window();

    assertEquals(Optional.of(Instant.parse("2026-02-01T00:00:00Z")), window.from());
    assertEquals(Optional.of(Instant.parse("2026-02-02T06:00:00Z")), window.to());
  }

  @Test
  void tellsTheTables_whenSomeAreNamedByLet() {
    KqlReading reading =
        read(
            "let recent = DeviceInfo | where Timestamp > ago(1d); let n = 5;\n"
                + "recent | where DeviceId in ((['EmailEvents'] | project Id)) | take n");

    assertEquals(List.of("DeviceInfo", "EmailEvents"), reading.tables());
    assertEquals(List.of(), reading.errors());
  }

  @Test
  void reportsThePlace_whenTheQueryDoesNotParse() {
    KqlDiagnostic error = read("T\n| where A == == 'x'").errors().get(0);

    assertEquals(KqlDiagnostic.Severity.ERROR, error.severity());
    assertEquals("Query could not be parsed at '==': expected a value.", error.message());
    assertEquals(2, error.line());
    assertEquals(14, error.column());
  }

  @Test
  void subtracts_whenNamesAreJoinedByAHyphen() {
    assertEquals(List.of(), read("T | where a-b > 1d-ago(1h)-c").errors());
  }

  @Test
  void namesNoTable_whenThePatternOfTheTablesIsBroken() {
    KqlReading reading = read("union Here.Logs**Old = s ");

    assertEquals(List.of(), reading.tables());
    assertFalse(reading.errors().isEmpty());
  }

  @Test
  void reportsAnError_whenBracketsAreNestedTooDeep() {
    KqlReading reading = read("T | where " + "(".repeat(50_000));

    assertTrue(reading.errors().get(0).message().contains("nested"));
  }

  @Test
  void reads_whenOneHundredBracketsAreNested() {
    String kql = "T | where " + "(".repeat(100) + "1" + ")".repeat(100) + " == 1";

    assertEquals(List.of(), read(kql).errors());
  }

  @Test
  void reads_whenThousandsOfTermsAreJoined() {
    assertEquals(List.of(), read("T | where " + "A == 1 or ".repeat(5_000) + "A == 2").errors());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void neverThrows_whenTheTextIsNoise(long seed) {
    String noise = RandomKql.noise(new Random(seed));

    assertFalse(read(noise).errors().size() > 20);
  }
}
