package dev.huntgate.kql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KqlReadingTest {

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
      })
  void tellsTheLookBack_whenTheQueryCountsBackFromNow(String kql, Duration expected) {
    assertEquals(Optional.of(expected), KqlReading.read(kql).lookBack());
  }

  @Test
  void tellsNoLookBack_whenTheQueryNamesNone() {
    assertEquals(
        Optional.empty(),
        KqlReading.read("T | where A == 'ago(30d)' and Timestamp > datetime(2026-01-01)")
            .lookBack());
  }

  @Test
  void tellsTheTables_whenSomeAreNamedByLet() {
    KqlReading reading =
        KqlReading.read(
            "let recent = DeviceInfo | where Timestamp > ago(1d); let n = 5;\n"
                + "recent | where DeviceId in ((['EmailEvents'] | project Id)) | take n");

    assertEquals(List.of("DeviceInfo", "EmailEvents"), reading.tables());
    assertEquals(List.of(), reading.diagnostics());
  }

  @Test
  void reportsThePlace_whenTheQueryDoesNotParse() {
    KqlDiagnostic error = KqlReading.read("T\n| where A == == 'x'").diagnostics().get(0);

    assertEquals(KqlDiagnostic.Severity.ERROR, error.severity());
    assertEquals("Query could not be parsed at '=='.", error.message());
    assertEquals(2, error.line());
    assertEquals(14, error.column());
  }

  @Test
  void subtracts_whenNamesAreJoinedByAHyphen() {
    assertEquals(List.of(), KqlReading.read("T | where a-b > 1d-ago(1h)-c").diagnostics());
  }

  @Test
  void reportsAnError_whenBracketsAreNestedTooDeep() {
    KqlReading reading = KqlReading.read("T | where " + "(".repeat(50_000));

    assertTrue(reading.diagnostics().get(0).message().contains("nested"));
  }

  @Test
  void reads_whenOneHundredBracketsAreNested() {
    String kql = "T | where " + "(".repeat(100) + "1" + ")".repeat(100) + " == 1";

    assertEquals(List.of(), KqlReading.read(kql).diagnostics());
  }

  @Test
  void reads_whenThousandsOfTermsAreJoined() {
    assertEquals(
        List.of(),
        KqlReading.read("T | where " + "A == 1 or ".repeat(5_000) + "A == 2").diagnostics());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void neverThrows_whenTheTextIsNoise(long seed) {
    String noise = RandomKql.noise(new Random(seed));

    assertFalse(KqlReading.read(noise).diagnostics().size() > 20);
  }
}
