package dev.huntgate.sandbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole rows, which are looked for first, beside single columns, which are not. */
class ExtremeRowsTest {

  private static DuckDbHuntingEngine engine;

  @BeforeAll
  static void open() {
    engine =
        new DuckDbHuntingEngine(
            List.of(SmallTables.logons(), SmallTables.hosts()), SmallTables.CLOCK);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Logons | summarize arg_max(Timestamp, %s) by DeviceName",
        "Logons | summarize arg_min(Timestamp, %s) by DeviceName, AccountName",
        "Logons | summarize arg_max(Score, %s) by AccountName, Success",
        "Logons | summarize arg_min(Score, %s) by bin(Timestamp, 5h)",
        "Logons | summarize arg_max(Timestamp, %s) by Port",
        "Logons | where isnull(Port) | summarize arg_max(Port, %s) by DeviceName",
        "Logons | extend Late = Timestamp + 1h | summarize arg_max(Late, %s) by tolower(DeviceName)",
        "Logons | summarize arg_max(-Score, %s)",
        "Logons | where false | summarize arg_max(Timestamp, %s)",
        "Logons | where false | summarize arg_max(Timestamp, %s) by DeviceName",
        "union Logons, Logons | project-away Details | summarize arg_max(Timestamp, %s) by DeviceName",
        "Logons | partition by DeviceName (summarize arg_max(Timestamp, %s) by Success)",
        "Logons | summarize arg_max(Timestamp, %s), n = count() by DeviceName",
      })
  void picksTheRow_thatASingleColumnComesFrom(String query) {
    String both = " | project DeviceName, AccountName | sort by DeviceName asc, AccountName asc";
    assertEquals(
        rows(query.formatted("DeviceName, AccountName") + both), rows(query.formatted("*") + both));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Logons | take 20 | summarize arg_max(Timestamp, *) by DeviceName",
        "Logons | where rand() < 0.5 | summarize arg_max(Timestamp, *) by DeviceName",
        "Logons | extend r = rand() | summarize arg_max(r, *) by DeviceName",
        "Logons | summarize arg_max(rand(), *) by DeviceName",
        "Logons | sample 30 | summarize arg_max(Timestamp, *) by DeviceName",
      })
  void losesNoGroup_whenTheTableIsAnotherEachTimeItIsRead(String query) {
    for (int i = 0; i < 20; i++) {
      List<List<Object>> rows = rows(query + " | project DeviceName, AccountName, Timestamp");
      assertFalse(rows.isEmpty());
      rows.forEach(row -> assertFalse(row.contains(null), row::toString));
    }
  }

  @Test
  void losesNoGroup_whenATableOfRandomRowsHasFour() {
    for (int i = 0; i < 20; i++) {
      assertEquals(
          4,
          rows("Logons | summarize arg_max(rand(), *) by DeviceName | distinct DeviceName").size());
    }
  }

  private static List<List<Object>> rows(String kql) {
    return engine.run(kql, SmallTables.ALWAYS).rows().stream().map(Arrays::asList).toList();
  }
}
