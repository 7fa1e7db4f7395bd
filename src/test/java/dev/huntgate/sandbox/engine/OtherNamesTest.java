package dev.huntgate.sandbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.sandbox.engine.HuntingTable.OtherNames;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of tables and columns that are taken and not listed. */
class OtherNamesTest {

  private static final OtherNames NAMES =
      new OtherNames(List.of("OldLogons"), Map.of("TimeGenerated", "Timestamp"));

  private static DuckDbHuntingEngine engine;

  @BeforeAll
  static void open() {
    HuntingTable logons = SmallTables.logons();
    HuntingTable clicks =
        new HuntingTable(
            "Clicks",
            SmallTables.columns("Timestamp:DATETIME", "TimeGenerated:DATETIME"),
            () ->
                List.<Object[]>of(new Object[] {SmallTables.NOW, SmallTables.NOW.minusSeconds(5)})
                    .stream());
    engine =
        new DuckDbHuntingEngine(
            List.of(
                new HuntingTable(logons.name(), logons.columns(), logons.rows(), NAMES),
                clicks,
                SmallTables.hosts()),
            SmallTables.CLOCK);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Object value(String kql) {
    return engine.run(kql, SmallTables.ALWAYS).rows().get(0)[0];
  }

  private static List<String> columns(String kql) {
    return engine.run(kql, SmallTables.ALWAYS).columns().stream().map(HuntingColumn::name).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Logons | where X > ago(1d)",
        "Logons | extend Port = 1 | where X > ago(1d)",
        "Logons | sort by X desc | where X > ago(1d) | take 1000",
        "Logons | summarize arg_max(X, *) by DeviceName",
        "Logons | summarize max(X) by bin(X, 1h)",
        "Logons | project X | where X > ago(1d)",
        "Logons | project-reorder Port | where X > ago(1d)",
        "Logons | where Success | join kind=inner (Hosts) on DeviceName | where X > ago(1d)",
        "Hosts | join kind=inner (Logons) on DeviceName | where X > ago(1d)",
        "Logons | join kind=inner (Logons) on DeviceName | where X < X1",
        "union Logons, (Logons | where Success) | where X > ago(1d)",
        "let l = Logons | where Success; l | where X > ago(1d)",
        "Logons | mv-apply t = Details.tags on (where t == 'a') | where X1 == X1",
        "OldLogons | where X > ago(1d)",
      })
  void countsTheSame_whenAColumnIsCalledByAnotherName(String kql) {
    boolean renumbered = kql.contains("mv-apply");
    String other = renumbered ? kql.replaceAll(" \\| where X1.*", "") : kql;
    assertEquals(
        value(other.replace("X", "Timestamp").replace("OldLogons", "Logons") + " | count"),
        value(other.replace("X", "TimeGenerated") + " | count"));
  }

  @Test
  void namesTheColumnAsAsked_whenAnotherNameIsProjected() {
    assertEquals(List.of("TimeGenerated"), columns("Logons | project TimeGenerated"));
    assertEquals(List.of("TimeGenerated"), columns("Logons | project-keep TimeGenerated"));
    assertEquals(
        List.of("Timestamp", "T"),
        columns("Logons | project-rename T = TimeGenerated | project Timestamp, T"));
    assertEquals(columns("Logons"), columns("Logons | project-away TimeGenerated"));
  }

  @Test
  void fillsTheColumn_whenAnotherTableOfAUnionHasItByThatName() {
    assertEquals(
        value("Logons | count"),
        value(
            "union (Logons), Clicks | where isnotempty(DeviceName) and TimeGenerated == Timestamp"
                + " | count"));
    assertEquals(1L, value("union Logons, Clicks | where TimeGenerated < Timestamp | count"));
  }

  @Test
  void listsNoOtherName() {
    assertEquals(0L, value("Logons | getschema | where ColumnName == 'TimeGenerated' | count"));
    assertEquals(value("Logons | count"), value("union *Logons | count"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Logons | extend Timestamp = 1 | where TimeGenerated > ago(1d)",
        "Logons | project Timestamp | where TimeGenerated > ago(1d)",
        "Logons | summarize max(Timestamp) by DeviceName | where TimeGenerated > ago(1d)",
        "Hosts | where TimeGenerated > ago(1d)",
      })
  void refuses_whenTheColumnItMeansIsGone(String kql) {
    String refusal =
        assertThrows(KqlRejectedException.class, () -> engine.run(kql, SmallTables.ALWAYS))
            .getMessage();
    assertTrue(refusal.contains("'TimeGenerated'"), refusal);
  }
}
