package dev.huntgate.kql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the writer of a broken query is told. */
class SyntaxErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "T | where                    # 1:10 # at the end: expected a value.",
        "T | where A == == 'x'        # 1:16 # at '==': expected a value.",
        "T | where A = 1              # 1:13 # at '=': expected 'and', '|' or ';'. To compare, write '=='.",
        "T where A == 1               # 1:3  # expected 'and', '|' or ';'. Write '|' before 'where'.",
        "T | order X                  # 1:11 # at 'X': expected 'by'.",
        "T | join (U) X               # 1:14 # at 'X': expected 'on'.",
        "T | | take 1                 # 1:5  # expected an operator such as 'where'. For 'or', write the word.",
        "T | where A between (1 , 2)  # 1:24 # at ',': expected '..' or 'and'.",
        "T | where A && B             # 1:13 # For 'and', write the word.",
        "T | where A OR B             # 1:13 # Write 'or' in small letters.",
        "T | where !(A)               # 1:11 # For 'not', write not(...).",
        "T | where A == “x”           # 1:16 # Use the straight quotes",
        ".show tables                 # 1:1  # Commands cannot be run, only queries.",
        "T | where (A == 1 | take 1   # 1:11 # This '(' is not closed.",
        "T | where A == 1) | take 1   # 1:17 # This ')' closes nothing.",
        "T | where A in (1, 2]        # 1:16 # This '(' is not closed.",
        "T | where A == 'x            # 1:16 # The literal at ''x' is not closed.",
        "T | mv-expand x to string    # 1:20 # at 'string': expected 'typeof'.",
        "let x = ;T                   # 1:9  # at ';': expected a value.",
        "T | summarize count( by X    # 1:20 # This '(' is not closed.",
      })
  void saysWhereAndWhatWasExpected_whenTheQueryIsBroken(String kql, String at, String words) {
    KqlDiagnostic error = KqlSyntax.parse(kql.strip()).errors().get(0);

    assertEquals(at.strip(), error.line() + ":" + error.column());
    assertTrue(error.message().contains(words.strip()), error.message());
    assertEquals(KqlDiagnostic.Severity.ERROR, error.severity());
  }

  @Test
  void saysThatASemicolonIsMissing_whenALetHasNone() {
    KqlDiagnostic error = KqlSyntax.parse("let a = 5\nT | take a").errors().get(0);

    assertEquals(2, error.line());
    assertTrue(error.message().endsWith("end the one before with ';'."), error.message());
  }

  @Test
  void tellsEachMistakeOnce_whenSeveralOperatorsAreBroken() {
    List<KqlDiagnostic> errors =
        KqlSyntax.parse("T\n| where A ==\n| extend x = == 1\n| take 1\n| sort by ==").errors();

    assertEquals(
        List.of("3:1", "3:14", "5:11"),
        errors.stream().map(error -> error.line() + ":" + error.column()).toList());
  }

  @Test
  void tellsTwentyAtMost_whenAllIsBroken() {
    assertEquals(20, KqlSyntax.parse("T" + " | where ==".repeat(1_000)).errors().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mv-apply x on ", "(", "()", "(]", "([)", "f(", "f(a))(", "dynamic([", "{", "a["})
  void needsLittleStack_whenBracketsAreMissing(String part) throws InterruptedException {
    String kql = "T | where x | " + part.repeat(60_000 / part.length());
    AtomicReference<List<KqlDiagnostic>> errors = new AtomicReference<>(List.of());
    Thread thread =
        new Thread(null, () -> errors.set(KqlSyntax.parse(kql).errors()), "small", 256 * 1024);
    thread.start();
    thread.join();

    assertFalse(errors.get().isEmpty());
  }
}
