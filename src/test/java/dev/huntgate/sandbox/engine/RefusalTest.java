package dev.huntgate.sandbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

  private static DuckDbHuntingEngine engine;

  @BeforeAll
  static void open() {
    engine = new DuckDbHuntingEngine(List.of(SmallTables.one()), SmallTables.CLOCK);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static String refusal(String kql) {
    return assertThrows(KqlRejectedException.class, () -> engine.run(kql, SmallTables.ALWAYS))
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Nowhere | where A == 1 # where # Nowhere",
        "Nowhere | take 1 # take # Nowhere",
        "one | where Long == 1 # where # one",
        "One | where Missing == 1 # where # Missing",
        "One | where long == 1 # where # long",
        "One | extend x = Missing # extend # Missing",
        "One | project Missing # project # Missing",
        "One | summarize sum(Missing) # summarize # Missing",
        "One | summarize count() by Missing # summarize # Missing",
        "One | project Long | where Text == '' # where # Text",
        "One | top 1 by Missing # top # Missing",
        "One | sort by Missing # sort # Missing",
        "One | project-away Missing # project-away # Missing",
        "One | distinct Missing # distinct # Missing",
        "One | summarize n = count() + Long # summarize # Long",
      })
  void namesTheOperator_whenANameIsUnknown(String kql, String operator, String name) {
    assertEquals(
        "'"
            + operator
            + "' operator: Failed to resolve table or column expression named '"
            + name
            + "'. Fix semantic errors in your query.",
        refusal(kql));
  }

  @Test
  void namesTheTable_whenItStandsAlone() {
    assertEquals(
        "Failed to resolve table or column expression named 'Nowhere'."
            + " Fix semantic errors in your query.",
        refusal("Nowhere"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "One | join kind=inner (One) on Long # 'join'",
        "One | mv-expand Bag # 'mv-expand'",
        "One | project-reorder Long # 'project-reorder'",
        "union One, One # 'union'",
        "print x = 1 # 'print'",
        "One | where frobnicate(Long) == 1 # 'frobnicate'",
        "One | summarize percentile(Long, 95) # 'percentile'",
        "One | where count() > 1 # 'count'",
        "One | summarize stdev(Long) # 'stdev'",
        "One | where Long has 'x' # 'has'",
        "One | where Text > 5 # '>'",
        "One | where Text == 5 # '=='",
        "One | where Time > '2026-01-01' # '>'",
        "One | project Text + 'x' # '+'",
        "One | where Long # 'where'",
        "One | project strlen() # strlen()",
        "One | project strlen(Text, 1) # strlen()",
        "One | summarize count() by Bag # 'dynamic'",
        "One | project format_datetime(Time, 'yyyy-q') # 'q'",
        "One | project datetime(2026-13-45) # 2026-13-45",
        "One | where Text like 'x' # 'like'",
        "One | where * has 'x' # '*'",
        "One | take Text # 'take'",
      })
  void namesWhatItDoesNotKnow_whenItRefuses(String kql, String named) {
    String refusal = refusal(kql);
    assertTrue(refusal.contains(named), refusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " // nothing",
        "One |",
        "One | where",
        "One | where (",
        "| take 1",
        "'",
        "One | where Text == 'x",
        "One One",
        "One | take 1; One"
      })
  void refuses_whenTheQueryIsNoQuery(String kql) {
    assertTrue(refusal(kql).contains("Fix s"), refusal(kql));
  }

  @Test
  void namesLineAndColumn_whenTheSyntaxIsWrong() {
    assertEquals(
        "A recognition error occurred. Syntax error: Query could not be parsed at '==':"
            + " expected a value. [line:position=2:17]. Fix syntax errors in your query.",
        refusal("One\n| where Text == == 'x'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "One | where Text matches regex '('",
        "One | extend x = tolong('9223372036854775807') + 1",
      })
  void refuses_whenOnlyRunningShowsTheFault(String kql) {
    assertTrue(refusal(kql).startsWith("Query execution failed: "), refusal(kql));
  }

  @Test
  void refuses_whenTheQueryIsAHundredKilobytesOfBrackets() {
    assertTrue(refusal("One | where " + "(".repeat(100_000)).contains("nested"));
  }

  @Test
  void refuses_whenTheQueryIsTooLongToRun() {
    assertTrue(refusal("One" + " | take 1".repeat(1_000)).contains("more than 200 operators"));
    assertTrue(refusal("One | extend x = 0" + " + 1".repeat(5_000)).contains("too many terms"));
  }

  @Test
  void answers_whenListsAreLong() {
    String terms =
        IntStream.range(0, 3_000).mapToObj(i -> "'term" + i + "', ").collect(Collectors.joining());
    String kql = "One | where Text has_any (" + terms + "'EXE') | count";
    assertEquals(1L, engine.run(kql, SmallTables.ALWAYS).rows().get(0)[0]);
  }
}
