package dev.huntgate.hunting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.kql.KqlReading;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.ResultBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuntWarningsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static List<String> warnings(String kql) {
    ResultBuilder rows = new ResultBuilder(List.of(new Column("n", ColumnType.LONG)));
    return HuntWarnings.of(KqlReading.read(kql, NOW), rows.build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "T",
        "T | where Timestamp > ago(30d)",
        "T | where Timestamp > startofday(ago(30d))",
        "IdentityInfo | where CreatedDateTime > ago(365d)"
      })
  void saysNothing_whenTheQueryLooksBackNoFurtherThanThereIsData(String kql) {
    assertEquals(List.of(), warnings(kql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "T | where Timestamp > ago(45d)",
        "let span = 45d; T | where Timestamp between (ago(span) .. now())",
        "T | where Timestamp > datetime(2026-01-15T12:00)"
      })
  void namesTheLimit_whenTheQueryLooksBackFurther(String kql) {
    assertEquals(
        List.of(
            "The query looks back 45 days; upstream holds data of the past 30 days, so nothing older"
                + " is found."),
        warnings(kql));
  }

  @Test
  void saysWhere_whenTheQueryCouldNotBeRead() {
    assertEquals(
        List.of(
            "Huntgate could not read the query at line 2, column 14, so it does not know for sure"
                + " how far it looks back."),
        warnings("T\n| extend a = ?? b | take 1"));
  }
}
