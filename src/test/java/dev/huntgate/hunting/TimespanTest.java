package dev.huntgate.hunting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimespanTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P30D",
        "PT12H",
        "P1DT6H",
        "P1W",
        "2026-01-01",
        "2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.5+02:00",
        "2026-01-01/2026-01-31",
        "2026-01-01T00:00:00Z/P7D",
        "P7D/2026-01-31",
      })
  void reads_everyFormThatUpstreamTakes(String text) {
    assertEquals(text, Timespan.parse(" " + text + " ").text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "P",
        "PT",
        "P0D",
        "-P1D",
        "PT-5H",
        "30d",
        "2026-13-01",
        "2026-01-01/",
        "/P1D",
        "P1D/P1D",
        "2026-01-01/2026-02-01/2026-03-01",
        "2026-01-01T00:00:00",
        "P1D'; drop",
      })
  void refuses_whatIsNone(String text) {
    FailureException refused = assertThrows(FailureException.class, () -> Timespan.parse(text));

    assertEquals(FailureCode.INVALID_ARGUMENT, refused.failure().code());
    assertEquals("timespan", refused.failure().argument());
  }
}
