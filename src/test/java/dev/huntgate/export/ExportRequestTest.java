package dev.huntgate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportRequestTest {

  @Test
  void isForTheWholeResult_whenNothingIsSaid() {
    ExportRequest request = ExportRequest.of("id", ExportFormat.CSV, parameters());

    assertEquals("/hunts/id.csv", request.path());
    assertEquals(List.of(), request.columns());
    assertEquals(0, request.skip());
    assertEquals(Integer.MAX_VALUE, request.first());
    assertNull(request.formulas());
    assertNull(request.filename());
    assertNull(request.ticket());
  }

  @Test
  void takesEverythingThatCanBeSaid() {
    ExportRequest request =
        ExportRequest.of(
            "id",
            ExportFormat.CSV,
            parameters("columns", "a,b", "columns", "c d", "skip", "5", "first", "0")
                .add("formulas", "KEEP")
                .add("filename", "x")
                .add("ticket", "t"));

    assertEquals(List.of("a", "b", "c d"), request.columns());
    assertEquals(5, request.skip());
    assertEquals(0, request.first());
    assertEquals(FormulaCells.KEEP, request.formulas());
    assertEquals("x", request.filename());
    assertEquals("t", request.ticket());
  }

  @ParameterizedTest
  @CsvSource({
    "CSV, colums, a, colums",
    "CSV, columns, '', columns",
    "CSV, columns, 'a,', columns",
    "CSV, skip, -1, skip",
    "CSV, skip, 2147483648, skip",
    "CSV, first, '', first",
    "CSV, first, 1.5, first",
    "CSV, formulas, yes, formulas",
    "NDJSON, formulas, keep, formulas",
  })
  void refusesWhatItCannotUse_byName(
      ExportFormat format, String name, String value, String argument) {
    assertRefused(argument, format, parameters(name, value));
  }

  @ParameterizedTest
  @CsvSource({"skip, 1", "first, 1", "filename, a", "ticket, a", "formulas, keep"})
  void refusesTwoValues_whereOneIsMeant(String name, String value) {
    assertRefused(name, ExportFormat.CSV, parameters(name, value, name, value));
  }

  private static void assertRefused(String argument, ExportFormat format, MultiMap parameters) {
    FailureException refusal =
        assertThrows(FailureException.class, () -> ExportRequest.of("id", format, parameters));

    assertEquals(FailureCode.INVALID_ARGUMENT, refusal.failure().code());
    assertEquals(argument, refusal.failure().argument());
  }

  private static MultiMap parameters(String... namesAndValues) {
    MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return parameters;
  }
}
