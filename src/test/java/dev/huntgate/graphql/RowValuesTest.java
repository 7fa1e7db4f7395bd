package dev.huntgate.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.result.JsonText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RowValuesTest {

  @Test
  void writesNumbersAsTheyAre() {
    assertEquals(
        "[9007199254740993,0.25,12345678901234567890.10,true,null]",
        render(9007199254740993L, 0.25, new BigDecimal("12345678901234567890.10"), true, null));
  }

  @Test
  void writesStrings_whereJsonLacksTheNumber() {
    assertEquals(
        "[\"NaN\",\"Infinity\",\"-Infinity\"]",
        render(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
  }

  @Test
  void writesTimesInUtc_withNoMoreDigitsThanNeeded() {
    assertEquals(
        "[\"2026-03-01T09:30:00Z\",\"2026-03-01T09:30:00.5Z\",\"2026-03-01T09:30:00.1234567Z\"]",
        render(
            Instant.parse("2026-03-01T09:30:00Z"),
            Instant.parse("2026-03-01T09:30:00.500Z"),
            Instant.parse("2026-03-01T09:30:00.123456700Z")));
  }

  @Test
  void writesDynamicValuesAsJson() {
    assertEquals(
        "[{\"a\":[1,null,{\"b\":\"c\"}]},[\"x\"],\"text\",1.5,null]",
        render(
            new JsonText("{\"a\": [1, null, {\"b\": \"c\"}]}"),
            new JsonText("[\"x\"]"),
            new JsonText("\"text\""),
            new JsonText("1.5"),
            new JsonText("null")));
  }

  @Test
  void writesTheTextOfADynamicValue_whenItIsNotJson() {
    assertEquals(
        "[\"{\\\"a\\\":\",\"\",\"NaN\"]",
        render(new JsonText("{\"a\":"), new JsonText(""), new JsonText("NaN")));
  }

  private static String render(Object... row) {
    return RowValues.of(Arrays.asList(row)).toString();
  }
}
